import { field, fill, h, moment, select } from './dom.js';
import { complain, get } from './api.js';
import { beginBox, proposeArea } from './areas.js';
import { areaName, same } from './passages.js';

const chips = [
  { key: '1', text: 'Burger', verdict: 'remove', reason: 'persoonsgegevens van een burger' },
  { key: '2', text: 'Ambtenaar', verdict: 'remove', reason: 'ambtenaar die niet uit hoofde van de functie in de openbaarheid treedt' },
  { key: '3', text: 'Openbaar in functie', verdict: 'keep', reason: 'openbaar in functie' },
];

/** The passage that is chosen: what holds, why, and everything that can be done with it. */
export class Card {
  constructor(page) {
    this.page = page;
    this.element = h('section', { class: 'card', 'aria-label': 'Gekozen passage' });
    this.element.addEventListener('focusout', e => {
      if (this.waiting && !this.element.contains(e.relatedTarget)) {
        setTimeout(() => this.show(this.page.chosen), 0);
      }
    });
  }

  show(p) {
    const { doc, words } = this.page;
    // What somebody is typing isn't drawn over; it is drawn again when they are done.
    const active = document.activeElement;
    this.waiting = same(p, this.shown) && this.element.contains(active) && active.matches('input, select') && !this.committing;
    if (this.waiting) {
      return;
    }
    this.shown = p ? { s: p.s, e: p.e, area: p.area } : null;
    this.element.classList.toggle('chosen', !!p);
    if (!p) {
      const doubts = this.page.passages.filter(x => x.doubt).length;
      fill(this.element, h('h2', null, 'Geen passage gekozen'),
        h('p', { class: 'soft' }, doubts > 0 ? `In dit document ${doubts === 1 ? 'staat 1 twijfel' : `staan ${doubts} twijfels`}.` : 'In dit document staan geen twijfels meer.'),
        h('p', { class: 'row' }, doubts > 0 ? h('button', { type: 'button', class: 'primary', onclick: () => this.page.nextDoubt(1) }, 'Volgende twijfel ', h('kbd', null, 'n')) : null),
        h('p', { class: 'soft small' }, 'Kies een gekleurde passage, of selecteer tekst om iets toe te voegen.'),
        h('p', { class: 'row' },
          h('button', { type: 'button', onclick: () => this.page.beginSelection() }, 'Tekst kiezen ', h('kbd', null, 'i')),
          h('button', { type: 'button', onclick: () => beginBox(this.page) }, 'Kader ', h('kbd', null, 'x'))));
      return;
    }
    const text = p.area ? areaName(p.area) : doc.text.slice(p.s, p.e).replace(/\uFFFC/g, '▣');
    const ground = this.chooser('card-ground', words.grounds.map(g => [g.code, `${g.code} ${g.label}`]), p.ground || '5.1.2e', p, value => ({ verdict: 'remove', ground: value }));
    const label = this.chooser('card-label', words.labels.map(l => [l.code, l.label]), p.label, p, value => ({ label: value }));
    const reason = this.input('card-reason', p.by ? p.reason : '', p.by ? '' : p.reason, p, value => ({ reason: value }));
    const comment = this.input('card-comment', p.comment ?? '', 'voor collega\'s; wordt niet gepubliceerd', p, value => ({ comment: value }));
    fill(this.element,
      h('div', { class: 'row spread' }, h('h2', null, p.pending ? (p.area ? 'Nieuw vlak' : 'Nieuwe passage') : p.doubt ? 'Twijfel' : p.verdict === 'remove' ? 'Wordt gelakt' : 'Blijft staan'), this.page.position(p)),
      h('span', { class: `quote ${p.doubt ? 'doubt' : p.pending ? '' : p.verdict}` }, text),
      h('div', { class: 'verdicts' },
        h('button', { type: 'button', class: 'lak', 'aria-pressed': String(!p.pending && !p.doubt && p.verdict === 'remove'), onclick: () => this.page.decide({ verdict: 'remove' }) }, 'Lakken ', h('kbd', null, 'l')),
        p.area ? h('button', { type: 'button', onclick: () => this.page.decide({ verdict: 'keep' }) }, 'Weghalen ', h('kbd', null, 'Del'))
          : h('button', { type: 'button', class: 'houd', 'aria-pressed': String(!p.pending && !p.doubt && p.verdict === 'keep'), onclick: () => this.page.decide({ verdict: 'keep' }) }, 'Behouden ', h('kbd', null, 'b'))),
      this.aboutBox(p),
      p.label === 'NAME' && !p.area ? h('div', { class: 'chips', role: 'group', 'aria-label': 'Wie is dit' }, chips.map(c =>
        h('button', { type: 'button', onclick: () => this.page.chip(c) }, c.text, ' ', h('kbd', null, c.key)))) : null,
      h('div', { class: 'pair' }, field('Grond (g)', ground), field('Soort (s)', label)),
      field('Reden (r)', reason), field('Opmerking (o)', comment),
      p.pending || p.area ? null : this.bulk(p),
      p.pending ? null : this.why(p));
  }

