import { h } from './dom.js';

// A frame on a page or a picture, drawn with the mouse or with the keys. Frames are in points from the upper left corner of the surface.
const step = 12;
const fine = 1;
const least = 3;
const centimetre = 72 / 2.54;
const cm = points => (points / centimetre).toFixed(1).replace('.', ',');

export function place(element, { l, t, r, b }, scale) {
  Object.assign(element.style, { left: `${l * scale}px`, top: `${t * scale}px`, width: `${(r - l) * scale}px`, height: `${(b - t) * scale}px` });
}

/** Keeps a frame on its surface, with its size. */
export function within({ l, t, r, b }, surface) {
  const width = Math.min(r - l, surface.w);
  const height = Math.min(b - t, surface.h);
  const left = Math.max(0, Math.min(l, surface.w - width));
  const top = Math.max(0, Math.min(t, surface.h - height));
  return { l: left, t: top, r: left + width, b: top + height };
}

export class AreaTool {
  /** The surfaces are {element, name, w, h, scale}; onplace(surface, frame, from) gets what was drawn. */
  constructor(root, surfaces, onplace) {
    Object.assign(this, { root, surfaces, onplace });
    this.says = h('p', { class: 'sr', role: 'status' });
    root.addEventListener('pointerdown', e => this.press(e));
  }

  get isOn() {
    return !!this.on;
  }

  /** Begins: the mouse draws, or the keys move a frame that stands ready. */
  begin(surface, frame, from = null) {
    this.stop();
    this.on = true;
    this.from = from;
    this.surfaces().forEach(s => s.element.classList.add('boxing'));
    if (surface) {
      this.show(surface, frame ?? middle(surface));
    }
  }

  stop() {
    this.on = false;
    this.from = null;
    this.isSizing = false;
    this.frame?.element.remove();
    this.says.remove();
    this.frame = null;
    this.surfaces().forEach(s => s.element.classList.remove('boxing'));
  }

  show(surface, rect) {
    this.frame?.element.remove();
    const element = h('div', { class: 'rubber keyed', role: 'application', tabindex: 0, 'aria-roledescription': 'kader' });
    element.addEventListener('keydown', e => this.key(e));
    this.frame = { surface, rect: within(rect, surface), element };
    surface.element.append(element);
    this.root.append(this.says);
    this.moved();
    element.scrollIntoView({ block: 'nearest' });
    element.focus({ preventScroll: true });
  }

