import { count, fill, h } from './dom.js';
import { ask, complain, get, post, toast } from './api.js';
import { dialog } from './dialog.js';
import { setKeys } from './keys.js';
import { foretell } from './bulk.js';
import { snippet, stateTag } from './search.js';

/** The register of persons. */
export async function personsPage(app) {
  let { persons } = await get('/persons');
  let chosen = persons[0]?.id ?? null;
  let text = '';
  const joined = new Set();
  const list = h('ul', { class: 'people' });
  const detail = h('div', { class: 'panel person', 'aria-live': 'polite' });
  const found = h('p', { class: 'small soft', role: 'status' });
  const joinButton = h('button', { type: 'button', disabled: true, onclick: () => join() }, 'Samenvoegen…');
  const filter = h('input', { id: 'person-filter', type: 'search', oninput: () => { text = filter.value.trim().toLowerCase(); drawList(); } });

  const shown = () => persons.filter(p => !text || `${p.name} ${p.emails.join(' ')} ${p.functions.join(' ')} ${p.organisation} ${p.role}`.toLowerCase().includes(text));

  function drawList() {
    const rows = shown();
    found.textContent = count(rows.length, 'persoon', 'personen');
    fill(list, rows.slice(0, 500).map(p => h('li', { class: p.id === chosen ? 'current' : null },
      h('input', { type: 'checkbox', id: `join-${p.id}`, 'aria-label': `${p.name} kiezen om samen te voegen`, checked: joined.has(p.id), onchange: e => { e.target.checked ? joined.add(p.id) : joined.delete(p.id); tally(); } }),
      h('button', { type: 'button', class: 'quiet', 'aria-current': p.id === chosen ? 'true' : null, 'data-person': p.id, onclick: () => pick(p.id) },
        h('span', { class: 'name' }, p.name, p.emails[0] && p.name.toLowerCase() !== p.emails[0] ? h('span', { class: 'soft small' }, ` ${p.emails[0]}`) : null),
        h('span', null, p.role ? h('span', { class: 'tag good' }, 'openbaar') : null, p.doubts ? h('span', { class: 'tag doubt' }, `${p.doubts} twijfel`) : null, ' ', h('span', { class: 'soft small' }, String(p.sightings)))))));
    tally();
  }

  function tally() {
    joinButton.disabled = joined.size < 2;
    joinButton.textContent = joined.size > 1 ? `${joined.size} samenvoegen…` : 'Samenvoegen…';
  }

  async function pick(id) {
    chosen = id;
    drawList();
    await drawDetail();
  }

  async function drawDetail() {
    if (!chosen) {
      fill(detail, h('p', { class: 'empty' }, 'In dit dossier zijn geen personen gevonden.'));
      return;
    }
    try {
      const p = await get(`/persons/${chosen}`);
      const { row } = p;
      fill(detail,
        h('div', { class: 'row spread' }, h('h2', null, row.name), h('span', { class: 'soft small' }, `${row.strength} · bekend uit ${row.source}`)),
        h('p', { class: 'soft' }, [row.role || row.functions.join('; '), row.organisation, row.emails.join(', ')].filter(Boolean).join(' · ')),
        h('p', { class: 'figures' }, h('span', null, h('b', null, String(row.sightings)), ` keer in ${count(row.documents, 'document', 'documenten')}`), h('span', null, h('b', null, String(row.removed)), ' gelakt'),
          h('span', null, h('b', null, String(row.kept)), ' blijft'), row.doubts ? h('span', null, h('b', null, String(row.doubts)), ' twijfel') : null),
        h('div', { class: 'row actions' },
          h('button', { type: 'button', class: 'primary', disabled: row.sightings === 0, onclick: () => decide('remove', row) }, 'Overal lakken… ', h('kbd', null, 'l')),
          h('button', { type: 'button', disabled: row.sightings === 0, onclick: () => decide('keep', row) }, 'Openbaar in functie… ', h('kbd', null, '3')),
          p.names.length > 1 ? h('button', { type: 'button', onclick: () => split(p) }, 'Splitsen… ', h('kbd', null, 'x')) : null),
        p.row.ruling ? h('p', { class: 'ruling' }, h('span', { class: p.row.ruling.verdict === 'remove' ? 'tag black' : 'tag good' }, p.row.ruling.verdict === 'remove' ? `overal lakken, ${p.row.ruling.ground}` : 'openbaar in functie'),
          ` ${p.row.ruling.reason} – besloten door ${p.row.ruling.by}; geldt ook in documenten die later in het dossier komen.`) : null,
        h('h3', null, 'Schrijfwijzen'),
        h('p', { class: 'forms' }, p.forms.length ? p.forms.map(f => h('span', { class: 'tag' }, f.text, f.count > 1 ? ` ×${f.count}` : '')) : h('span', { class: 'soft' }, 'Niet in de documenten gezien.')),
        h('h3', null, 'Vermeldingen'),
        h('ul', { class: 'hits' }, p.sightings.map(s => h('li', null, h('span', { class: 'soft small' }, s.id), snippet(s, `/document/${s.id}?s=${s.s}`), stateTag(s.state), s.by ? h('span', { class: 'soft small' }, s.by) : null))),
        p.more > 0 ? h('p', { class: 'soft' }, `En nog ${p.more}.`) : null);
    } catch (e) {
      complain(e);
    }
  }

  async function decide(verdict, row) {
    try {
      const body = { verdict, label: 'NAME', ground: '5.1.2e', reason: verdict === 'keep' ? 'openbaar in functie' : 'persoonsgegevens' };
      const forecast = await ask(`/persons/${row.id}/decide`, { ...body, dry: true });
      const reason = h('input', { id: 'person-reason', value: verdict === 'keep' ? (row.role || row.functions[0] ? `openbaar in functie: ${row.role || row.functions[0]}` : '') : 'persoonsgegevens', maxlength: 2000 });
      const answer = await dialog(verdict === 'keep' ? `${row.name}: openbaar in functie` : `${row.name}: overal lakken`, [
        h('p', null, foretell(forecast)),
        h('p', { class: 'soft small' }, 'Geldt ook in documenten die later in het dossier komen. Wat een beoordelaar zelf al besloot, blijft staan.'),
        h('div', { class: 'field' }, h('label', { for: 'person-reason' }, verdict === 'keep' ? 'Reden (verplicht)' : 'Reden'), reason),
      ], [['Annuleren', null], [verdict === 'keep' ? 'Behouden' : 'Lakken', () => reason.value.trim() || (verdict === 'keep' ? (reason.focus(), undefined) : 'persoonsgegevens'), 'primary']]);
      if (answer) {
        const done = await post(`/persons/${row.id}/decide`, { ...body, reason: answer, dry: false });
        app.refreshSteps(done.done);
        toast(`${count(done.passages, 'passage', 'passages')} ${verdict === 'keep' ? 'behouden' : 'gelakt'}.`);
        await again();
      }
    } catch (e) {
      complain(e);
    }
  }

  const effect = ({ passages, documents }) => (passages === 0 ? 'Er verandert nu geen passage.' : `Daardoor ${passages === 1 ? 'verandert 1 passage' : `veranderen ${passages} passages`} in ${count(documents, 'document', 'documenten')}.`);

  async function join() {
    const ids = persons.filter(p => joined.has(p.id)).sort((a, b) => b.sightings - a.sightings).map(p => p.id);
    const names = ids.map(id => persons.find(p => p.id === id).name);
    try {
      const forecast = await ask('/persons/join', { ids, dry: true });
      if (await dialog('Personen samenvoegen', [h('p', null, `${names.join(' en ')} zijn één persoon.`), h('p', null, effect(forecast))], [['Annuleren', null], ['Samenvoegen', true, 'primary']])) {
        app.refreshSteps(await post('/persons/join', { ids, dry: false }));
        joined.clear();
        chosen = ids[0];
        toast('Samengevoegd.');
        await again();
      }
    } catch (e) {
      complain(e);
    }
  }

  async function split(p) {
    const boxes = p.names.map((n, i) => h('p', { class: 'check' }, h('input', { type: 'checkbox', id: `split-${i}`, value: n }), h('label', { for: `split-${i}`, class: 'check' }, n)));
    const names = () => boxes.map(b => b.querySelector('input')).filter(i => i.checked).map(i => i.value);
    const answer = await dialog('Persoon splitsen', [h('p', { class: 'soft' }, 'Kies de namen die bij iemand anders horen.'), boxes],
      [['Annuleren', null], ['Verder', () => (names().length > 0 && names().length < p.names.length ? names() : undefined), 'primary']]);
    if (!answer) {
      return;
    }
    try {
      const forecast = await ask(`/persons/${p.row.id}/split`, { names: answer, dry: true });
      if (await dialog('Persoon splitsen', [h('p', null, effect(forecast))], [['Annuleren', null], ['Splitsen', true, 'primary']])) {
        app.refreshSteps(await post(`/persons/${p.row.id}/split`, { names: answer, dry: false }));
        await again();
      }
    } catch (e) {
      complain(e);
    }
  }

  async function again() {
    ({ persons } = await get('/persons'));
    if (!persons.some(p => p.id === chosen)) {
      chosen = persons[0]?.id ?? null;
    }
    [...joined].filter(id => !persons.some(p => p.id === id)).forEach(id => joined.delete(id));
    drawList();
    await drawDetail();
  }

  function move(by) {
    const rows = shown();
    const next = rows[Math.max(0, Math.min(rows.length - 1, rows.findIndex(p => p.id === chosen) + by))];
    if (next) {
      pick(next.id);
      list.querySelector(`[data-person="${next.id}"]`)?.focus();
    }
  }

  const current = () => persons.find(p => p.id === chosen);
  drawList();
  await drawDetail();
  setKeys([
    { key: 'ArrowDown j', group: 'Personen', text: 'Volgende persoon', run: () => move(1) },
    { key: 'ArrowUp k', group: 'Personen', text: 'Vorige persoon', run: () => move(-1) },
    { key: 'l', group: 'Personen', text: 'Overal lakken', run: () => { current() && decide('remove', current()); } },
    { key: '3', group: 'Personen', text: 'Openbaar in functie, met reden', run: () => { current() && decide('keep', current()); } },
    { key: 'm', group: 'Personen', text: 'Kiezen om samen te voegen', run: () => { const box = document.getElementById(`join-${chosen}`); if (box) { box.click(); } } },
    { key: 'M', group: 'Personen', text: 'Gekozen personen samenvoegen', run: () => { joined.size > 1 && join(); } },
    { key: 'x', group: 'Personen', text: 'Persoon splitsen', run: () => { detail.querySelectorAll('.actions button')[2]?.click(); } },
    { key: '/', group: 'Personen', text: 'Zoeken in het register', run: () => filter.focus() },
    { key: 'u', group: 'Personen', text: 'Terug naar het dossier', run: () => { app.go('/'); } },
  ]);
  const element = h('div', { class: 'page persons' },
    h('div', { class: 'people-side' }, h('h1', null, 'Personen'), h('div', { class: 'field' }, h('label', { for: 'person-filter' }, 'Zoeken in het register'), filter),
      h('div', { class: 'row spread' }, found, joinButton), list), detail);
  return { element, title: 'Personen', turned: again };
}
