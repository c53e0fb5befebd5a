import { count, fill, h } from './dom.js';
import { ask, complain, get, post, toast, untoast, Refused } from './api.js';
import { documentKeys } from './document-keys.js';
import { drawFacts, drawHead, drawList, drawMap, drawPages } from './document-side.js';
import { askSightings, foretell } from './bulk.js';
import { Card } from './card.js';
import { dialog } from './dialog.js';
import { drawJudgement } from './judgement.js';
import { TreeView, placeAt, selected } from './tree.js';
import { PdfView, PublicPdf } from './pdfview.js';
import { beside, decideArea, beginBox, removeArea, takeBox } from './areas.js';
import { crosses, same, trim, wordBound } from './passages.js';

const lookAgain = 10000;
let lastMode = 'work';

/** One document. */
export async function documentPage(app, id) {
  const started = performance.now();
  const doc = await get(`/documents/${id}`);
  if (!app.dossier) {
    await app.loadDossier();
  }
  const page = new DocumentPage(app, doc);
  performance.measure('woo-document', { start: started, detail: id });
  return page;
}

class DocumentPage {
  constructor(app, doc) {
    this.app = app;
    this.doc = doc;
    this.words = app.words;
    this.title = `${doc.row.id} ${doc.row.title}`;
    this.passages = doc.status.passages;
    this.status = doc.status;
    this.current = null;
    this.pending = null;
    this.waiting = Promise.resolve();
    this.page = 1;
    this.card = new Card(this);
    this.head = h('div', { class: 'doc-head' });
    this.list = h('section');
    this.pages = h('section');
    this.facts = h('section');
    this.judgement = h('section');
    this.desk = h('div', { class: 'desk' });
    this.map = h('div', { class: 'map', 'aria-hidden': 'true', title: 'Waar de passages liggen' });
    this.map.hidden = this.pages.hidden = this.list.hidden = this.card.element.hidden = !doc.row.hasText;
    this.element = h('div', { class: 'doc' }, this.head, this.desk, this.map,
      h('aside', { class: 'side', 'aria-label': 'Besluiten' }, this.card.element, this.pages, this.judgement, this.list, this.facts));
    this.setMode(lastMode);
    this.desk.addEventListener('woo-stop', () => { untoast('box'); this.focusMark(); }, true);
    this.desk.addEventListener('mousedown', e => e.shiftKey && this.current && !this.pending && this.stretchTo(e), true);
    this.desk.addEventListener('mouseup', e => !e.shiftKey && setTimeout(() => this.takeSelection(), 0));
    documentKeys(this);
  }

  shown() {
    const wanted = new URLSearchParams(location.search).get('s');
    const first = wanted ? this.passages.find(p => p.s === Number(wanted)) : this.passages.find(p => p.doubt);
    this.choose(first ?? null, { scroll: !!first });
    this.watch = setInterval(() => this.look(), lookAgain);
  }

  /** What another reviewer decided meanwhile is shown, unless something of ours is under way. */
  async look() {
    if (document.hidden || this.pending || this.busy || document.querySelector('dialog[open]')) {
      return;
    }
    try {
      const status = await get(`/documents/${this.doc.row.id}/status`);
      if (!this.busy && !this.pending && status.version !== this.status.version) {
        this.takeStatus(status);
        toast('Een andere beoordelaar heeft dit document gewijzigd; de nieuwe stand is geladen.', { key: 'other' });
      }
    } catch { /* the next change will tell */ }
  }

  /* ---- what is drawn ---- */