  moved() {
    const { surface, rect, element } = this.frame;
    place(element, rect, surface.scale());
    const text = `Kader op ${surface.name}: ${cm(rect.l)} cm van links, ${cm(rect.t)} cm van boven, ${cm(rect.r - rect.l)} bij ${cm(rect.b - rect.t)} cm.`;
    element.setAttribute('aria-label', `${text} ${this.isSizing ? 'Pijlen vergroten en verkleinen' : 'Pijlen verplaatsen'}, Enter plaatst, Esc stopt.`);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => { this.says.textContent = text; }, 250);
  }

  key(e) {
    const by = e.shiftKey ? fine : step;
    const [dx, dy] = { ArrowLeft: [-by, 0], ArrowRight: [by, 0], ArrowUp: [0, -by], ArrowDown: [0, by] }[e.key] ?? [0, 0];
    if (dx || dy) {
      this.change(dx, dy, this.isSizing || e.ctrlKey || e.metaKey);
    } else if (e.key === ' ') {
      this.isSizing = !this.isSizing;
      this.frame.element.classList.toggle('sizing', this.isSizing);
      this.moved();
      this.says.textContent = this.isSizing ? 'Pijlen vergroten en verkleinen nu het kader.' : 'Pijlen verplaatsen nu het kader.';
    } else if (e.key === 'PageDown' || e.key === 'PageUp') {
      this.turn(e.key === 'PageDown' ? 1 : -1);
    } else if (e.key === 'Enter') {
      this.finish(this.frame.surface, this.frame.rect);
    } else if (e.key === 'Escape') {
      this.stop();
      this.root.dispatchEvent(new CustomEvent('woo-stop'));
    } else {
      return;
    }
    e.preventDefault();
    e.stopPropagation();
  }

  change(dx, dy, sizes) {
    const { rect, surface } = this.frame;
    this.frame.rect = sizes
      ? { ...rect, r: clamp(rect.r + dx, rect.l + least, surface.w), b: clamp(rect.b + dy, rect.t + least, surface.h) }
      : within({ l: rect.l + dx, t: rect.t + dy, r: rect.r + dx, b: rect.b + dy }, surface);
    this.moved();
  }

  /** The same frame on the next or the last surface. */
  turn(by) {
    const all = this.surfaces();
    const next = all[all.findIndex(s => s.element === this.frame.surface.element) + by];
    if (next) {
      this.show(next, this.frame.rect);
      this.frame.element.scrollIntoView({ block: 'center' });
    }
  }

  finish(surface, rect) {
    const from = this.from;
    this.stop();
    if (rect.r - rect.l >= least && rect.b - rect.t >= least) {
      this.onplace(surface, rect, from);
    }
  }

  press(e) {
    const surface = this.on && e.button === 0 ? this.surfaces().find(s => s.element.contains(e.target)) : null;
    if (!surface) {
      return;
    }
    e.preventDefault();
    const from = this.from;
    const rubber = h('div', { class: 'rubber' });
    const start = at(e, surface);
    this.frame?.element.remove();
    surface.element.append(rubber);
    drag(surface, point => place(rubber, span(start, point), surface.scale()), point => {
      rubber.remove();
      this.from = from;
      this.finish(surface, span(start, point));
    });
  }

  /** Lets a placed rectangle be moved by its middle and sized by its corner: called when it is pressed. */
  take(e, element, surface, rect, from) {
    if (e.button !== 0 || this.on) {
      return;
    }
    e.preventDefault();
    const sizes = e.target.classList.contains('corner');
    const start = at(e, surface);
    let now = rect;
    drag(surface, point => {
      const [dx, dy] = [point.x - start.x, point.y - start.y];
      now = sizes ? { ...rect, r: clamp(rect.r + dx, rect.l + least, surface.w), b: clamp(rect.b + dy, rect.t + least, surface.h) }
        : within({ l: rect.l + dx, t: rect.t + dy, r: rect.r + dx, b: rect.b + dy }, surface);
      place(element, now, surface.scale());
    }, () => {
      if (Math.abs(now.l - rect.l) + Math.abs(now.t - rect.t) + Math.abs(now.r - rect.r) + Math.abs(now.b - rect.b) > 1) {
        this.onplace(surface, now, from);
      }
    });
  }
}

const clamp = (value, low, high) => Math.max(low, Math.min(high, value));

function at(e, surface) {
  const box = surface.element.getBoundingClientRect();
  const scale = surface.scale();
  return { x: clamp((e.clientX - box.left) / scale, 0, surface.w), y: clamp((e.clientY - box.top) / scale, 0, surface.h) };
}

const span = (a, b) => ({ l: Math.min(a.x, b.x), t: Math.min(a.y, b.y), r: Math.max(a.x, b.x), b: Math.max(a.y, b.y) });

function drag(surface, onmove, onend) {
  const move = e => onmove(at(e, surface));
  const end = e => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', end);
    onend(at(e, surface));
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end);
}

/** A frame of a common size in the middle of what is seen of a surface. */
function middle(surface) {
  const box = surface.element.getBoundingClientRect();
  const scale = surface.scale();
  const top = clamp((clamp(-box.top, 0, box.height) + clamp(innerHeight - box.top, 0, box.height)) / 2 / scale, 0, surface.h);
  const width = Math.min(144, surface.w / 2);
  const height = Math.min(48, surface.h / 2);
  return { l: (surface.w - width) / 2, t: top - height / 2, r: (surface.w + width) / 2, b: top + height / 2 };
}
