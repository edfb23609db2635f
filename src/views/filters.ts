/** Filters over a table: selects that a script shows and puts to work; without it the table is whole. Values are tokens in `data-` attributes of rows. */
import type { Translate } from '../i18n/translate.ts';
import { escapeHtml } from '../markdown/phrase.ts';

export interface FilterChoice {
  value: string;
  name: string;
  /** BCP 47 tag where the name is a language's own name for itself. */
  lang?: string | undefined;
}

export interface Filter {
  /** Name of the parameter in the address and of the `data-` attribute. */
  name: string;
  label: string;
  choices: readonly FilterChoice[];
  /** How a row answers: it has the token (`has`), or its number is at least the value (`least`). */
  test?: 'has' | 'least';
}

/** Selects for the filters that leave a choice; empty where there is none. */
export function filterForm(t: Translate, id: string, filters: readonly Filter[], more = ''): string {
  const useful = filters.filter(({ choices }) => choices.length > 1);
  if (useful.length === 0 && more === '') return '';
  const selects = useful.map(({ name, label, choices, test }) => {
    const options = choices.map(({ value, name: words, lang }) => `<option value="${value}"${lang ? ` lang="${lang}"` : ''}>${escapeHtml(words)}</option>`);
    return `<label>${escapeHtml(label)}<select name="${name}"${test ? ` data-test="${test}"` : ''}><option value="">${escapeHtml(t('all'))}</option>${options.join('')}</select></label>`;
  });
  return `<form class="filter" data-filter="${id}" data-shown="${escapeHtml(t('shownOf', { n: '{n}', total: '{total}' }))}" hidden>${selects.join('')}${more}<output class="count" aria-live="polite"></output></form>`;
}
