import { h } from './dom.js';
import { AreaTool } from './area-tool.js';
import { areaKey, classOf, keyOf, removals, same, spoken } from './passages.js';

const styles = [[1, 'b'], [2, 'i'], [4, 'u'], [8, 's'], [16, 'sup'], [32, 'sub'], [64, 'code'], [128, 'small']];
const never = { Hidden: 'Verborgen in het origineel – wordt nooit gepubliceerd', Comment: 'Opmerking – wordt nooit gepubliceerd', Metadata: 'Eigenschappen – worden nooit gepubliceerd' };
const named = { repeated: 'Kopregels die hierboven al staan' };
const tails = { LinkTarget: 'Adres van een koppeling', AlternativeText: 'Beschrijving van een afbeelding', FileName: 'Bestandsnaam', Metadata: 'Eigenschap' };

const frameOf = (area, surface) => ({ l: area.left * surface.w, t: (1 - area.top) * surface.h, r: area.right * surface.w, b: (1 - area.bottom) * surface.h });

/** A document as a tree of which each piece of text knows its place; mode work (readable), public (boxes) or original. */
export class TreeView {
  constructor(doc, words, mode, onpick) {
    this.doc = doc;
    this.words = words;
    this.mode = mode;
    this.onpick = onpick;
    this.pieces = [];
    this.passages = [];
    this.current = null;
    this.element = h('article', { class: 'paper' + (doc.row.kind === 'Rekenblad' ? ' wide' : ''), lang: 'nl' });
    this.element.append(...this.blocks(doc.nodes));
    if (mode !== 'public') {
      this.addTails();
    }
    this.pieces.sort((a, b) => a.s - b.s);
    this.element.addEventListener('click', e => {
      const mark = e.target.closest('.mark[data-s]');
      if (mark && getSelection().isCollapsed && !this.tool.isOn) {
        onpick?.(this.passages.find(p => keyOf(p) === mark.dataset.k));
      }
    });
    this.tool = new AreaTool(this.element, () => this.surfaces(), (surface, frame, from) => this.takeBox(surface, frame, from));
  }

  /* ---- rectangles on pictures ---- */

  /** The pictures that are in sight of a reader; each has its own measure. */
  surfaces() {
    return [...this.element.querySelectorAll('.picture')].filter(e => e.querySelector('img')).map((element, i) => {
      const img = element.querySelector('img');
      const w = (img.naturalWidth || img.clientWidth || 1) * 0.75;
      return { element, name: `afbeelding ${i + 1}`, w, h: (img.naturalHeight || img.clientHeight || 1) * 0.75, scale: () => img.clientWidth / w, s: Number(element.dataset.o) };
    });
  }

  beginBox() {
    const all = this.surfaces();
    const seen = all.find(s => s.element.getBoundingClientRect().bottom > 0) ?? all[0];
    if (seen) {
      seen.element.scrollIntoView({ block: 'nearest' });
      this.tool.begin(seen);
    }
    return !!seen;
  }

  editBox(passage) {
    const surface = this.surfaces().find(s => s.s === passage.s);
    if (surface) {
      this.tool.begin(surface, frameOf(passage.area, surface), passage);
    }
  }

  takeBox(surface, { l, t, r, b }, from) {
    const part = n => Math.round(Math.max(0, Math.min(1, n)) * 10000) / 10000;
    const area = { page: 0, left: part(l / surface.w), bottom: part(1 - b / surface.h), right: part(r / surface.w), top: part(1 - t / surface.h) };
    this.onbox?.({ area, ranges: [], share: 0, from, s: surface.s, e: surface.s + 1 });
  }

  areasOn(piece, holder) {
    for (const p of this.passages.filter(p => p.area && p.s === piece.s)) {
      const isCurrent = same(p, this.current);
      const isPublic = this.mode === 'public';
      const box = h('span', isPublic ? { class: 'box area' } : {
        class: `${classOf(p)} area${isCurrent ? ' current' : ''}`, role: 'button', tabindex: isCurrent ? 0 : -1, 'data-s': p.s, 'data-e': p.e, 'data-k': keyOf(p),
        'aria-label': spoken(p, '', this.words), 'aria-current': isCurrent ? 'true' : null,
      }, h('span', { class: 'code', 'aria-hidden': isPublic ? null : 'true' }, p.mark || p.ground));
      Object.assign(box.style, { left: `${p.area.left * 100}%`, top: `${(1 - p.area.top) * 100}%`, width: `${(p.area.right - p.area.left) * 100}%`, height: `${(p.area.top - p.area.bottom) * 100}%` });
      holder.append(box);
      if (isCurrent && !p.pending && !isPublic) {
        // The picture has its measure once it is loaded, so the grip asks for it when it is taken.
        box.addEventListener('pointerdown', e => {
          const surface = this.surfaces().find(x => x.element === holder);
          if (surface) {
            this.tool.take(e, box, surface, frameOf(p.area, surface), p);
          }
        });
        box.append(h('span', { class: 'corner', 'aria-hidden': 'true' }));
      }
    }
    return holder;
  }