  setMode(mode) {
    this.mode = lastMode = mode;
    const pick = p => this.choose(this.passages.find(x => same(x, p)));
    this.views?.forEach(([, view]) => view.leave?.());
    this.views = mode === 'two'
      ? [['Origineel met besluiten', this.work(pick)], ['Zoals het publiek het ziet', this.publicView()]]
      : [[null, mode === 'public' ? this.publicView() : this.work(pick)]];
    this.desk.className = mode === 'two' ? 'desk two' : 'desk';
    fill(this.desk,
      this.doc.isPdf && !this.app.status.pdfJs ? h('p', { class: 'note' }, 'De bladzijden zijn getekend uit de gelezen letters. Voor het volledige beeld: bouw WooPipeline op een computer met npm; dan komt pdf.js mee.') : null,
      this.doc.row.quarantine ? h('div', { class: 'panel advice' }, h('h2', null, 'Dit document is niet te beoordelen zoals het is'), h('p', null, this.doc.row.quarantine.reason, this.doc.row.quarantine.place ? ` (${this.doc.row.quarantine.place})` : ''),
        h('p', { class: 'soft' }, 'Zet een leesbaar exemplaar in bronnen/, of geef een oordeel; tot die tijd wordt het niet gepubliceerd en blijft het op de inventarislijst staan.')) : null,
      (this.doc.row.hasText ? this.views : []).map(([title, view]) => h('div', { class: 'pane' }, title ? h('h2', null, title) : null, view.element)));
    this.draw();
  }

  work(pick) {
    return this.doc.isPdf
      ? new PdfView(this.doc, this.words, pick, {
        drawn: this.app.status.pdfJs,
        onbox: drawn => takeBox(this, drawn),
        onpage: n => { if (n !== this.page && performance.now() - (this.turnedAt ?? -1e4) > 1000) { this.page = n; drawPages(this); } },
      })
      : Object.assign(new TreeView(this.doc, this.words, 'work', pick), { onpicture: range => this.propose(range, 'SIGNATURE'), onbox: drawn => takeBox(this, drawn) });
  }

  publicView() {
    return this.doc.isPdf && this.app.status.pdfJs ? new PublicPdf(this.doc) : new TreeView(this.doc, this.words, 'public');
  }

  draw() {
    const shown = this.pending ? [...beside(this.passages, this.pending), this.pending] : this.passages;
    for (const [, view] of this.views) {
      view.show(shown, this.chosen);
    }
    this.card.show(this.chosen);
    drawHead(this);
    drawList(this);
    drawPages(this);
    drawMap(this);
    drawJudgement(this.judgement, this);
    drawFacts(this);
  }

  get chosen() {
    return this.pending ?? this.current;
  }

  position(p) {
    const index = this.passages.findIndex(x => same(x, p));
    return h('span', { class: 'soft small' }, index >= 0 ? `${index + 1} van ${this.passages.length}` : '');
  }

  /* ---- choosing ---- */

  choose(p, { scroll = false, focus = true } = {}) {
    this.current = p ?? null;
    this.pending = null;
    const onPage = p && this.views[0][1].pageOf?.(p);
    this.page = onPage || this.page;
    this.draw();
    const mark = p ? this.views[0][1].find(p) : null;
    if (mark) {
      if (scroll) {
        mark.scrollIntoView({ block: 'center' });
      }
      if (focus) {
        mark.focus({ preventScroll: true });
      }
    }
  }

  focusMark() {
    if (this.chosen) {
      this.views[0][1].find(this.chosen)?.focus({ preventScroll: true });
    }
  }

  step(by, only = () => true) {
    const list = this.passages.filter(only);
    if (list.length === 0) {
      return false;
    }
    const index = list.findIndex(p => same(p, this.chosen));
    const at = this.chosen ? this.chosen.s : -1;
    const next = index >= 0 ? list[(index + by + list.length) % list.length] : by > 0 ? list.find(p => p.s > at) ?? list[0] : [...list].reverse().find(p => p.s < at) ?? list[list.length - 1];
    this.choose(next, { scroll: true });
    return true;
  }

  nextDoubt(by) {
    if (!this.step(by, p => p.doubt)) {
      const docs = this.app.dossier.documents;
      const index = docs.findIndex(d => d.id === this.doc.row.id);
      const order = [...docs.slice(index + 1), ...docs.slice(0, index)];
      const next = order.find(d => d.doubts + d.lost > 0);
      next ? this.goTo(next) : toast('Er zijn in het dossier geen twijfels meer.', { key: 'doubt' });
    }
  }

