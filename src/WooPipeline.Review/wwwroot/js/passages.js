// What the page says of passages, in one place: names of kinds, classes, words for a screen reader.
const kinds = { NAME: 'name', EMAIL: 'contact', PHONE: 'contact', HANDLE: 'contact', ROOM: 'place', ADDRESS: 'place', BIRTHDATE: 'number', ID: 'number', ACCOUNT: 'number', ACCESS: 'number' };

export const sure = 0.75;

export function classOf(p) {
  return ['mark', p.verdict, `k-${kinds[p.label] ?? 'other'}`, p.doubt ? 'doubt' : '', p.by ? 'byperson' : '', !p.by && p.confidence < sure ? 'unsure' : '', p.pending ? 'pending' : '']
    .filter(Boolean).join(' ');
}

export function spoken(p, text, words) {
  const label = words.labels.find(l => l.code === p.label)?.label ?? 'passage';
  const verdict = p.pending ? 'gekozen tekst' : p.verdict === 'remove' ? `gelakt, ${p.mark || p.ground}` : 'blijft staan';
  return `${p.doubt ? 'twijfel: ' : ''}${text.replace(/\s+/g, ' ').trim()}: ${label}, ${verdict}`;
}

export const same = (a, b) => a && b && a.s === b.s && a.e === b.e;

/** Passages as the public version has them: removed ones joined where they overlap. */
export function removals(passages) {
  const out = [];
  for (const p of passages.filter(p => p.verdict === 'remove' && !p.pending).sort((a, b) => a.s - b.s)) {
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
