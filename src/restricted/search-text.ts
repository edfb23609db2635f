/** What the finder's search looks through: the words of a record that the edition shows, folded as the finder folds a query. */
import type { Entry } from './directory.ts';
import { isShown } from './fields.ts';
import type { LegalBasis } from './vocabulary.ts';
import { ENGLISH_WORDS, type Words } from './words/words.ts';

/** Words of a record: as written, its codes in English and in the language of the pages; no capitals, no diacritics, numbers also without their spaces. */
export function searchText({ data, text }: Entry, words: Words): string {
  const found = new Set([words.state(data.country), text]);
  const walk = (value: unknown, key: string): void => {
    if (!isShown(key)) return;
    if (Array.isArray(value)) for (const item of value) walk(item, key);
    else if (typeof value === 'object' && value !== null) for (const [name, item] of Object.entries(value)) walk(item, name);
    else if (typeof value === 'string') {
      for (const spoken of [ENGLISH_WORDS, words]) found.add(key === 'legal_basis' ? spoken.basis(value as LegalBasis) : spoken.value(value));
      if (value.startsWith('+')) found.add(value.replace(/[^\d]/g, ''));
    }
  };
  walk(data, '');
  return [...found].join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