  neighbours() {
    const docs = this.app.dossier.documents.filter(d => !d.isSystem);
    const index = docs.findIndex(d => d.id === this.doc.row.id);
    return { before: docs[index - 1], after: docs[index + 1] };
  }

  goTo(row) {
    if (row) {
      this.app.go(`/document/${row.id}`);
    }
  }

  takeSelection() {
    const view = this.views[0][1];
    const range = selected(view.element);
    if (range) {
      this.propose(trim(this.doc.text, range));
    }
  }

  /** Shows a stretch of text that could become a passage. */
  propose(range, label = null) {
    if (range.e <= range.s) {
      return;
    }
    const over = this.passages.find(p => crosses(p, range));
    this.more = [];
    this.pending = { ...range, verdict: 'remove', label: over?.label ?? label ?? (this.doc.text.slice(range.s, range.e) === '\uFFFC' ? 'SIGNATURE' : 'NAME'), ground: over?.ground || '5.1.2e', mark: '', reason: '', confidence: 1, pending: true };
    this.draw();
  }

  zoneOf(p, kind) {
    return this.doc.zones.find(z => z.kind === kind && z.s <= p.s && z.e >= p.e);
  }

  /* ---- deciding ---- */

  /** Decides on the chosen passage: shown at once, saved behind it. */
  decide(change, step = null) {
    if (!this.pending && !getSelection().isCollapsed) {
      this.takeSelection();
    }
    const p = this.chosen;
    if (!p) {
      toast('Kies eerst een passage.', { key: 'choose' });
      return;
    }
    if (p.area) {
      decideArea(this, p, change);
      return;
    }
    const started = performance.now();
    const wasDoubt = p.doubt;
    const next = { ...p, ...change, pending: false, doubt: false, by: this.app.status.reviewer, confidence: 1 };
    next.reason = change.reason ?? (p.by ? p.reason : '');
    next.ground = next.verdict === 'remove' ? next.ground || '5.1.2e' : '';
    next.mark = next.ground;
    const chosen = { s: p.s, e: p.e };
    this.passages = [...this.passages.filter(x => !crosses(x, p)), ...this.passages.filter(x => crosses(x, p)).flatMap(x => outside(x, p)), next].sort((a, b) => a.s - b.s);
    this.pending = null;
    this.current = next;
    if (wasDoubt && change.verdict && !step) {
      const following = this.passages.find(x => x.doubt && x.s > p.s) ?? this.passages.find(x => x.doubt);
      this.current = following ?? next;
    }
    this.draw();
    if (!same(this.current, chosen)) {
      this.choose(this.current, { scroll: true });
    } else {
      this.focusMark();
    }
    performance.measure('woo-key', { start: started });
    for (const range of [{ s: p.s, e: p.e }, ...(p.pending ? this.more ?? [] : [])]) {
      this.send({ action: 'decide', ...range, verdict: next.verdict, label: next.label, ground: next.ground, reason: next.reason, comment: next.comment ?? '' });
    }
    this.more = [];
    getSelection().removeAllRanges();
    if (change.verdict && p.verdict !== change.verdict && !p.pending) {
      this.offerRest(next);
    }
  }

  chip(c) {
    this.decide({ verdict: c.verdict, reason: c.reason });
  }

  clear() {
    if (this.chosen?.area) {
      removeArea(this, this.chosen);
    } else if (this.current?.by) {
      this.send({ action: 'clear', s: this.current.s, e: this.current.e });
    }
  }

  /** Grows or shrinks the chosen passage: which end, which way, by a word or a letter. */
  resize(end, by, letter) {
    const p = this.chosen;
    if (p?.area) {
      beginBox(this);
      return;
    }
    if (!p) {
      return;
    }
    const to = { s: p.s, e: p.e };
    to[end] = letter ? to[end] + by : wordBound(this.doc.text, to[end], by);
    this.resizeTo(p, to);
  }

