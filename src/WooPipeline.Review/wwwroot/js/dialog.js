import { h } from './dom.js';

/** A window over the page; the promise gives the value of the button that closed it, or null. */
export function dialog(title, body, buttons = [['Sluiten', null, 'primary']], kind = null) {
  return new Promise(resolve => {
    const box = h('dialog', { class: kind, 'aria-labelledby': 'dialog-title' },
      h('form', { method: 'dialog' },
        h('h2', { id: 'dialog-title' }, title), body,
        h('div', { class: 'dialog-end' }, buttons.map(([text, value, kind]) =>
          h('button', { type: 'button', class: kind ?? '', onclick: () => close(typeof value === 'function' ? value() : value) }, text)))));
    function close(value) {
      if (value === undefined) {
        return;
      }
      box.close();
      box.remove();
      resolve(value);
    }
    box.addEventListener('cancel', () => close(null));
    box.querySelector('form').addEventListener('submit', e => {
      e.preventDefault();
      box.querySelector('.dialog-end .primary')?.click();
    });
    document.body.append(box);
    box.showModal();
    (box.querySelector('[autofocus]') ?? box.querySelector('input, select, textarea') ?? box.querySelector('.dialog-end .primary'))?.focus();
  });
}
