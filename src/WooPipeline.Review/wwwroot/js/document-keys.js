import { Card } from './card.js';
import { beginBox, stopBox } from './areas.js';
import { askJudgement } from './judgement.js';
import { setKeys } from './keys.js';

/** All that can be done with a document by keys; `?` lists them. */
export function documentKeys(page) {
  const focus = id => { document.getElementById(id)?.focus(); };
  const g1 = 'Lopen';
  const g2 = 'Besluiten';
  const g3 = 'Grenzen en toevoegen';
  const g4 = 'Document';
  const g5 = 'Kader';
  setKeys([
    { key: 'n', group: g1, text: 'Volgende twijfel (ook in het volgende document)', run: () => { page.nextDoubt(1); } },
    { key: 'N', group: g1, text: 'Vorige twijfel', run: () => { page.nextDoubt(-1); } },
    { key: 'ArrowRight .', group: g1, text: 'Volgende passage', run: () => { page.movePending(1); } },
    { key: 'ArrowLeft ,', group: g1, text: 'Vorige passage', run: () => { page.movePending(-1); } },
    { key: ']', group: g1, text: 'Volgend document', run: () => { page.goTo(page.neighbours().after); } },
    { key: '[', group: g1, text: 'Vorig document', run: () => { page.goTo(page.neighbours().before); } },
    { key: 'u', group: g1, text: 'Terug naar het dossier', run: () => { page.app.go('/'); } },
    { key: 'l', group: g2, text: 'Lakken', run: () => { page.decide({ verdict: 'remove' }); } },
    { key: 'b', group: g2, text: 'Behouden', run: () => { page.decide({ verdict: 'keep' }); } },
    ...Card.chips.map(c => ({ key: c.key, group: g2, text: c.text, run: () => { page.chip(c); } })),
    { key: 'g', group: g2, text: 'Grond kiezen', run: () => focus('card-ground') },
    { key: 's', group: g2, text: 'Soort kiezen', run: () => focus('card-label') },
    { key: 'r', group: g2, text: 'Reden geven', run: () => focus('card-reason') },
    { key: 'o', group: g2, text: 'Opmerking maken', run: () => focus('card-comment') },
    { key: 'w', group: g2, text: 'Waarom', run: () => { page.card.askWhy?.(); } },
    { key: 'a', group: g2, text: 'Alle vermeldingen', run: () => { page.bulk('sightings'); } },
    { key: 'k', group: g2, text: 'Hele kop lakken', run: () => { page.bulk('header'); } },
    { key: 'h', group: g2, text: 'Hele ondertekening lakken', run: () => { page.bulk('signature'); } },
    { key: 'Delete Backspace', group: g2, text: 'Mijn besluit intrekken', run: () => { page.clear(); } },
    { key: 'Shift+ArrowRight', group: g3, text: 'Einde een woord verder', run: () => { page.resize('e', 1); } },
    { key: 'Shift+ArrowLeft', group: g3, text: 'Einde een woord terug', run: () => { page.resize('e', -1); } },
    { key: 'Ctrl+Shift+ArrowLeft', group: g3, text: 'Begin een woord terug', run: () => { page.resize('s', -1); } },
    { key: 'Ctrl+Shift+ArrowRight', group: g3, text: 'Begin een woord verder', run: () => { page.resize('s', 1); } },
    { key: 'Alt+Shift+ArrowRight', group: g3, text: 'Einde een letter verder', run: () => { page.resize('e', 1, true); } },
    { key: 'Alt+Shift+ArrowLeft', group: g3, text: 'Einde een letter terug', run: () => { page.resize('e', -1, true); } },
    { key: 'Ctrl+Alt+Shift+ArrowLeft', group: g3, text: 'Begin een letter terug', run: () => { page.resize('s', -1, true); } },
    { key: 'Ctrl+Alt+Shift+ArrowRight', group: g3, text: 'Begin een letter verder', run: () => { page.resize('s', 1, true); } },
    { key: 'Shift+klik', group: g3, text: 'Passage tot en met het aangeklikte woord (muis)' },
    { key: 'i', group: g3, text: 'Met de toetsen tekst kiezen om te lakken', run: () => { page.beginSelection(); } },
    { key: 'x', group: g5, text: 'Kader tekenen op een bladzijde of afbeelding, of het gekozen vlak wijzigen', run: () => { beginBox(page); } },
    { key: 'ArrowLeft ArrowRight ArrowUp ArrowDown', group: g5, text: 'Kader verplaatsen' },
    { key: 'Ctrl+ArrowRight Ctrl+ArrowDown', group: g5, text: 'Kader vergroten (met ← en ↑ verkleinen); of eerst spatie' },
    { key: 'Space', group: g5, text: 'Wisselen tussen verplaatsen en vergroten' },
    { key: 'Shift+ArrowRight', group: g5, text: 'Met Shift erbij: kleine stappen' },
    { key: 'PageDown PageUp', group: g5, text: 'Kader naar de volgende of vorige bladzijde' },
    { key: 'Enter', group: g5, text: 'Kader plaatsen' },
    { key: 'Escape', group: g3, text: 'Keuze loslaten', run: () => { getSelection().removeAllRanges(); stopBox(page); page.choose(page.pending ? page.current : null); } },
    { key: 't', group: g4, text: 'Werk of publiek', run: () => { page.setMode(page.mode === 'public' ? 'work' : 'public'); } },
    { key: 'v', group: g4, text: 'Naast elkaar', run: () => { page.setMode(page.mode === 'two' ? 'work' : 'two'); } },
    { key: 'j', group: g4, text: 'Oordeel over het document', run: () => { askJudgement(page); } },
    { key: 'J', group: g4, text: 'Oordeel van een ander bevestigen', run: () => { page.status.judgement && page.sendTo('confirm', {}); } },
    { key: 'p', group: g4, text: 'Bladzijde klaar', run: () => { page.markPage('gedaan'); } },
    { key: 'f', group: g4, text: 'Bladzijde vlaggen', run: () => { page.markPage('vlag'); } },
  ]);
}