  /** Shift and a click: the chosen passage reaches to the word that is clicked. */
  stretchTo(e) {
    const at = placeAt(this.views[0][1].element, e.clientX, e.clientY);
    const p = this.current;
    if (at === null || p.area) {
      return;
    }
    e.preventDefault();
    const text = this.doc.text;
    const isEnd = at >= p.e || (at > p.s && at - p.s > p.e - at);
    this.resizeTo(p, isEnd ? { s: p.s, e: wordBound(text, wordBound(text, at, -1), 1) } : { s: wordBound(text, wordBound(text, at, 1), -1), e: p.e });
  }

  resizeTo(p, to) {
    const from = { s: p.s, e: p.e };
    if (same(p, { ...p, ...to }) || to.e <= to.s || to.s < 0 || to.e > this.doc.text.length) {
      return;
    }
    if (this.pending) {
      this.pending = { ...this.pending, ...to };
      this.draw();
      return;
    }
    this.passages = this.passages.flatMap(x => same(x, p) ? [{ ...p, ...to, by: this.app.status.reviewer, doubt: false }] : outside(x, to));
    this.current = this.passages.find(x => same(x, to));
    this.draw();
    this.send({ action: 'resize', fromS: from.s, fromE: from.e, ...to, verdict: p.verdict, label: p.label, ground: p.ground, reason: p.by ? p.reason : '', comment: p.comment ?? '' });
  }

  /** Chooses by keys: from the chosen passage or the first word in sight. */
  beginSelection() {
    const at = this.chosen?.e ?? 0;
    const e = wordBound(this.doc.text, at, 1);
    this.propose(trim(this.doc.text, { s: wordBound(this.doc.text, e, -1), e }));
    toast('Kies met ← en → een woord, met Shift erbij meer woorden; l lakt, Esc stopt.', { key: 'select' });
  }