  blocks(nodes, inNever = false) {
    return nodes.map(n => this.block(n, inNever)).filter(Boolean);
  }

  block(n) {
    switch (n.k) {
      case 'h': return this.heading(n);
      case 'p': return h('p', null, this.inlines(n.c));
      case 'pre': return h('pre', null, this.inlines(n.c));
      case 'ul': case 'ol': return h(n.k, { start: n.k === 'ol' && n.n !== 1 ? n.n : null }, n.items.map(i =>
        h('li', { class: i.label ? 'own' : null }, i.label ? h('span', { class: 'marker' }, i.label) : null, this.blocks(i.b))));
      case 'table': return this.table(n);
      case 'fields': return h('dl', { class: n.small ? 'small' : null }, n.f.map(f => [h('dt', null, f.l), h('dd', null, this.inlines(f.c))]));
      case 'img': return h('p', null, this.inlines(n.c));
      case 'pb': return h('div', { class: 'pagebreak' });
      case 'hr': return h('hr');
      case 'note': return h('div', { class: 'small' }, h('span', { class: 'soft' }, `Noot ${n.id} `), this.blocks(n.b));
      case 'sec': return this.section(n);
      default: return null;
    }
  }

  /** Below the page's own heading, and never a level skipped: that is how a screen reader walks them. */
  heading(n) {
    this.level = Math.min(n.l + 1, (this.level ?? 1) + 1, 6);
    return h(`h${this.level}`, null, this.inlines(n.c));
  }

  section(n) {
    if (never[n.z]) {
      const inside = this.blocks(n.b);
      return this.mode === 'public' ? null : h('div', { class: 'never' }, h('span', { class: 'never-head' }, n.n ? `${named[n.n] ?? n.n}: ${never[n.z].charAt(0).toLowerCase()}${never[n.z].slice(1)}` : never[n.z]), inside);
    }
    const kind = n.z === 'QuotedReply' ? 'quoted' : n.z === 'Signature' ? 'sig' : null;
    return kind ? h('div', { class: kind }, this.blocks(n.b)) : h('div', null, this.blocks(n.b));
  }

  table(n) {
    const caption = n.cap.length ? h('caption', null, this.inlines(n.cap)) : null;
    return h('table', null, caption, n.rows.map((r, i) => h('tr', null, r.map(c =>
      h(i < n.hr || c.h ? 'th' : 'td', { colspan: c.cs > 1 ? c.cs : null, rowspan: c.rs > 1 ? c.rs : null }, this.blocks(c.b))))));
  }

  inlines(list) {
    return list.map(n => {
      if (n.a) {
        return this.inlines(n.a);
      }
      if (n.m !== undefined) {
        return h('span', { class: 'box' }, n.m);
      }
      if (n.fn !== undefined) {
        return h('sup', null, n.fn);
      }
      if (n.i !== undefined) {
        return this.image(n);
      }
      const holder = h('span', { class: 'r' });
      this.pieces.push({ s: n.s, e: n.e, holder, isBreak: n.br !== undefined });
      return styles.filter(([bit]) => (n.st ?? 0) & bit).reduce((inner, [, tag]) => h(tag, null, inner), holder);
    });
  }

  image(n) {
    const holder = h('span', { class: 'r' });
    const shown = n.i >= 0
      ? () => h('img', { src: `/api/documents/${this.doc.row.id}/images/${n.i}`, alt: n.alt || 'Afbeelding in het document', loading: 'lazy' })
      : () => h('span', { class: 'noimg' }, n.alt ? `Afbeelding: ${n.alt}` : 'Afbeelding');
    this.pieces.push({ s: n.s, e: n.e, holder, image: shown });
    return holder;
  }

  addTails() {
    const zones = this.doc.zones.filter(z => z.s >= this.doc.bodyEnd && tails[z.kind]);
    if (zones.length === 0) {
      return;
    }
    const rows = zones.map(z => {
      const holder = h('span', { class: 'r' });
      this.pieces.push({ s: z.s, e: z.e, holder });
      return [h('dt', null, z.name ?? tails[z.kind]), h('dd', null, holder)];
    });
    this.element.append(h('div', { class: 'never' }, h('span', { class: 'never-head' }, 'Hoort bij het bestand; wordt niet gepubliceerd of vervalt als er iets van gelakt is'), h('dl', { class: 'small' }, rows)));
  }

