import { count, day, fill, h, moment } from './dom.js';
import { same, textOf } from './passages.js';

// What stands around the document: its head, the map, the list of passages, pages and facts.
const modes = [['work', 'Werk'], ['public', 'Publiek'], ['two', 'Naast elkaar']];
const listed = 120;

export function drawHead(page) {
  const { row } = page.doc;
  const doubts = page.passages.filter(p => p.doubt).length;
  const { before, after } = page.neighbours();
  fill(page.head,
    h('a', { href: '/', 'data-nav': true, 'aria-label': 'Terug naar het dossier' }, '← Dossier'),
    h('h1', null, h('span', { class: 'soft' }, row.id, ' '), row.title),
    !row.hasText ? null : doubts > 0 ? h('span', { class: 'tag doubt' }, `${doubts} twijfel`) : h('span', { class: 'tag good' }, 'geen twijfel'),
    h('span', { class: page.status.row.ready ? 'tag good' : 'tag' }, page.status.row.ready ? '✓ gereed' : page.status.row.state),
    !row.hasText ? null : h('div', { class: 'segment', role: 'group', 'aria-label': 'Weergave' }, modes.map(([code, text]) =>
      h('button', { type: 'button', 'aria-pressed': String(page.mode === code), onclick: () => page.setMode(code) }, text))),
    h('div', { class: 'row' },
      h('button', { type: 'button', disabled: !before, 'aria-label': 'Vorig document', onclick: () => page.goTo(before) }, '‹'),
      h('button', { type: 'button', disabled: !after, 'aria-label': 'Volgend document', onclick: () => page.goTo(after) }, '›')));
}

/** Where in the document its passages lie: thick and empty parts at one glance, a click goes there. */
export function drawMap(page) {
  const length = Math.max(1, page.doc.bodyEnd);
  const height = Math.max(100, page.map.clientHeight || 500);
  const slots = new Map();
  for (const p of page.passages.filter(p => p.s < length)) {
    const slot = Math.floor(p.s / length * height / 3);
    const before = slots.get(slot);
    if (!before || p.doubt || same(p, page.current)) {
      slots.set(slot, p);
    }
  }
  fill(page.map, [...slots].map(([slot, p]) => {
    const tick = h('span', { class: `tick ${p.doubt ? 'doubt' : p.verdict} ${same(p, page.current) ? 'current' : ''}` });
    tick.style.top = `${slot * 3 / height * 100}%`;
    tick.addEventListener('click', () => page.choose(page.passages.find(x => same(x, p)), { scroll: true }));
    return tick;
  }));
}

export function drawList(page) {
  const top = page.list.querySelector('.passages')?.scrollTop ?? 0;
  // Of a long list only what lies around the chosen passage is drawn, so that a key acts as fast as in a short one.
  const at = Math.max(0, page.passages.findIndex(p => same(p, page.current)));
  const from = Math.max(0, Math.min(at - listed / 2, page.passages.length - listed));
  const shown = page.passages.slice(from, from + listed);
  const rest = n => (n > 0 ? h('li', { class: 'soft small' }, `… ${count(n, 'passage', 'passages')}`) : null);
  fill(page.list, h('h2', null, count(page.passages.length, 'passage', 'passages')),
    h('ol', { class: 'passages' }, rest(from), shown.map(p => h('li', null, h('button', {
      type: 'button', 'aria-current': same(p, page.current) ? 'true' : null, onclick: () => page.choose(p, { scroll: true }),
    }, h('span', null, textOf(p, page.doc.text), p.comment ? ' ✎' : ''),
    h('span', { class: p.doubt ? 'tag doubt' : p.verdict === 'remove' ? 'tag black' : 'tag good' }, p.doubt ? 'twijfel' : p.verdict === 'remove' ? p.ground : 'blijft')))), rest(page.passages.length - from - shown.length)));
  page.list.querySelector('.passages').scrollTop = top;
  if (page.status.lost.length > 0) {
    page.list.append(h('h2', null, 'Niet teruggevonden'), h('p', { class: 'small' }, 'Deze besluiten horen bij tekst die in dit document niet meer staat. Neem ze zo nodig opnieuw.'),
      h('ul', { class: 'small' }, page.status.lost.map(l => h('li', null, `“${l.text}” – ${l.verdict === 'remove' ? `lakken, ${l.ground}` : 'behouden'} (${l.by}${l.at ? `, ${moment(l.at)}` : ''})`))),
      h('button', { type: 'button', onclick: () => page.send({ action: 'drop-lost', s: 0, e: 0 }) }, 'Gezien, verwijderen'));
  }
}

export function drawPages(page) {
  const n = page.doc.row.pages;
  const stand = number => page.status.pages[number] ?? '';
  const words = { gedaan: 'klaar', vlag: 'gevlagd', '': 'ongezien' };
  fill(page.pages, h('h2', null, n > 1 ? `Bladzijden: ${Object.values(page.status.pages).filter(x => x === 'gedaan').length} van ${n} klaar` : 'Dit document'),
    n > 1 ? h('div', { class: 'pagegrid' }, Array.from({ length: n }, (_, i) => i + 1).map(p => h('button', {
      type: 'button', class: stand(p) === 'gedaan' ? 'done' : stand(p) === 'vlag' ? 'flag' : '', 'aria-current': p === page.page ? 'true' : null,
      'aria-label': `Bladzijde ${p}, ${words[stand(p)]}`, onclick: () => page.toPage(p),
    }, stand(p) === 'gedaan' ? `${p} ✓` : stand(p) === 'vlag' ? `${p} ⚑` : String(p)))) : h('p', { class: 'small soft' }, words[stand(1)]),
    h('p', { class: 'row' },
      h('button', { type: 'button', 'aria-pressed': String(stand(page.page) === 'gedaan'), onclick: () => page.markPage('gedaan') }, n > 1 ? `Bladzijde ${page.page} klaar ` : 'Klaar ', h('kbd', null, 'p')),
      h('button', { type: 'button', 'aria-pressed': String(stand(page.page) === 'vlag'), onclick: () => page.markPage('vlag') }, 'Vlag ', h('kbd', null, 'f'))));
}

export function drawFacts(page) {
  const { row } = page.doc;
  const link = id => h('a', { href: `/document/${id}`, 'data-nav': true }, id);
  const lines = [['Soort', row.kind], ['Datum', day(row.date)], ['Bron', row.source.replace(/^bronnen\//, '')], ['Dubbel van', row.duplicateOf && link(row.duplicateOf)],
    ['Verwant', row.related.length ? row.related.map((r, i) => [i ? ', ' : '', link(r)]) : null], ['Familie', row.family && row.family !== row.id ? link(row.family) : null]];
  fill(page.facts, h('h2', null, 'Gegevens'), h('dl', { class: 'facts' }, lines.filter(([, v]) => v).map(([l, v]) => [h('dt', null, l), h('dd', null, v)])),
    row.hasText ? h('p', { class: 'row' }, h('a', { class: 'small', href: `/api/draft?ids=${row.id}&vorm=pdf`, download: `concept-${row.id}.pdf` }, 'Concept met omlijning (pdf)'),
      h('a', { class: 'small', href: `/api/draft?ids=${row.id}`, download: `concept-${row.id}.html` }, 'html'),
      h('a', { class: 'small', href: `/api/documents/${row.id}/public`, target: '_blank', rel: 'noopener' }, 'Publieke pdf')) : null);
}
