import { field, fill, h, moment, select } from './dom.js';
import { dialog } from './dialog.js';

/** The judgement on a document, with the second pair of eyes. */
export function drawJudgement(place, page) {
  const j = page.status.judgement;
  const mine = j && j.by.toLowerCase() === page.app.status.reviewer.toLowerCase();
  fill(place, h('h2', null, 'Oordeel'),
    h('p', null, h('span', { class: 'tag' }, page.status.row.state), j || !page.doc.row.hasText ? '' : h('span', { class: 'soft small' }, ' volgt uit de passages')),
    j ? h('p', { class: 'small' }, j.grounds.length ? `${j.grounds.join(', ')}. ` : '', j.motivation) : null,
    j ? h('p', { class: 'small soft' }, `Gegeven door ${j.by}${j.at ? `, ${moment(j.at)}` : ''}.`, ' ',
      j.confirmedBy ? `Bevestigd door ${j.confirmedBy}, ${moment(j.confirmedAt)}.` : 'Nog niet door een tweede bevestigd.') : null,
    h('p', { class: 'row' },
      h('button', { type: 'button', onclick: () => askJudgement(page) }, j ? 'Oordeel wijzigen ' : 'Oordeel geven ', h('kbd', null, 'j')),
      j && !j.confirmedBy ? h('button', { type: 'button', disabled: mine, title: mine ? 'Een ander dan wie het oordeel gaf, bevestigt.' : '', onclick: () => page.sendTo('confirm', {}) }, 'Bevestigen ', h('kbd', null, 'J')) : null));
}

export async function askJudgement(page) {
  const j = page.status.judgement;
  const { words } = page;
  const state = select('judge-state', words.states.filter(s => s !== 'dubbel' || page.doc.row.duplicateOf).map(s => [s, s]), j?.state ?? page.status.row.state);
  const chosen = new Set(j?.grounds ?? []);
  const grounds = h('fieldset', { class: 'grounds' }, h('legend', null, 'Gronden'), words.grounds.filter(g => g.code.startsWith('5.')).map((g, i) => h('p', { class: 'check' },
    h('input', { type: 'checkbox', id: `judge-ground-${i}`, value: g.code, checked: chosen.has(g.code) }),
    h('label', { for: `judge-ground-${i}`, class: 'check' }, h('span', null, h('b', null, g.code), ' ', g.label)))));
  const motivation = h('textarea', { id: 'judge-why', rows: 4, maxlength: 8000 });
  motivation.value = j?.motivation ?? '';
  const value = () => ({ state: state.value, grounds: [...grounds.querySelectorAll('input:checked')].map(i => i.value), motivation: motivation.value });
  const answer = await dialog(`Oordeel over document ${page.doc.row.id}`, [
    field('Beoordeling', state),
    h('p', { class: 'small soft' }, '‘Openbaar’ of ‘deels openbaar’ volgt altijd uit wat er gelakt is.'),
    grounds, field('Motivering', motivation),
  ], [['Annuleren', null], ...(j ? [['Oordeel intrekken', { state: '', grounds: [], motivation: '' }]] : []), ['Vastleggen', value, 'primary']]);
  if (answer) {
    page.sendTo('judgement', answer);
  }
}
