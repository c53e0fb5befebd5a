import { byId, h } from './dom.js';

export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function answer(response) {
  if (response.ok) {
    return response.json();
  }
  let message = 'De server gaf geen antwoord dat te lezen is. Laad de pagina opnieuw.';
  try {
    const text = await response.text();
    message = text.startsWith('{') ? JSON.parse(text).message : text;
  } catch { /* the first message stands */ }
  throw new Refused(response.status, message);
}

async function send(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Refused(0, 'De beoordeling is niet bereikbaar. Is \'woo review\' gestopt? Start het opnieuw; wat als opgeslagen is getoond, is bewaard.');
  }
}

export const get = async path => answer(await send('/api' + path));

/** Asks something that changes nothing but needs a body. */
export const ask = async (path, body) => answer(await send('/api' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }));

let open = 0;

/** Posts a change and says when it is on disk. */
export async function post(path, body) {
  open++;
  saved('Opslaan…', 'busy');
  try {
    const result = await answer(await send('/api' + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) }));
    open--;
    if (open === 0) {
      saved('Opgeslagen', '');
    }
    return result;
  } catch (e) {
    open--;
    saved('Niet opgeslagen', 'bad');
    throw e;
  }
}

function saved(text, kind) {
  const place = byId('saved');
  place.textContent = text;
  place.className = 'saved ' + kind;
}

/** A message that goes away by itself; a fault stays longer. */
export function toast(text, { bad = false, actions = [], keep = false, key = null } = {}) {
  const place = byId('toasts');
  if (key) {
    place.querySelector(`[data-key="${key}"]`)?.remove();
  }
  const element = h('div', { class: bad ? 'toast bad' : 'toast', role: bad ? 'alert' : null, 'data-key': key }, h('span', null, text), h('span', { class: 'row' }, actions));
  place.append(element);
  while (place.children.length > 3) {
    place.firstChild.remove();
  }
  if (!keep) {
    setTimeout(() => element.remove(), bad ? 12000 : 6000);
  }
  return element;
}

/** Takes a message away that isn't true any more. */
export function untoast(key) {
  byId('toasts').querySelector(`[data-key="${key}"]`)?.remove();
}

export function complain(e) {
  if (!(e instanceof Refused)) {
    console.error(e);
  }
  toast(e instanceof Refused ? e.message : 'Er ging iets mis in deze pagina. Laad haar opnieuw; uw besluiten zijn bewaard.', { bad: true });
}
