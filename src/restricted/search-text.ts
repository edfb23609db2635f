/** What the finder's search looks through: the words of a record that the edition shows, folded as the finder folds a query. */
import type { Authority } from './authority.ts';
import { isShown } from './fields.ts';
import { basisInWords, inWords, type LegalBasis } from './vocabulary.ts';

/** Words of a record: no capitals, no diacritics, numbers also without their spaces. */
export function searchText(data: Authority, text: string, state: string): string {
  const words: string[] = [state, text];
  const walk = (value: unknown, key: string): void => {
    if (!isShown(key)) return;
    if (Array.isArray(value)) for (const item of value) walk(item, key);
    else if (typeof value === 'object' && value !== null) for (const [name, item] of Object.entries(value)) walk(item, name);
    else if (typeof value === 'string') {
      words.push(key === 'legal_basis' ? basisInWords(value as LegalBasis) : inWords(value));
      if (value.startsWith('+')) words.push(value.replace(/[^\d]/g, ''));
    }
  };
  walk(data, '');
  return words.join(' ').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
