import { h } from './dom.js';
import { dialog } from './dialog.js';

// Keys of the page that is open; each also has a button. Single letters can be turned off (WCAG 2.1.4).
let bindings = [];
const always = [];
const offName = 'woo-letters-uit';

export const lettersOff = () => localStorage.getItem(offName) === 'ja';

/** Replaces the keys of the page: [{key, group, text, run}]; key as "Shift+ArrowRight", "Ctrl+z" or "l"; several by a space. One without `run` is only listed: what has the focus acts on it itself. */
export function setKeys(list) {
  bindings = list;
}

export function setGeneralKeys(list) {
  always.push(...list);
}

function nameOf(event) {
  const parts = [];
  if (event.ctrlKey || event.metaKey) {
    parts.push('Ctrl');
  }
  if (event.altKey) {
    parts.push('Alt');
  }
  if (event.shiftKey && (event.key.length > 1 || event.ctrlKey || event.metaKey)) {
    parts.push('Shift');
  }
  parts.push(event.key.length === 1 && (event.ctrlKey || event.metaKey) ? event.key.toLowerCase() : event.key === ' ' ? 'Space' : event.key);
  return parts.join('+');
}

function isTyping(target) {
  return target.closest?.('input, select, textarea, [contenteditable]') !== null && !['checkbox', 'radio', 'button'].includes(target.type);
}

export function listen() {
  document.addEventListener('keydown', event => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) {
      return;
    }
    const name = nameOf(event);
    const typing = isTyping(event.target);
    const isLetter = name.length === 1;
    if (typing && name !== 'Escape' && !name.startsWith('Ctrl+Enter')) {
      return;
    }
    if (isLetter && lettersOff() && name !== '?') {
      return;
    }
    if ((name === 'Enter' || name === 'Space') && event.target.closest?.('button, a, summary')) {
      return;
    }
    const found = [...bindings, ...always].find(b => b.run && b.key.split(' ').includes(name));
    if (found && found.run(event) !== false) {
      event.preventDefault();
    }
  });
}

const shown = { ArrowRight: '→', ArrowLeft: '←', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', Space: 'Spatie', Shift: 'Shift', Ctrl: 'Ctrl', Delete: 'Del' };

function caps(key) {
  return key.split(' ').map((k, i) => [i ? ' of ' : '', k.length === 1 ? h('kbd', null, k) : k.split('+').map((p, j) => [j ? '+' : '', h('kbd', null, shown[p] ?? p)])]);
}

export function showKeys() {
  const groups = new Map();
  for (const b of [...bindings, ...always].filter(b => b.text)) {
    groups.set(b.group, [...(groups.get(b.group) ?? []), b]);
  }
  const off = h('input', { type: 'checkbox', id: 'letters-off', checked: lettersOff(), onchange: e => localStorage.setItem(offName, e.target.checked ? 'ja' : 'nee') });
  dialog('Toetsen', [
    h('div', { class: 'keys' }, [...groups].map(([group, list]) => h('div', null, h('h3', null, group),
      h('dl', null, list.map(b => [h('dt', null, caps(b.key)), h('dd', null, b.text)]))))),
    h('div', { class: 'legend small' }, h('h3', null, 'Kleuren'), h('p', null,
      h('span', { class: 'mark remove' }, 'gelakt'), ' ', h('span', { class: 'mark remove unsure' }, 'gelakt, minder zeker'), ' ', h('span', { class: 'mark remove byperson' }, 'door een mens gelakt'), ' ',
      h('span', { class: 'mark keep' }, 'blijft'), ' ', h('span', { class: 'mark keep byperson' }, 'door een mens behouden'), ' ', h('span', { class: 'mark remove doubt' }, 'twijfel')),
    h('p', null, 'Onderrand: ', [['name', 'naam'], ['contact', 'bereikbaarheid'], ['number', 'nummer of datum'], ['place', 'plaats'], ['other', 'anders']].map(([k, t]) => [h('span', { class: `mark remove k-${k}` }, t), ' ']))),
    h('p', { class: 'check small' }, off, h('label', { for: 'letters-off', class: 'check' }, 'Losse letters niet als toets gebruiken (bijvoorbeeld bij spraakinvoer)')),
  ], undefined, 'broad');
}
