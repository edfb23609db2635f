/** Ways in which a text changes without meaning anything else. */

export type Random = () => number;

/** A small generator with a seed (mulberry32), so that a run can be repeated. */
export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<Value>(values: readonly Value[], random: Random): Value {
  return values[Math.floor(random() * values.length)]!;
}

const each = (text: string, change: (character: string) => string): string => [...text].map(change).join('');
const wide = (character: string): string => (/[!-~]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character);
const LOOKALIKE: Record<string, string> = { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х' };

/** Mutations of any text; those marked `html` make sense only where tags and entities are read. */
export const MUTATIONS: Record<string, { html?: true; change: (text: string, random: Random) => string }> = {
  'as it is': { change: (text) => text },
  'upper case': { change: (text) => text.toUpperCase() },
  'lower case': { change: (text) => text.toLowerCase() },
  'case at random': { change: (text, random) => each(text, (character) => (random() < 0.5 ? character.toUpperCase() : character)) },
  NFD: { change: (text) => text.normalize('NFD') },
  NFKC: { change: (text) => text.normalize('NFKC') },
  'no diacritics': { change: (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '') },
  'full width': { change: (text) => each(text, wide) },
  'Cyrillic lookalikes': { change: (text, random) => each(text, (character) => (random() < 0.6 ? (LOOKALIKE[character] ?? character) : character)) },
  'soft hyphens': { change: (text, random) => each(text, (character) => (random() < 0.3 ? `${character}\u00ad` : character)) },
  'zero-width joiners and marks of direction': { change: (text, random) => each(text, (character) => character + pick(['', '', '\u200b', '\u200d', '\u200e', '\u2060', '\u202b'], random)) },
  'wide spacing': { change: (text) => text.replace(/ /g, '\u00a0 \u2003') },
  'line breaks': { change: (text, random) => text.replace(/ /g, () => pick([' ', '\n', '\r\n\t'], random)) },
  'no spaces': { change: (text) => text.replace(/ /g, '') },
  'letter-spaced': { change: (text) => [...text].join(' ') },
  'other punctuation': { change: (text, random) => text.replace(/[.,’-]/g, () => pick(['', ' – ', ';', '·'], random)) },
  'hyphenated at a line end': { change: (text) => text.replace(/(.{30}\p{L})(?=\p{L})/gu, '$1-\n') },
  'around it other text': { change: (text) => `Article 18 says: ${text} See also section 4.` },
  'entities, decimal': { html: true, change: (text, random) => each(text, (character) => (random() < 0.5 ? `&#${character.codePointAt(0)};` : character)) },
  'entities, hexadecimal': { html: true, change: (text) => each(text, (character) => `&#x${character.codePointAt(0)!.toString(16)};`) },
  'entities of entities': { html: true, change: (text) => each(text, (character) => `&amp;#${character.codePointAt(0)};`) },
  'split by tags': { html: true, change: (text, random) => each(text, (character) => (random() < 0.2 ? `<b>${character}</b>` : character)) },
  'split by tags with attributes': { html: true, change: (text, random) => each(text, (character) => (random() < 0.1 ? `<span class="a" title='x > y'>${character}</span>` : character)) },
  'markup as text': { html: true, change: (text) => text.replace(/ /g, ' &lt;b&gt;&lt;/b&gt;') },
};
