import { h } from './dom.js';
import { get } from './api.js';
import { AreaTool, place } from './area-tool.js';
import { areaKey, classOf, crosses, keyOf, removals, same, spoken } from './passages.js';

let library = null;

async function pdfjs() {
  library ??= import('/app/pdfjs/pdf.min.mjs').then(lib => {
    lib.GlobalWorkerOptions.workerSrc = '/app/pdfjs/pdf.worker.min.mjs';
    return lib;
  });
  return library;
}

const open = async url => (await pdfjs()).getDocument({
  url, cMapUrl: '/app/pdfjs/cmaps/', cMapPacked: true, standardFontDataUrl: '/app/pdfjs/standard_fonts/', wasmUrl: '/app/pdfjs/wasm/', iccUrl: '/app/pdfjs/iccs/',
  isEvalSupported: false, enableXfa: false, useSystemFonts: false,
}).promise;

const measure = document.createElement('canvas').getContext('2d');

/** The pages of a PDF with its text over them, so that passages can be seen, chosen and added on the page itself. */
export class PdfView {
  constructor(doc, words, onpick, { onbox, onpage, drawn }) {
    Object.assign(this, { doc, words, onpick, onbox, onpage, drawn });
    this.passages = [];
    this.current = null;
    this.pages = [];
    this.element = h('div', { class: 'pdf' });
    this.ready = this.load();
    this.element.addEventListener('click', e => {
      const mark = e.target.closest('.mark[data-s]');
      if (mark && getSelection().isCollapsed && !this.tool.isOn) {
        onpick?.(this.passages.find(p => keyOf(p) === mark.dataset.k));
      }
    });
    this.tool = new AreaTool(this.element, () => this.surfaces(), (surface, frame, from) => this.takeBox(surface, frame, from));
  }

  async load() {
    const { pages } = await get(`/documents/${this.doc.row.id}/places`);
    const width = Math.min(900, this.element.clientWidth || 700);
    this.pages = pages.map((p, i) => this.page(p, i + 1, width / p.w));
    this.element.replaceChildren(...this.pages.map(p => p.element));
    this.watch = new IntersectionObserver(entries => {
      for (const entry of entries) {
        const page = this.pages.find(p => p.element === entry.target);
        if (entry.isIntersecting) {
          this.fillPage(page);
        }
        page.seen = entry.intersectionRatio;
      }
      const most = this.pages.reduce((a, b) => ((b.seen ?? 0) > (a.seen ?? 0) ? b : a), this.pages[0]);
      if (most && (most.seen ?? 0) > 0) {
        this.onpage?.(most.number);
      }
    }, { rootMargin: '300px 0px', threshold: [0, 0.25, 0.5, 0.75, 1] });
    this.pages.forEach(p => this.watch.observe(p.element));
    this.paint();
    if (this.drawn) {
      this.file = await open(`/api/documents/${this.doc.row.id}/original`);
      if (this.isLeft) {
        this.file.destroy();
        return;
      }
      this.pages.filter(p => p.filled).forEach(p => this.drawPage(p));
    }
  }

  page(p, number, scale) {
    const element = h('div', { class: this.drawn ? 'pdfpage' : 'pdfpage drawn', 'data-page': number, role: 'group', 'aria-label': `Bladzijde ${number}` });
    const words = h('div', { class: 'words' });
    const marks = h('div', { class: 'marks' });
    element.append(words, marks);
    element.style.width = `${p.w * scale}px`;
    element.style.height = `${p.h * scale}px`;
    const lines = p.lines.map(([s, top, height, ...edges]) => ({ s, e: s + edges.length - 1, top, height, edges }));
    return { number, scale, lines, w: p.w, h: p.h, upright: p.upright, element, words, marks };
  }

  fillPage(page) {
    if (page.filled) {
      return;
    }
    page.filled = true;
    for (const line of page.lines) {
      const text = this.doc.text.slice(line.s, line.e);
      for (const match of text.matchAll(/\S+\s*/g)) {
        page.words.append(this.word(page, line, match.index, match.index + match[0].length, match[0]));
      }
    }
    if (this.file) {
      this.drawPage(page);
    }
  }