  /** What a frame stands for, and how it is changed. */
  aboutBox(p) {
    if (p.pending && p.box) {
      return h('p', { class: 'row small' }, h('button', { type: 'button', onclick: () => { proposeArea(this.page, p.box); this.page.focusMark(); } }, 'Het hele vlak lakken, ook het beeld'));
    }
    const texts = p.pending && p.area ? p.texts.length : 0;
    return p.area ? h('div', { class: 'small' },
      h('p', { class: 'soft' }, 'Alles in dit vlak gaat weg: beeld, tekening en tekst.', texts > 0 ? ` Van de tekst ${texts === 1 ? 'gaat 1 passage' : `gaan ${texts} passages`} mee.` : ''),
      p.pending ? null : h('p', { class: 'row' }, h('button', { type: 'button', onclick: () => beginBox(this.page) }, 'Verplaatsen of vergroten ', h('kbd', null, 'x')))) : null;
  }

  /** A list that takes effect at once with the mouse, and on Enter or on leaving when typed in. */
  chooser(id, options, value, p, change) {
    let typed = false;
    const element = select(id, options, value, () => typed || commit());
    const commit = () => this.commit(p, element.value !== value, () => change(element.value));
    element.addEventListener('keydown', e => {
      typed = true;
      if (e.key === 'Enter') {
        e.preventDefault();
        commit();
      } else if (e.key === 'Escape') {
        element.value = value;
        element.blur();
      }
    });
    element.addEventListener('blur', () => typed && element.value !== value && commit());
    return element;
  }

  input(id, value, placeholder, p, change) {
    const element = h('input', { id, value, placeholder, maxlength: 2000, autocomplete: 'off' });
    const commit = () => this.commit(p, element.value.trim() !== value, () => change(element.value.trim()));
    element.addEventListener('keydown', e => {
      if (e.key === 'Enter') {
        e.preventDefault();
        commit();
      } else if (e.key === 'Escape') {
        element.value = value;
        element.blur();
      }
    });
    element.addEventListener('blur', () => element.value.trim() !== value && commit());
    return element;
  }

  commit(p, differs, change) {
    if (this.committing) {
      return;
    }
    this.committing = true;
    try {
      if (differs && same(p, this.page.chosen)) {
        this.page.decide(change(), 'kaart');
      }
      this.page.focusMark();
    } finally {
      this.committing = false;
    }
  }

  bulk(p) {
    const inHeader = this.page.zoneOf(p, 'HeaderField');
    const signature = this.page.zoneOf(p, 'Signature');
    return h('div', { class: 'bulk' },
      h('button', { type: 'button', onclick: () => this.page.bulk('sightings') }, 'Alle vermeldingen…', h('kbd', null, 'a')),
      inHeader ? h('button', { type: 'button', onclick: () => this.page.bulk('header') }, 'Hele kop lakken…', h('kbd', null, 'k')) : null,
      signature ? h('button', { type: 'button', onclick: () => this.page.bulk('signature') }, 'Hele ondertekening lakken…', h('kbd', null, 'h')) : null,
      p.by ? h('button', { type: 'button', onclick: () => this.page.clear() }, 'Mijn besluit intrekken', h('kbd', null, 'Del')) : null);
  }

  why(p) {
    const details = h('div', { class: 'why', id: 'card-why' },
      h('p', null, p.by ? `Besluit van ${p.by}${p.at ? `, ${moment(p.at)}` : ''}.` : `Voorstel van het beleid, zekerheid ${Math.round(p.confidence * 100)} %.`),
      p.reason ? h('p', null, p.reason.charAt(0).toUpperCase() + p.reason.slice(1), '.') : null);
    const more = h('button', { type: 'button', class: 'quiet small', onclick: () => this.moreWhy(p, details, more) }, 'Waarom precies ', h('kbd', null, 'w'));
    this.askWhy = p.area ? null : () => this.moreWhy(p, details, more);
    return h('div', { class: 'field' }, details, p.area ? null : more);
  }

  /** The engine names kinds by their codes and gives parts of one; a reviewer reads words and percents. */
  readable(text) {
    const label = this.page.words.labels.find(l => text.startsWith(`${l.code},`));
    return (label ? label.label + text.slice(label.code.length) : text).replace(/zekerheid ([01](?:[.,]\d+)?)/g, (_, n) => `zekerheid ${Math.round(Number(n.replace(',', '.')) * 100)} %`);
  }

  async moreWhy(p, details, button) {
    if (button.disabled) {
      return;
    }
    button.disabled = true;
    let why = [];
    let remedies = [];
    try {
      ({ why, remedies } = await get(`/documents/${this.page.doc.row.id}/why?s=${p.s}&e=${p.e}`));
    } catch (e) {
      complain(e);
      button.disabled = false;
      return;
    }
    details.append(h('ul', null, why.map(w => h('li', null, this.readable(w)))),
      ...(remedies.length ? [h('p', { class: 'soft' }, 'Voor het hele dossier veranderen:'), h('ul', null, remedies.map(r => h('li', null, r)))] : []));
    button.remove();
  }

  static chips = chips;
}
