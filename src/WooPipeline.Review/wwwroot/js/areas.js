import { toast, untoast } from './api.js';
import { crosses, same, trim } from './passages.js';

// Rectangles: drawn, moved, sized and taken away. A frame that is filled by text stands for that text; any other goes as an area.
const mostlyText = 0.4;

/** A frame was drawn: what lies in it becomes one passage, or several where it crosses lines, or an area. */
export function takeBox(page, drawn) {
  untoast('box');
  const texts = joined(page.doc.text, drawn.ranges);
  if (drawn.from) {
    save(page, drawn.from, { ...drawn.from, area: drawn.area, s: drawn.s, e: drawn.e }, texts);
    return;
  }
  if (texts.length > 0 && drawn.share >= mostlyText) {
    page.propose(texts[0]);
    page.more = texts.slice(1);
    page.pending.box = { ...drawn, texts };
    page.draw();
  } else {
    proposeArea(page, { ...drawn, texts });
  }
  page.focusMark();
}

/** Shows an area that could be taken out; with it goes the text that lies in it. */
export function proposeArea(page, { area, texts, s, e }) {
  page.more = [];
  page.pending = { s, e, area, texts, verdict: 'remove', label: 'SIGNATURE', ground: '5.1.2e', mark: '5.1.2e', reason: '', confidence: 1, pending: true };
  page.draw();
}

export function beginBox(page) {
  const view = page.views[0][1];
  if (page.mode === 'public' || !view.beginBox) {
    toast('Een kader tekent u in de weergave Werk.', { key: 'box' });
  } else if (page.current?.area && !page.pending) {
    view.editBox(page.current);
    toast('Verplaats het vlak met de pijlen, Ctrl of spatie om het te vergroten, Shift voor kleine stappen; Enter plaatst, Esc stopt.', { key: 'box' });
  } else if (view.beginBox(page.page) !== false) {
    toast('Teken met de muis een kader, of verplaats dit kader met de pijlen: Ctrl of spatie om het te vergroten, Shift voor kleine stappen; Enter plaatst, Esc stopt.', { key: 'box' });
  } else {
    toast('In dit document staat geen afbeelding; tekst kiest u met i of met de muis.', { key: 'box' });
  }
}

export function stopBox(page) {
  untoast('box');
  page.views.forEach(([, view]) => view.tool?.stop());
}

/** A decision on an area: another ground or reason, or away with it. */
export function decideArea(page, p, change) {
  if (change.verdict === 'keep') {
    removeArea(page, p);
    return;
  }
  const next = { ...p, ...change, verdict: 'remove', pending: false, doubt: false, by: page.app.status.reviewer };
  next.ground ||= '5.1.2e';
  next.mark = next.ground;
  save(page, p.pending ? null : p, next, p.texts ?? []);
}

export function removeArea(page, p) {
  if (p.pending) {
    page.choose(page.current);
    return;
  }
  page.passages = page.passages.filter(x => !same(x, p));
  page.current = null;
  page.draw();
  page.sendTo('areas', { from: p.area, to: null, s: p.s, e: p.e });
}

function save(page, from, next, texts) {
  delete next.texts;
  page.passages = [...page.passages.filter(x => !same(x, from)), next].sort((a, b) => a.s - b.s);
  page.pending = null;
  page.current = next;
  page.draw();
  page.focusMark();
  page.sendTo('areas', { from: from?.area ?? null, to: next.area, s: next.s, e: next.e, texts, label: next.label, ground: next.ground, reason: next.by ? next.reason : '', comment: next.comment ?? '' });
}

/** What else is seen of the passages while one is being chosen. */
export const beside = (passages, pending) => (pending.area ? passages : passages.filter(p => !crosses(p, pending)));

function joined(text, ranges) {
  return ranges.map(r => trim(text, r)).filter(r => r.e > r.s).reduce((list, r) => {
    const last = list[list.length - 1];
    if (last && r.s >= last.e && !text.slice(last.e, r.s).trim()) {
      last.e = r.e;
    } else {
      list.push({ ...r });
    }
    return list;
  }, []);
}
