import { count, fill, h } from './dom.js';
import { complain, get, post, toast } from './api.js';
import { dialog } from './dialog.js';
import { setKeys } from './keys.js';

/** Publishing: what isn't ready, the run, and what it gave. */
export async function publishPage(app) {
  const element = h('div', { class: 'page' });
  let timer = 0;
  let view = await get('/publish');

  function draw() {
    const busy = view.state === 'running';
    const result = view.state === 'done' || view.state === 'refused' || view.state === 'failed';
    fill(element, h('h1', null, 'Publiceren'),
      h('p', { class: 'soft' }, 'Maakt het publicatiepakket met alle besluiten tot nu toe, en controleert het. Alleen een pakket zonder lek komt op zijn plaats.'),
      h('section', { class: 'panel' }, h('h2', null, 'Gereed?'),
        view.notReady === 0 ? h('p', null, h('span', { class: 'tag good' }, '✓ alle documenten zijn gereed'))
          : h('p', null, h('span', { class: 'tag doubt' }, `${view.notReady} niet gereed`), ' Een document is gereed als elke bladzijde gezien is en er geen twijfel of vlag meer staat. ', h('a', { href: '/', 'data-nav': true }, 'Naar de lijst')),
        h('p', { class: 'row' },
          h('button', { type: 'button', class: 'primary', id: 'publish-now', disabled: busy, onclick: start }, busy ? 'Bezig…' : 'Publiceren'),
          h('a', { class: 'button', href: '/api/draft?vorm=pdf', download: 'concept.zip' }, 'Concept voor collega\'s (pdf)'),
          h('a', { class: 'button', href: '/api/draft', download: 'concept.html' }, 'Concept als webpagina'))),
      busy ? h('section', { class: 'panel', role: 'status' }, h('h2', null, view.stage || 'Begint'),
        view.total ? h('p', null, `${view.done} van ${view.total}`) : null,
        h('progress', { max: Math.max(1, view.total), value: view.total ? view.done : null, 'aria-label': 'Voortgang' })) : null,
      result ? outcome() : null);
  }

  function outcome() {
    const good = view.state === 'done';
    return h('section', { class: 'panel', role: 'status' },
      h('h2', null, good ? 'Het pakket is klaar' : view.state === 'refused' ? 'Geweigerd: er is een lek gevonden' : 'Niet gepubliceerd'),
      view.message ? h('p', { class: 'pre' }, view.message) : null,
      good ? [
        h('p', { class: 'figures' }, view.states.map(s => h('span', null, h('b', null, String(s.count)), ` ${s.state}`)), h('span', null, h('b', null, String(view.removed)), ' gelakte passages'),
          view.doubts ? h('span', null, h('b', null, String(view.doubts)), ' twijfels') : null, view.lost ? h('span', null, h('b', null, String(view.lost)), ' besluiten niet teruggevonden') : null),
        view.messages.length ? h('details', { open: view.messages.length < 6 }, h('summary', null, count(view.messages.length, 'aandachtspunt', 'aandachtspunten')), h('ul', null, view.messages.map(m => h('li', null, m)))) : null,
        h('p', { class: 'row' },
          h('button', { type: 'button', onclick: openFolder }, 'Map van het pakket openen'),
          h('a', { class: 'button', href: '/api/package/intern/verslag.html', target: '_blank', rel: 'noopener' }, 'Verslag'),
          h('a', { class: 'button', href: '/api/package/intern/lakverantwoording.pdf', target: '_blank', rel: 'noopener' }, 'Lakverantwoording'),
          h('a', { class: 'button', href: '/api/package/publicatie/inventarislijst.csv', download: 'inventarislijst.csv' }, 'Inventarislijst')),
        h('details', null, h('summary', null, count(files().length, 'publiek bestand', 'publieke bestanden')), h('ul', { class: 'files' }, files().slice(0, 400).map(f =>
          h('li', null, h('a', { href: `/api/package/${f}`, target: '_blank', rel: 'noopener' }, f.slice('publicatie/'.length)))))),
        h('p', { class: 'soft small' }, `In ${view.outFolder}`),
      ] : null);
  }

  const files = () => view.files.filter(f => f.startsWith('publicatie/'));

  async function start() {
    let even = false;
    if (view.notReady > 0) {
      even = await dialog('Nog niet alles is gereed', [h('p', null, `${count(view.notReady, 'document is', 'documenten zijn')} nog niet gereed. Wat niet beoordeeld is, gaat volgens het voorstel van het beleid.`)],
        [['Annuleren', null, 'primary'], ['Toch publiceren', true, 'danger']]);
      if (!even) {
        return;
      }
    }
    try {
      view = await post('/publish', { even });
      draw();
      poll();
    } catch (e) {
      complain(e);
      view = await get('/publish');
      draw();
    }
  }

  function poll() {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      try {
        const before = view.state;
        view = await get('/publish');
        if (view.state === 'running' || before === 'running') {
          draw();
        }
        if (view.state === 'running') {
          poll();
        }
      } catch (e) {
        complain(e);
      }
    }, 400);
  }

  async function openFolder() {
    try {
      const { opened, folder } = await post('/publish/open');
      if (!opened) {
        toast(`Het pakket staat in ${folder}`, { keep: true });
      }
    } catch (e) {
      complain(e);
    }
  }

  draw();
  if (view.state === 'running') {
    poll();
  }
  setKeys([
    { key: 'Ctrl+Enter', group: 'Publiceren', text: 'Publiceren', run: () => { start(); } },
    { key: 'u', group: 'Publiceren', text: 'Terug naar het dossier', run: () => { app.go('/'); } },
  ]);
  return { element, title: 'Publiceren', leave: () => clearTimeout(timer), turned: async () => { view = await get('/publish'); draw(); } };
}
