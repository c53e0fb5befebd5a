import { h } from './dom.js';
import { get } from './api.js';
import { classOf, removals, same, spoken } from './passages.js';

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
      if (mark && getSelection().isCollapsed) {
        onpick?.({ s: Number(mark.dataset.s), e: Number(mark.dataset.e) });
      }
    });
    this.element.addEventListener('pointerdown', e => this.startBox(e));
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
    return { number, scale, lines, w: p.w, h: p.h, element, words, marks };
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
    await paintPage(await this.file.getPage(page.number), page.canvas, page.scale);
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
        let first = true;
        for (const line of page.lines) {
          if (line.s < p.e && line.e > p.s) {
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
      class: classOf(p) + (isCurrent ? ' current' : ''), role: 'button', tabindex: isCurrent && first ? 0 : -1, 'data-s': p.s, 'data-e': p.e,
      'aria-label': spoken(p, this.doc.text.slice(p.s, p.e), this.words), 'aria-current': isCurrent ? 'true' : null, 'aria-hidden': first ? null : 'true',
    });
    const top = line.top * page.scale;
    box.style.left = `${line.edges[from] * page.scale - 1}px`;
    box.style.width = `${(line.edges[to] - line.edges[from]) * page.scale + 2}px`;
    box.style.top = `${top - 1}px`;
    box.style.height = `${line.height * page.scale + 2}px`;
    return box;
  }

  find(passage) {
    return this.element.querySelector(`.mark[data-s="${passage.s}"][data-e="${passage.e}"]`);
  }

  pageOf(passage) {
    return this.pages.find(p => p.lines.some(l => l.s < passage.e && l.e > passage.s))?.number ?? null;
  }

  toPage(number) {
    this.pages[number - 1]?.element.scrollIntoView({ block: 'start' });
  }

  /* ---- a box drawn with the mouse, or with keys ---- */

  set boxing(on) {
    this.isBoxing = on;
    this.pages.forEach(p => p.element.classList.toggle('boxing', on));
  }

  startBox(e) {
    const page = this.pages.find(p => p.element.contains(e.target));
    if (!this.isBoxing || !page || e.button !== 0) {
      return;
    }
    e.preventDefault();
    const area = page.element.getBoundingClientRect();
    const rubber = h('div', { class: 'rubber' });
    page.element.append(rubber);
    const x0 = e.clientX - area.left;
    const y0 = e.clientY - area.top;
    const at = m => ({ l: Math.min(x0, m.clientX - area.left), t: Math.min(y0, m.clientY - area.top), r: Math.max(x0, m.clientX - area.left), b: Math.max(y0, m.clientY - area.top) });
    const move = m => place(rubber, at(m));
    const end = m => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      rubber.remove();
      this.takeBox(page, at(m));
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
  }

  /** The words whose middle lies in a box, as stretches of text. */
  takeBox(page, { l, t, r, b }) {
    const k = page.scale;
    const ranges = [];
    for (const line of page.lines) {
      const middle = (line.top + line.height / 2) * k;
      if (middle < t || middle > b) {
        continue;
      }
      const inside = [];
      for (let i = 0; i < line.edges.length - 1; i++) {
        const x = (line.edges[i] + line.edges[i + 1]) / 2 * k;
        if (x >= l && x <= r) {
          inside.push(line.s + i);
        }
      }
      if (inside.length > 0) {
        ranges.push({ s: inside[0], e: inside[inside.length - 1] + 1 });
      }
    }
    this.onbox?.(ranges);
  }

  leave() {
    this.watch?.disconnect();
    this.file?.destroy?.();
  }
}

function place(element, { l, t, r, b }) {
  Object.assign(element.style, { left: `${l}px`, top: `${t}px`, width: `${r - l}px`, height: `${b - t}px` });
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
    const stamp = JSON.stringify(removals(passages).map(p => [p.s, p.e, p.mark]));
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
