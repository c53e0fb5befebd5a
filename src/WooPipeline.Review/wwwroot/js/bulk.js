import { count, h } from './dom.js';
import { dialog } from './dialog.js';

/** What a step over many passages will do, in one sentence. */
export function foretell({ passages, documents, changed, left }) {
  const where = documents > 1 ? ` in ${documents} documenten` : '';
  return `${count(passages, 'passage', 'passages')}${where}; ${changed === 0 ? 'er verandert niets' : changed === passages ? 'alle veranderen' : `${changed} ${changed === 1 ? 'verandert' : 'veranderen'}`}.`
    + (left > 0 ? ` ${count(left, 'passage', 'passages')} waarover al iemand besliste, ${left === 1 ? 'blijft' : 'blijven'} zoals ${left === 1 ? 'zij is' : 'ze zijn'}.` : '');
}

/** Asks where all sightings are to follow: here or in the whole dossier; each with its count. */
export function askSightings(text, verdict, ground, here, dossier) {
  const does = verdict === 'remove' ? `Lakken (${ground})` : 'Behouden';
  const choice = h('div', { role: 'radiogroup', 'aria-label': 'Waar' },
    [['document', 'In dit document', here], ['dossier', 'In het hele dossier', dossier]].map(([code, title, counts], i) => h('p', { class: 'check' },
      h('input', { type: 'radio', name: 'scope', id: `scope-${code}`, value: code, checked: i === 0 }),
      h('label', { for: `scope-${code}`, class: 'check' }, h('span', null, h('b', null, title), ': ', foretell(counts))))));
  return dialog(`${does}: alle vermeldingen`, [h('p', { class: 'soft' }, `“${text.replace(/\s+/g, ' ').slice(0, 120)}”, en dezelfde persoon in andere schrijfwijzen. In één keer terug te draaien.`), choice],
    [['Annuleren', null], [does, () => choice.querySelector('input:checked').value, 'primary']]);
}