  word(page, line, from, to, text) {
    const span = h('span', { 'data-o': line.s + from }, text);
    const size = line.height * page.scale * 0.86;
    const width = (line.edges[to] - line.edges[from]) * page.scale;
    measure.font = `${size}px "Liberation Sans", Arial, sans-serif`;
    const natural = measure.measureText(text).width || 1;
    span.style.left = `${line.edges[from] * page.scale}px`;
    span.style.top = `${(line.top + line.height * 0.06) * page.scale}px`;
    span.style.fontSize = `${size}px`;
    span.style.transform = `scaleX(${Math.max(0.2, Math.min(4, width / natural))})`;
    return span;
  }

  async drawPage(page) {
    if (page.canvas) {
      return;
    }
    page.canvas = h('canvas', { 'aria-hidden': 'true' });
    page.element.prepend(page.canvas);
    try {
      await paintPage(await this.file.getPage(page.number), page.canvas, page.scale);
    } catch (e) {
      // A page that is left while it is being drawn is no fault.
      if (!this.isLeft) {
        throw e;
      }
    }
  }

  show(passages, current) {
    this.passages = passages;
    this.current = current;
    this.paint();
  }

  paint() {
    for (const page of this.pages) {
      const boxes = [];
      for (const p of this.passages) {
        if (p.area) {
          if (p.area.page === page.number) {
            boxes.push(this.area(page, p));
          }
          continue;
        }
        let first = true;
        for (const line of page.lines) {
          if (crosses(p, line)) {
            boxes.push(this.mark(page, line, p, first));
            first = false;
          }
        }
      }
      page.marks.replaceChildren(...boxes);
    }
  }

  mark(page, line, p, first) {
    const from = Math.max(0, p.s - line.s);
    const to = Math.min(line.edges.length - 1, p.e - line.s);
    const isCurrent = same(p, this.current);
    const box = h('span', {
      class: classOf(p) + (isCurrent ? ' current' : ''), role: 'button', tabindex: isCurrent && first ? 0 : -1, 'data-s': p.s, 'data-e': p.e, 'data-k': keyOf(p),
      'aria-label': spoken(p, this.doc.text.slice(p.s, p.e), this.words), 'aria-current': isCurrent ? 'true' : null, 'aria-hidden': first ? null : 'true',
    });
    const top = line.top * page.scale;
    box.style.left = `${line.edges[from] * page.scale - 1}px`;
    box.style.width = `${(line.edges[to] - line.edges[from]) * page.scale + 2}px`;
    box.style.top = `${top - 1}px`;
    box.style.height = `${line.height * page.scale + 2}px`;
    return box;
  }

  area(page, p) {
    const isCurrent = same(p, this.current);
    const rect = frameOf(p.area, page);
    const box = h('span', {
      class: `${classOf(p)} area${isCurrent ? ' current' : ''}`, role: 'button', tabindex: isCurrent ? 0 : -1, 'data-s': p.s, 'data-e': p.e, 'data-k': keyOf(p),
      'aria-label': spoken(p, '', this.words), 'aria-current': isCurrent ? 'true' : null,
    }, h('span', { class: 'code', 'aria-hidden': 'true' }, p.mark || p.ground));
    place(box, rect, page.scale);
    if (isCurrent && !p.pending) {
      box.append(h('span', { class: 'corner', 'aria-hidden': 'true' }));
      box.addEventListener('pointerdown', e => this.tool.take(e, box, this.surface(page), rect, p));
    }
    return box;
  }

  find(passage) {
    return this.element.querySelector(`.mark[data-k="${keyOf(passage)}"]`);
  }

  pageOf(passage) {
    return passage.area ? passage.area.page : this.pages.find(p => p.lines.some(l => l.s < passage.e && l.e > passage.s))?.number ?? null;
  }

  toPage(number) {
    this.pages[number - 1]?.element.scrollIntoView({ block: 'start' });
  }

  /* ---- rectangles ---- */

  surfaces() {
    return this.pages.map(p => this.surface(p));
  }

  surface(page) {
    return { element: page.element, name: `bladzijde ${page.number}`, w: page.w, h: page.h, scale: () => page.scale, page };
  }

  /** Draws a frame: with the mouse anywhere, or with the keys from the page that is looked at. */
  beginBox(number) {
    const page = this.pages[(number || 1) - 1];
    this.tool.begin(page && this.surface(page));
  }

  /** Moves or sizes a rectangle with the keys. */
  editBox(passage) {
    const page = this.pages[passage.area.page - 1];
    if (page) {
      this.tool.begin(this.surface(page), frameOf(passage.area, page), passage);
    }
  }