  /** Draws passages; only what changed is drawn again. */
  show(passages, current) {
    const before = this.passages;
    const key = p => `${p.s}|${p.e}|${areaKey(p.area)}|${classOf(p)}|${p.mark}|${p.ground}|${same(p, current)}`;
    const beforeKeys = new Set(before.map(p => `${p.s}|${p.e}|${areaKey(p.area)}|${classOf(p)}|${p.mark}|${p.ground}|${same(p, this.current)}`));
    const afterKeys = new Set(passages.map(key));
    const changed = [
      ...before.filter(p => !afterKeys.has(`${p.s}|${p.e}|${areaKey(p.area)}|${classOf(p)}|${p.mark}|${p.ground}|${same(p, this.current)}`)),
      ...passages.filter(p => !beforeKeys.has(key(p))),
    ];
    const first = !this.painted;
    this.passages = [...passages].sort((a, b) => a.s - b.s || b.e - a.e);
    this.drawn = this.mode === 'public' ? removals(this.passages) : this.mode === 'original' ? [] : this.passages.filter(p => !p.area);
    this.current = current;
    this.painted = true;
    for (const piece of this.pieces) {
      if (first || changed.some(c => c.s < piece.e && c.e > piece.s)) {
        this.paint(piece);
      }
    }
  }

  paint(piece) {
    const here = this.drawn.length ? this.drawn.filter(p => p.s < piece.e && p.e > piece.s) : [];
    const parts = [];
    let at = piece.s;
    for (const p of here) {
      const from = Math.max(at, p.s, piece.s);
      const to = Math.min(p.e, piece.e);
      if (to <= from) {
        continue;
      }
      parts.push(...this.plain(piece, at, from));
      parts.push(this.mark(piece, p, from, to));
      at = to;
    }
    parts.push(...this.plain(piece, at, piece.e));
    piece.holder.replaceChildren(...parts);
  }

  plain(piece, from, to) {
    if (from >= to) {
      return [];
    }
    if (piece.image) {
      // A picture (a signature, a portrait) is chosen by a click, or with the keys that choose text.
      const holder = h('span', { class: 'picture', 'data-o': from, onclick: e => { if (!this.tool.isOn && !e.target.closest('.area')) { this.onpicture?.({ s: piece.s, e: piece.e }); } } }, piece.image());
      return [this.areasOn(piece, holder)];
    }
    return piece.isBreak ? [h('br')] : [h('span', { 'data-o': from }, this.doc.text.slice(from, to))];
  }

  mark(piece, p, from, to) {
    if (this.mode === 'public') {
      return from === Math.max(p.s, piece.s) && p.s >= piece.s ? h('span', { class: 'box' }, p.mark || p.ground) : document.createTextNode('');
    }
    const isCurrent = same(p, this.current);
    const text = this.doc.text.slice(from, to);
    return h('span', {
      class: classOf(p) + (isCurrent ? ' current' : ''), 'data-s': p.s, 'data-e': p.e, 'data-k': keyOf(p), 'data-o': from,
      // A passage over several pieces is one button, named in full; the other pieces are text beside it.
      ...(from === p.s ? { role: 'button', tabindex: isCurrent ? 0 : -1, 'aria-label': spoken(p, this.doc.text.slice(p.s, p.e), this.words), 'aria-current': isCurrent ? 'true' : null } : {}),
    }, piece.image ? this.areasOn(piece, h('span', { class: 'picture', 'data-o': from }, piece.image())) : piece.isBreak ? h('br') : text);
  }

  /** The first piece of a passage. */
  find(passage) {
    return this.element.querySelector(`.mark[data-k="${keyOf(passage)}"]`);
  }
}

/** The stretch of text that is selected within an element, or null. */
export function selected(root) {
  const selection = getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed) {
    return null;
  }
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) {
    return null;
  }
  const s = placeOf(root, range.startContainer, range.startOffset, false);
  const e = placeOf(root, range.endContainer, range.endOffset, true);
  return s !== null && e !== null && e > s ? { s, e } : null;
}

/** The place in the text under a point of the screen; null where there is none. */
export function placeAt(root, x, y) {
  const caret = document.caretPositionFromPoint?.(x, y);
  const range = caret ? null : document.caretRangeFromPoint?.(x, y);
  const [node, offset] = caret ? [caret.offsetNode, caret.offset] : [range?.startContainer, range?.startOffset];
  return node && root.contains(node) ? placeOf(root, node, offset, false) : null;
}

function placeOf(root, node, offset, isEnd) {
  const own = node.nodeType === Node.TEXT_NODE ? node.parentElement.closest('[data-o]') : null;
  if (own) {
    return Number(own.dataset.o) + offset;
  }
  // Between pieces: the next one for a start, the one before for an end.
  const point = document.createRange();
  point.setStart(node, offset);
  let last = null;
  for (const piece of root.querySelectorAll('[data-o]')) {
    const inside = point.comparePoint(piece, 0);
    if (inside > 0 || (inside === 0 && !isEnd)) {
      if (!isEnd) {
        return Number(piece.dataset.o);
      }
      break;
    }
    last = piece;
  }
  return last && isEnd ? Number(last.dataset.o) + last.textContent.length : null;
}
