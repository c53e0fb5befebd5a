// Builds elements; text is always text, so nothing of a document can become markup.
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'class') {
      element.className = value;
    } else if (name === 'value' || name === 'checked' || name === 'disabled' || name === 'selected') {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  add(element, children);
  return element;
}

function add(element, children) {
  for (const child of children) {
    if (Array.isArray(child)) {
      add(element, child);
    } else if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  }
}

export const byId = id => document.getElementById(id);

export function fill(element, ...children) {
  element.replaceChildren();
  add(element, children);
  return element;
}

export function select(id, options, value, onchange) {
  return h('select', { id, onchange }, options.map(([code, text]) => h('option', { value: code, selected: code === value }, text)));
}

export function field(label, control) {
  return h('div', { class: 'field' }, h('label', { for: control.id }, label), control);
}

export const count = (n, one, many) => `${n.toLocaleString('nl-NL')} ${n === 1 ? one : many}`;

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];

export function day(iso) {
  if (!iso) {
    return '';
  }
  const [y, m, d] = iso.slice(0, 10).split('-');
  return `${Number(d)} ${months[Number(m) - 1]} ${y}`;
}

export const moment = iso => (iso ? `${day(iso)} ${iso.slice(11, 16)}` : '');