  /** What was drawn: the rectangle in the page's own space, the text under it, and how much of it that text fills. */
  takeBox({ page }, frame, from) {
    const ranges = [];
    let filled = 0;
    for (const line of page.lines) {
      const high = Math.min(frame.b, line.top + line.height) - Math.max(frame.t, line.top);
      const middle = line.top + line.height / 2;
      if (high < 0.2 * line.height && (middle < frame.t || middle > frame.b)) {
        continue;
      }
      const inside = [];
      for (let i = 0; i < line.edges.length - 1; i++) {
        const [l, r] = [line.edges[i], line.edges[i + 1]];
        const shared = Math.min(frame.r, r) - Math.max(frame.l, l);
        if (shared > 0 && (shared * high > 0.2 * (r - l) * line.height || (l + r) / 2 >= frame.l && (l + r) / 2 <= frame.r)) {
          inside.push(i);
          filled += shared * Math.max(0, high);
        }
      }
      if (inside.length > 0) {
        ranges.push({ s: line.s + inside[0], e: line.s + inside[inside.length - 1] + 1 });
      }
    }
    const size = Math.max(1, (frame.r - frame.l) * (frame.b - frame.t));
    this.onbox?.({ area: areaOf(frame, page), ranges, share: filled / size, from, s: 0, e: 0 });
  }

  leave() {
    this.isLeft = true;
    this.watch?.disconnect();
    this.file?.destroy?.();
  }
}

const tenth = n => Math.round(n * 10) / 10;

/** A frame on the upright page as a rectangle in the page's own space, y up. */
function areaOf({ l, t, r, b }, page) {
  const [a, b1, c, d, e, f] = page.upright;
  const det = a * d - b1 * c;
  const back = (x, y) => ({ x: (d * (x - e) - c * (y - f)) / det, y: (a * (y - f) - b1 * (x - e)) / det });
  const [p, q] = [back(l, page.h - b), back(r, page.h - t)];
  return { page: page.number, left: tenth(Math.min(p.x, q.x)), bottom: tenth(Math.min(p.y, q.y)), right: tenth(Math.max(p.x, q.x)), top: tenth(Math.max(p.y, q.y)) };
}

/** The other way round. */
function frameOf(area, page) {
  const [a, b1, c, d, e, f] = page.upright;
  const on = (x, y) => ({ x: a * x + c * y + e, y: page.h - (b1 * x + d * y + f) });
  const [p, q] = [on(area.left, area.bottom), on(area.right, area.top)];
  return { l: Math.min(p.x, q.x), t: Math.min(p.y, q.y), r: Math.max(p.x, q.x), b: Math.max(p.y, q.y) };
}

async function paintPage(page, canvas, scale) {
  const ratio = Math.min(2, devicePixelRatio || 1);
  const viewport = page.getViewport({ scale: scale * ratio });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
}

/** The public PDF as it stands now, drawn by pdf.js. */
export class PublicPdf {
  constructor(doc) {
    this.doc = doc;
    this.element = h('div', { class: 'pdf', role: 'img', 'aria-label': 'De publieke versie van dit document' });
    this.stamp = null;
  }

  show(passages) {
    const stamp = JSON.stringify([removals(passages).map(p => [p.s, p.e, p.mark]), passages.filter(p => p.area && !p.pending).map(p => [areaKey(p.area), p.mark])]);
    if (stamp === this.stamp) {
      return;
    }
    this.stamp = stamp;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.draw(stamp), 350);
  }

  async draw(stamp) {
    try {
      const file = await open(`/api/documents/${this.doc.row.id}/public?${Date.now()}`);
      const pages = [];
      for (let i = 1; i <= file.numPages && stamp === this.stamp; i++) {
        const page = await file.getPage(i);
        const { width, height } = page.getViewport({ scale: 1 });
        const scale = Math.min(900, this.element.clientWidth || 500) / width;
        const canvas = h('canvas');
        const element = h('div', { class: 'pdfpage' }, canvas);
        element.style.width = `${width * scale}px`;
        element.style.height = `${height * scale}px`;
        await paintPage(page, canvas, scale);
        pages.push(element);
      }
      if (stamp === this.stamp) {
        this.element.replaceChildren(...pages);
      }
      file.destroy?.();
    } catch {
      this.element.replaceChildren(h('p', { class: 'note' }, 'De publieke versie kan nu niet worden getekend. Laad de pagina opnieuw.'));
    }
  }

  find() {
    return null;
  }
}
