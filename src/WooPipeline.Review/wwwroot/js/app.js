import { byId, fill, h } from './dom.js';
import { complain, get, post, toast } from './api.js';
import { dialog } from './dialog.js';
import { listen, setGeneralKeys, setKeys, showKeys } from './keys.js';
import { dossierPage } from './dossier.js';
import { documentPage } from './document.js';
import { personsPage } from './persons.js';
import { searchPage } from './search.js';
import { publishPage } from './publish.js';

/** What all pages share. */
export const app = { status: null, words: null, dossier: null, page: null, go, refreshSteps, loadDossier };

const routes = [
  [/^\/$/, 'dossier', () => dossierPage(app)],
  [/^\/document\/(\w+)$/, 'dossier', id => documentPage(app, id)],
  [/^\/personen$/, 'persons', () => personsPage(app)],
  [/^\/zoeken$/, 'search', () => searchPage(app)],
  [/^\/publiceren$/, 'publish', () => publishPage(app)],
];

async function go(path, replace = false) {
  if (path !== location.pathname + location.search) {
    history[replace ? 'replaceState' : 'pushState'](null, '', path);
  }
  await show();
}

async function show() {
  const started = performance.now();
  const [, name, open, match] = routes.map(r => [...r, r[0].exec(location.pathname)]).find(r => r[3]) ?? [null, 'dossier', () => dossierPage(app), []];
  app.page?.leave?.();
  app.page = null;
  setKeys([]);
  byId('toasts').replaceChildren();
  for (const link of document.querySelectorAll('.menu a')) {
    link.dataset.page === name ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  }
  try {
    app.page = await open(...(match?.slice(1) ?? []));
    const main = byId('inhoud');
    fill(main, app.page.element);
    app.page.shown?.();
    document.title = `${app.page.title} – Beoordeling`;
    performance.measure('woo-page', { start: started, detail: location.pathname });
  } catch (e) {
    complain(e);
  }
}

async function loadDossier() {
  app.dossier = await get('/dossier');
  refreshSteps(app.dossier);
  return app.dossier;
}

/** Shows what undo and redo would do. */
function refreshSteps({ undo, redo }) {
  for (const [id, step, text] of [['undo', undo, 'Ongedaan maken'], ['redo', redo, 'Opnieuw']]) {
    const button = byId(id);
    button.disabled = !step;
    button.title = step ? `${text}: ${step}` : '';
  }
}

async function turn(direction) {
  try {
    // What is still being saved comes first: the last step is the one that was seen last.
    await app.page?.waiting;
    const changed = await post('/' + direction);
    refreshSteps(changed);
    if (!changed.step) {
      toast(direction === 'undo' ? 'Er is niets om ongedaan te maken.' : 'Er is niets om opnieuw te doen.', { key: 'turn' });
      return;
    }
    toast(`${direction === 'undo' ? 'Ongedaan gemaakt' : 'Opnieuw gedaan'}: ${changed.step}${changed.documents > 1 ? ` (${changed.documents} documenten)` : ''}.`, { key: 'turn' });
    await app.page?.turned?.(changed);
  } catch (e) {
    complain(e);
    await app.page?.turned?.({});
  }
}

async function askReviewer() {
  const input = h('input', { id: 'reviewer-name', value: app.status.reviewer, maxlength: 80, autocomplete: 'name' });
  const name = await dialog('Wie beoordeelt?', [
    h('p', { class: 'soft' }, 'Deze naam komt bij elk besluit te staan, ook in de lakverantwoording.'),
    h('div', { class: 'field' }, h('label', { for: 'reviewer-name' }, 'Naam'), input),
  ], [['Annuleren', null], ['Opslaan', () => input.value.trim() || undefined, 'primary']]);
  if (name) {
    try {
      app.status = await post('/reviewer', { name });
      byId('reviewer').textContent = app.status.reviewer;
    } catch (e) {
      complain(e);
    }
  }
}

async function waitForDossier() {
  for (;;) {
    app.status = await get('/status');
    if (app.status.ready) {
      return true;
    }
    const { failure, stage, done, total } = app.status;
    fill(byId('inhoud'), h('div', { class: 'loading' },
      h('h1', null, failure ? 'Dit dossier kan niet worden geopend' : 'Het dossier wordt gelezen'),
      h('p', null, failure ?? (stage ? `${stage}${total ? ` – ${done} van ${total}` : ''}` : 'Een ogenblik.')),
      failure ? null : h('progress', { max: Math.max(total, 1), value: done, 'aria-label': 'Voortgang van het lezen' }),
      h('p', { class: 'small' }, 'Alles blijft op deze computer; er gaat niets over het netwerk.')));
    if (failure) {
      return false;
    }
    await new Promise(r => setTimeout(r, 250));
  }
}

async function start() {
  listen();
  document.addEventListener('click', e => {
    const link = e.target.closest?.('a[data-nav]');
    if (link && !e.ctrlKey && !e.metaKey && !e.shiftKey && e.button === 0) {
      e.preventDefault();
      go(link.getAttribute('href'));
    }
  });
  addEventListener('popstate', () => show());
  byId('help').addEventListener('click', showKeys);
  byId('undo').addEventListener('click', () => turn('undo'));
  byId('redo').addEventListener('click', () => turn('redo'));
  byId('reviewer').addEventListener('click', askReviewer);
  setGeneralKeys([
    { key: 'z Ctrl+z', group: 'Overal', text: 'Ongedaan maken', run: () => { turn('undo'); } },
    { key: 'y Ctrl+y Ctrl+Shift+z', group: 'Overal', text: 'Opnieuw doen', run: () => { turn('redo'); } },
    { key: '?', group: 'Overal', text: 'Deze lijst', run: () => { showKeys(); } },
  ]);
  try {
    if (!await waitForDossier()) {
      return;
    }
    byId('reviewer').textContent = app.status.reviewer;
    byId('reviewer').setAttribute('aria-label', `Beoordelaar: ${app.status.reviewer}. Wijzigen`);
    document.querySelector('.brand').textContent = app.status.dossier;
    app.words = await get('/words');
    await show();
  } catch (e) {
    complain(e);
  }
}

start();
