import { count, day, field, fill, h, select } from './dom.js';
import { setKeys } from './keys.js';

const chunk = 150;
const views = [['open', 'Te doen'], ['all', 'Alle'], ['doubt', 'Twijfel'], ['quarantine', 'Quarantaine'], ['flag', 'Gevlagd'], ['ready', 'Gereed']];
const state = { view: 'all', kind: '', judgement: '', text: '', sort: 'doubt', current: 0 };

/** The list of documents. */
export async function dossierPage(app) {
  const dossier = await app.loadDossier();
  const body = h('tbody');
  const more = h('div', { class: 'more' });
  const figures = h('p', { class: 'figures' });
  const tabs = h('div', { class: 'tabs', role: 'group', 'aria-label': 'Welke documenten' });
  const found = h('p', { class: 'sr', role: 'status' });
  let rows = [];
  let shown = 0;

  function refill() {
    rows = arrange(dossier.documents.filter(matches));
    state.current = Math.max(0, Math.min(state.current, rows.length - 1));
    shown = 0;
    body.replaceChildren();
    grow();
    found.textContent = count(rows.length, 'document', 'documenten');
    fill(tabs, views.map(([code, text]) => h('button', {
      type: 'button', class: state.view === code ? '' : 'quiet', 'aria-pressed': String(state.view === code),
      onclick: () => { state.view = code; refill(); },
    }, text, ' ', h('span', { class: 'small' }, String(dossier.documents.filter(d => inView(d, code)).length)))));
  }

  function grow() {
    body.append(...rows.slice(shown, shown + chunk).map((r, i) => row(r, shown + i)));
    shown = Math.min(rows.length, shown + chunk);
    fill(more, rows.length === 0 ? 'Geen documenten in deze selectie.' : shown < rows.length ? h('button', { type: 'button', onclick: grow }, `Meer tonen (${rows.length - shown})`) : null);
    more.hidden = rows.length > 0 && shown >= rows.length;
  }

  function row({ doc, child, copies }, index) {
    const doubts = doc.doubts + doc.lost;
    return h('tr', { class: [child ? 'child' : '', index === state.current ? 'current' : ''].join(' ').trim(), 'data-index': index },
      h('td', { class: 'num' }, doc.id),
      h('td', { class: 'what' },
        h('a', { class: 'title', href: `/document/${doc.id}`, 'data-nav': true }, doc.title || doc.source),
        h('span', { class: 'path' }, doc.source.replace(/^bronnen\//, ''), doc.thread ? ` · conversatie ${doc.thread}` : ''),
        doc.family && doc.family !== doc.id ? h('span', { class: 'soft small' }, `bijlage bij ${doc.family} `) : null,
        copies > 0 ? h('span', { class: 'tag' }, count(copies, 'dubbel document', 'dubbele documenten')) : null,
        doc.quarantine ? h('span', { class: 'advice' }, doc.quarantine.reason, doc.quarantine.place ? ` (${doc.quarantine.place})` : '') : null),
      h('td', { class: 'kind' }, doc.kind),
      h('td', { class: 'date' }, day(doc.date)),
      h('td', { class: 'doubts' }, doubts > 0 ? h('span', { class: 'tag doubt' }, `${doubts} twijfel`) : null, doc.flagged > 0 ? h('span', { class: 'tag bad' }, 'vlag') : null),
      h('td', { class: 'count' }, doc.removed > 0 ? String(doc.removed) : '–'),
      h('td', { class: 'pages' }, doc.pages > 1 || doc.done > 0 ? `${doc.done} van ${doc.pages}` : 'ongezien'),
      h('td', { class: 'state' }, h('span', { class: doc.ready ? 'tag good' : doc.quarantine ? 'tag bad' : 'tag' }, doc.ready ? `✓ ${doc.state}` : doc.state)));
  }

  function move(step) {
    body.querySelector('tr.current')?.classList.remove('current');
    state.current = Math.max(0, Math.min(rows.length - 1, state.current + step));
    while (shown <= state.current && shown < rows.length) {
      grow();
    }
    const tr = body.querySelector(`tr[data-index="${state.current}"]`);
    tr?.classList.add('current');
    tr?.querySelector('a')?.focus({ preventScroll: true });
    tr?.scrollIntoView({ block: 'center' });
  }

  function open() {
    const next = rows.find(r => r.doc.doubts + r.doc.lost > 0) ?? rows.find(r => !r.doc.ready);
    if (next) {
      app.go(`/document/${next.doc.id}`);
    }
  }

  const all = dossier.documents;
  const ready = all.filter(d => d.ready).length;
  const doubts = all.reduce((n, d) => n + d.doubts + d.lost, 0);
  fill(figures,
    h('span', null, h('b', null, all.length.toLocaleString('nl-NL')), ' documenten'),
    h('span', null, h('b', null, all.reduce((n, d) => n + d.removed, 0).toLocaleString('nl-NL')), ' gelakte passages'),
    h('span', null, h('b', null, doubts.toLocaleString('nl-NL')), doubts === 1 ? ' twijfel' : ' twijfels'),
    h('span', null, h('b', null, String(all.filter(d => d.quarantine).length)), ' in quarantaine'));
  const kinds = [...new Set(all.map(d => d.kind))].sort();
  const states = [...new Set(all.map(d => d.state))].sort();
  const text = h('input', { id: 'filter-text', type: 'search', value: state.text, placeholder: 'titel, pad of nummer; Enter zoekt in alle tekst', onkeydown: e => { if (e.key === 'Enter' && text.value.trim().length > 1) { app.go(`/zoeken?q=${encodeURIComponent(text.value.trim())}`); } }, oninput: e => { state.text = e.target.value; refill(); } });
  const element = h('div', { class: 'dossier' },
    h('div', { class: 'dossier-head' },
      h('div', null, h('h1', null, dossier.subject || 'Dossier'), figures),
      h('div', { class: 'meter' },
        h('div', { class: 'row spread small' }, h('span', null, `${ready} van ${all.length} gereed`), h('span', { class: 'soft' }, `${all.length ? Math.floor(100 * ready / all.length) : 100} %`)),
        h('progress', { max: Math.max(1, all.length), value: ready, 'aria-label': 'Documenten die gereed zijn' }))),
    h('div', { class: 'filters' },
      h('div', { class: 'field search' }, h('label', { for: 'filter-text' }, 'Filter'), text),
      field('Soort', select('filter-kind', [['', 'alle'], ...kinds.map(k => [k, k])], state.kind, e => { state.kind = e.target.value; refill(); })),
      field('Beoordeling', select('filter-state', [['', 'alle'], ...states.map(k => [k, k])], state.judgement, e => { state.judgement = e.target.value; refill(); })),
      field('Volgorde', select('filter-sort', [['doubt', 'twijfel eerst'], ['number', 'nummer'], ['date', 'datum'], ['thread', 'conversatie']], state.sort, e => { state.sort = e.target.value; refill(); })),
      h('button', { type: 'button', class: 'primary', onclick: open }, 'Volgende twijfel ', h('kbd', null, 'n'))),
    h('div', { class: 'filters' }, tabs), found,
    h('div', { class: 'list' },
      h('table', null,
        h('caption', { class: 'sr' }, 'Documenten van het dossier'),
        h('thead', null, h('tr', null, [['num', 'Nr.'], ['what', 'Document'], ['kind', 'Soort'], ['date', 'Datum'], ['doubts', 'Twijfel'], ['count', 'Gelakt'], ['pages', 'Gezien'], ['state', 'Beoordeling']]
          .map(([c, t]) => h('th', { class: c, scope: 'col' }, t)))),
        body),
      more));
  refill();
  setKeys([
    { key: 'ArrowDown j', group: 'Dossier', text: 'Volgend document in de lijst', run: () => move(1) },
    { key: 'ArrowUp k', group: 'Dossier', text: 'Vorig document in de lijst', run: () => move(-1) },
    { key: 'Enter', group: 'Dossier', text: 'Document openen', run: () => rows[state.current] && app.go(`/document/${rows[state.current].doc.id}`) },
    { key: 'n', group: 'Dossier', text: 'Naar het eerste document met twijfel', run: open },
    { key: '/', group: 'Dossier', text: 'Filteren op titel of pad; Enter zoekt in alle tekst', run: () => text.focus() },
    { key: 'Escape', group: 'Dossier', text: '', run: () => { text.blur(); text.value = state.text = ''; refill(); } },
  ]);
  const watcher = new IntersectionObserver(entries => entries.some(e => e.isIntersecting) && shown < rows.length && grow(), { rootMargin: '600px' });
  return {
    element, title: dossier.subject || 'Dossier',
    shown: () => watcher.observe(more),
    leave: () => watcher.disconnect(),
    turned: () => app.go('/', true),
  };
}

function inView(d, view) {
  return view === 'all' || (view === 'open' && !d.ready) || (view === 'doubt' && d.doubts + d.lost > 0) || (view === 'quarantine' && d.quarantine)
    || (view === 'flag' && d.flagged > 0) || (view === 'ready' && d.ready);
}

function matches(d) {
  const text = state.text.trim().toLowerCase();
  return inView(d, state.view) && (!state.kind || d.kind === state.kind) && (!state.judgement || d.state === state.judgement)
    && (!text || `${d.id} ${d.title} ${d.source}`.toLowerCase().includes(text));
}

/** Sorts, and puts duplicates and contained mails under the document that they repeat. */
function arrange(documents) {
  const byId = new Map(documents.map(d => [d.id, d]));
  const parentOf = d => [d.duplicateOf, ...d.related].find(id => id && id !== d.id && byId.has(id));
  const children = new Map();
  const tops = [];
  for (const d of documents) {
    const parent = parentOf(d);
    if (parent && !(parentOf(byId.get(parent)) === d.id && d.id < parent)) {
      children.set(parent, [...(children.get(parent) ?? []), d]);
    } else {
      tops.push(d);
    }
  }
  const weight = d => d.doubts + d.lost + d.flagged + (d.quarantine && !d.ready ? 1 : 0);
  const total = d => weight(d) + (children.get(d.id) ?? []).reduce((n, c) => n + weight(c), 0);
  const orders = {
    doubt: (a, b) => (total(b) > 0) - (total(a) > 0) || total(b) - total(a) || a.ready - b.ready || a.id.localeCompare(b.id),
    number: (a, b) => a.id.localeCompare(b.id),
    date: (a, b) => (a.date ?? '9').localeCompare(b.date ?? '9') || a.id.localeCompare(b.id),
    thread: (a, b) => Number(a.thread ?? 1e9) - Number(b.thread ?? 1e9) || (a.date ?? '9').localeCompare(b.date ?? '9') || a.id.localeCompare(b.id),
  };
  const seen = new Set();
  const out = [];
  function put(doc, child) {
    if (seen.has(doc.id)) {
      return;
    }
    seen.add(doc.id);
    const below = children.get(doc.id) ?? [];
    out.push({ doc, child, copies: below.filter(d => d.duplicateOf === doc.id).length });
    below.forEach(d => put(d, true));
  }
  tops.sort(orders[state.sort]).forEach(d => put(d, false));
  documents.forEach(d => put(d, false));
  return out;
}
