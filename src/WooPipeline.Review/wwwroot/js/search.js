import { count, field, fill, h, select } from './dom.js';
import { ask, complain, post, toast } from './api.js';
import { dialog } from './dialog.js';
import { setKeys } from './keys.js';
import { foretell } from './bulk.js';

const words = { remove: ['gelakt', 'tag black'], keep: ['blijft', 'tag good'], doubt: ['twijfel', 'tag doubt'], none: ['zichtbaar', 'tag'] };
const state = { query: '', whole: true };
const mostDocuments = 200;
const mostHits = 100;

/** A passage in its surroundings. */
export const snippet = (hit, href) => h('a', { href, 'data-nav': true, class: 'snippet' }, h('span', { class: 'soft' }, hit.before), h('mark', null, hit.text), h('span', { class: 'soft' }, hit.after));

export const stateTag = s => h('span', { class: words[s][1] }, words[s][0]);

/** Search over the text of all documents, and remove what was found. */
export async function searchPage(app) {
  state.query = new URLSearchParams(location.search).get('q') ?? state.query;
  const input = h('input', { id: 'search-text', type: 'search', value: state.query, maxlength: 200, autocomplete: 'off', oninput: () => later() });
  const whole = h('input', { type: 'checkbox', id: 'search-whole', checked: state.whole, onchange: () => run() });
  const summary = h('p', { class: 'figures', role: 'status' });
  const results = h('div', { class: 'results' });
  const note = h('p', { class: 'soft small', role: 'status' });
  const ground = select('search-ground', app.words.grounds.map(g => [g.code, `${g.code} ${g.label}`]), '5.1.2e');
  const label = select('search-label', app.words.labels.map(l => [l.code, l.label]), 'NAME');
  const button = h('button', { type: 'button', class: 'primary', disabled: true, onclick: () => remove() }, 'Lakken…');
  const all = h('input', { type: 'checkbox', id: 'search-all', onchange: () => {
    found.documents.forEach(d => d.hits.filter(x => !x.by).forEach(x => choose(keyOf(d, x), all.checked)));
    results.querySelectorAll('input[data-hit]').forEach(b => { b.checked = chosen.has(b.dataset.hit); });
    tally();
  } });
  // What is chosen is kept apart from what is drawn: of many hits only the first are.
  const chosen = new Set();
  const keyOf = (d, hit) => `${d.id} ${hit.s} ${hit.e}`;
  const choose = (key, on) => (on ? chosen.add(key) : chosen.delete(key));
  let timer = 0;
  let turn = 0;
  let found = { documents: [], hits: 0 };

  const later = () => { clearTimeout(timer); timer = setTimeout(run, 220); };
  const picked = () => [...chosen].map(key => key.split(' ')).map(([id, s, e]) => ({ id, s: Number(s), e: Number(e) }));
  const tally = () => { button.disabled = chosen.size === 0; button.textContent = chosen.size ? `${chosen.size.toLocaleString('nl-NL')} lakken…` : 'Lakken…'; };

  async function run() {
    state.query = input.value.trim();
    state.whole = whole.checked;
    const mine = ++turn;
    if (state.query.length < 2) {
      found = { documents: [], hits: 0 };
      return show();
    }
    try {
      const answer = await ask('/search', { query: state.query, whole: state.whole });
      if (mine === turn) {
        found = answer;
        show();
      }
    } catch (e) {
      complain(e);
    }
  }

  function show() {
    const hits = found.documents.flatMap(d => d.hits);
    chosen.clear();
    found.documents.forEach(d => d.hits.filter(x => !x.by && x.state !== 'remove').forEach(x => chosen.add(keyOf(d, x))));
    const unshown = hits.length - found.documents.slice(0, mostDocuments).reduce((n, d) => n + Math.min(d.hits.length, mostHits), 0);
    const doubts = hits.filter(x => x.state === 'doubt').length;
    fill(summary, state.query.length < 2 ? 'Typ ten minste twee tekens.' : [
      h('span', null, h('b', null, String(hits.length)), hits.length === 1 ? ' plaats' : ' plaatsen', ` in ${count(found.documents.length, 'document', 'documenten')}`, found.more ? ' (en meer)' : ''),
      h('span', null, h('b', null, String(hits.filter(x => x.state === 'remove').length)), ' al gelakt'),
      h('span', null, h('b', null, String(hits.filter(x => x.state === 'none' || x.state === 'keep').length)), ' zichtbaar'),
      doubts > 0 ? h('span', null, h('b', null, String(doubts)), doubts === 1 ? ' twijfel' : ' twijfels') : null]);
    fill(note, found.more ? 'Er zijn meer dan 5.000 plaatsen. Lak deze, en zoek dan opnieuw.'
      : unshown > 0 ? `${count(unshown, 'plaats', 'plaatsen')} ${unshown === 1 ? 'past' : 'passen'} niet in deze lijst en ${unshown === 1 ? 'telt' : 'tellen'} wel mee in wat gekozen is.` : null);
    fill(results, found.documents.slice(0, mostDocuments).map(d => h('section', { class: 'panel' },
      h('h2', null, h('span', { class: 'soft' }, d.id, ' '), d.title),
      h('ul', { class: 'hits' }, d.hits.slice(0, mostHits).map((hit, i) => h('li', null,
        h('input', { type: 'checkbox', id: `hit-${d.id}-${i}`, 'aria-label': `${hit.text} in document ${d.id}, plaats ${i + 1}`, disabled: !!hit.by, checked: chosen.has(keyOf(d, hit)),
          'data-hit': keyOf(d, hit), onchange: e => { choose(keyOf(d, hit), e.target.checked); tally(); } }),
        snippet(hit, `/document/${d.id}?s=${hit.s}`), stateTag(hit.state), hit.by ? h('span', { class: 'soft small' }, hit.by) : null))))));
    all.checked = false;
    tally();
  }

  async function remove() {
    const body = { query: state.query, whole: state.whole, only: picked(), verdict: 'remove', label: label.value, ground: ground.value, reason: '' };
    try {
      const forecast = await ask('/search/decide', { ...body, dry: true });
      if (await dialog('Lakken wat gevonden is', [h('p', null, foretell(forecast)), h('p', { class: 'soft' }, `Grond ${ground.value}. In één keer terug te draaien.`)], [['Annuleren', null], ['Lakken', true, 'primary']])) {
        const done = await post('/search/decide', { ...body, dry: false });
        app.refreshSteps(done.done);
        toast(`${count(done.passages, 'passage', 'passages')} gelakt in ${count(done.documents, 'document', 'documenten')}.`);
        await run();
      }
    } catch (e) {
      complain(e);
    }
  }

  const element = h('div', { class: 'page' }, h('h1', null, 'Zoeken en lakken'),
    h('p', { class: 'soft' }, 'Zoekt in de tekst van alle documenten, ongeacht hoofdletters en spaties. Over wat een beoordelaar al besloot, gaat dit niet heen.'),
    h('div', { class: 'filters' },
      h('div', { class: 'field search' }, h('label', { for: 'search-text' }, 'Tekst'), input),
      h('p', { class: 'check' }, whole, h('label', { for: 'search-whole', class: 'check' }, 'hele woorden')),
      field('Grond', ground), field('Soort', label), button),
    summary, h('p', { class: 'check' }, all, h('label', { for: 'search-all', class: 'check' }, 'alles kiezen, ook wat al gelakt is')), note, results);
  setKeys([
    { key: '/', group: 'Zoeken', text: 'Naar het zoekveld', run: () => input.focus() },
    { key: 'l', group: 'Zoeken', text: 'Lakken wat gekozen is', run: () => { button.disabled || remove(); } },
    { key: 'u', group: 'Zoeken', text: 'Terug naar het dossier', run: () => { app.go('/'); } },
  ]);
  await run();
  return { element, title: 'Zoeken', shown: () => input.focus(), turned: run };
}
