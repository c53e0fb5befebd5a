// What the page says of passages, in one place: names of kinds, classes, words for a screen reader.
const kinds = { NAME: 'name', EMAIL: 'contact', PHONE: 'contact', HANDLE: 'contact', ROOM: 'place', ADDRESS: 'place', BIRTHDATE: 'number', ID: 'number', ACCOUNT: 'number', ACCESS: 'number' };

export const sure = 0.75;

export function classOf(p) {
  return ['mark', p.verdict, `k-${kinds[p.label] ?? 'other'}`, p.doubt ? 'doubt' : '', p.by ? 'byperson' : '', !p.by && p.confidence < sure ? 'unsure' : '', p.pending ? 'pending' : '']
    .filter(Boolean).join(' ');
}

export function spoken(p, text, words) {
  const label = words.labels.find(l => l.code === p.label)?.label ?? 'passage';
  const verdict = p.pending ? (p.area ? `nog niet besloten, ${p.mark || p.ground}` : 'gekozen tekst') : p.verdict === 'remove' ? `gelakt, ${p.mark || p.ground}` : 'blijft staan';
  return `${p.doubt ? 'twijfel: ' : ''}${p.area ? areaName(p.area) : text.replace(/\s+/g, ' ').trim()}: ${label}, ${verdict}`;
}

/** What names a rectangle among others; empty for a passage of text. */
export const areaKey = a => (a ? `${a.page}|${a.left}|${a.bottom}|${a.right}|${a.top}` : '');

/** What names a passage among others: its stretch of text, or a rectangle's sides and the picture that it lies on. */
export const keyOf = p => (p.area?.page ? areaKey(p.area) : `${p.s}-${p.e}-${areaKey(p.area)}`);

export const same = (a, b) => a && b && (a === b || (a.area || b.area ? keyOf(a) === keyOf(b) : a.s === b.s && a.e === b.e));

/** True where a passage of text shares text with a stretch; a rectangle shares none. */
export const crosses = (p, range) => !p.area && p.s < range.e && p.e > range.s;

export const areaName = area => (area.page ? `Vlak op bladzijde ${area.page}` : 'Vlak op een afbeelding');

/** What a passage says, for a list or a reader; a rectangle has a name instead. */
export const textOf = (p, text) => (p.area ? areaName(p.area) : text.slice(p.s, p.e).replace(/\s+/g, ' ').replace(/\uFFFC/g, '▣').trim());

/** Passages as the public version has them: removed ones joined where they overlap. */
export function removals(passages) {
  const out = [];
  for (const p of passages.filter(p => p.verdict === 'remove' && !p.pending && !p.area).sort((a, b) => a.s - b.s)) {
    const last = out[out.length - 1];
    if (last && last.e > p.s) {
      last.e = Math.max(last.e, p.e);
    } else {
      out.push({ ...p });
    }
  }
  return out;
}

const isWord = c => c !== undefined && /[\p{L}\p{N}\p{M}\uFFFC'’@._-]/u.test(c);

/** The bound of a word after (step 1) or before (step -1) a place. */
export function wordBound(text, at, step) {
  let i = at;
  if (step > 0) {
    while (i < text.length && !isWord(text[i])) { i++; }
    while (i < text.length && isWord(text[i])) { i++; }
  } else {
    while (i > 0 && !isWord(text[i - 1])) { i--; }
    while (i > 0 && isWord(text[i - 1])) { i--; }
  }
  return i;
}

/** A selection without the blanks at its ends. */
export function trim(text, { s, e }) {
  while (s < e && /\s/.test(text[s])) { s++; }
  while (e > s && /\s/.test(text[e - 1])) { e--; }
  return { s, e };
}