  movePending(by) {
    if (!this.pending) {
      return this.step(by);
    }
    const e = by > 0 ? wordBound(this.doc.text, this.pending.e, 1) : wordBound(this.doc.text, wordBound(this.doc.text, this.pending.e, -1), -1);
    const whole = by > 0 ? { s: wordBound(this.doc.text, e, -1), e } : { s: e, e: wordBound(this.doc.text, e, 1) };
    this.propose(trim(this.doc.text, whole));
    this.views[0][1].find(this.pending)?.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** All sightings, the whole head or the whole signature: first what it would do, then one step. */
  async bulk(kind) {
    const p = this.current?.area ? null : this.current;
    if (!p || (kind === 'header' && !this.zoneOf(p, 'HeaderField')) || (kind === 'signature' && !this.zoneOf(p, 'Signature'))) {
      toast(kind === 'sightings' ? 'Kies eerst een passage.' : kind === 'header' ? 'Kies eerst een passage in de kop van een bericht.' : 'Kies eerst een passage in een ondertekening.', { key: 'choose' });
      return;
    }
    await this.waiting;
    const verdict = kind === 'sightings' ? p.verdict : 'remove';
    const body = { version: this.status.version, kind, s: p.s, e: p.e, verdict, label: p.label, ground: p.ground || '5.1.2e', reason: p.by ? p.reason : '' };
    const path = `/documents/${this.doc.row.id}/bulk`;
    try {
      let scope = 'document';
      if (kind === 'sightings') {
        const [here, dossier] = await Promise.all(['document', 'dossier'].map(s => ask(path, { ...body, scope: s, dry: true })));
        scope = await askSightings(this.doc.text.slice(p.s, p.e), verdict, body.ground, here, dossier);
      } else {
        const forecast = await ask(path, { ...body, scope, dry: true });
        scope = await dialog(kind === 'header' ? 'Hele kop lakken' : 'Hele ondertekening lakken', [h('p', null, foretell(forecast))], [['Annuleren', null], ['Lakken', 'document', 'primary']]);
      }
      if (scope) {
        const done = await post(path, { ...body, scope, dry: false });
        this.take(done.done);
        if (done.documents > 1) {
          await this.app.loadDossier();
        }
        toast(`${count(done.passages, 'passage', 'passages')} ${verdict === 'remove' ? 'gelakt' : 'behouden'}${done.documents > 1 ? ` in ${done.documents} documenten` : ''}.`, { key: 'bulk' });
      }
    } catch (e) {
      complain(e);
      await this.reload();
    }
  }

  /** After a decision that differs from other sightings: do the rest follow? */
  offerRest(p) {
    const text = this.doc.text.slice(p.s, p.e).trim().toLowerCase();
    const rest = this.passages.filter(x => !x.area && !same(x, p) && !x.by && x.verdict !== p.verdict
      && ((p.person && x.person === p.person) || this.doc.text.slice(x.s, x.e).trim().toLowerCase() === text));
    if (rest.length > 0) {
      toast(`Nog ${count(rest.length, 'vermelding', 'vermeldingen')} in dit document ${rest.length === 1 ? 'staat' : 'staan'} anders.`, {
        key: 'rest',
        actions: [h('button', { type: 'button', onclick: () => { this.choose(this.passages.find(x => same(x, p))); this.bulk('sightings'); } }, 'Laten volgen…')],
      });
    }
  }

  markPage(mark) {
    const page = this.page;
    const now = this.status.pages[page] ?? '';
    const next = now === mark ? '' : mark;
    this.status.pages = { ...this.status.pages, [page]: next };
    if (next === 'gedaan' && page < this.doc.row.pages) {
      this.toPage(page + 1);
    } else {
      drawPages(this);
    }
    this.sendTo('pages', { page, mark: next });
  }

  toPage(page) {
    this.page = page;
    this.turnedAt = performance.now();
    this.views[0][1].toPage?.(page);
    drawPages(this);
  }

  send(body) {
    return this.sendTo('passages', body);
  }

  /** Changes go one after another, each on the state that the one before gave. */
  sendTo(what, body) {
    this.busy = (this.busy ?? 0) + 1;
    this.waiting = this.waiting.then(async () => {
      try {
        const changed = await post(`/documents/${this.doc.row.id}/${what}`, { version: this.status.version, ...body });
        this.take(changed);
      } catch (e) {
        complain(e);
        if (!(e instanceof Refused) || e.status !== 0) {
          await this.reload();
        }
      } finally {
        this.busy--;
      }
    });
    return this.waiting;
  }

  take(changed) {
    this.app.refreshSteps(changed);
    if (changed.status && changed.id === this.doc.row.id) {
      this.takeStatus(changed.status);
    }
  }

  takeStatus(status) {
    this.status = status;
    this.doc.row = status.row;
    this.passages = status.passages;
    this.current = this.current ? this.passages.find(p => same(p, this.current)) ?? this.passages.find(p => crosses(p, this.current)) ?? null : null;
    const docs = this.app.dossier.documents;
    const index = docs.findIndex(d => d.id === status.row.id);
    if (index >= 0) {
      docs[index] = status.row;
    }
    this.draw();
  }

  async reload() {
    try {
      this.takeStatus(await get(`/documents/${this.doc.row.id}/status`));
    } catch (e) {
      complain(e);
    }
  }

  async turned(changed) {
    if (changed.id && changed.id !== this.doc.row.id) {
      await this.app.loadDossier();
    }
    await this.reload();
  }

  leave() {
    clearInterval(this.watch);
    this.views.forEach(([, view]) => view.leave?.());
    getSelection().removeAllRanges();
  }

}

/** What is left of a passage outside another. */
function outside(p, hole) {
  if (p.area || p.e <= hole.s || p.s >= hole.e) {
    return [p];
  }
  return [{ ...p, e: Math.min(p.e, hole.s) }, { ...p, s: Math.max(p.s, hole.e) }].filter(x => x.e > x.s);
}
