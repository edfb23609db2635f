/** Words and names the search page's script needs, in the language of the page. */
import { endonym, INTERFACE_LANGUAGES, type InterfaceLanguage } from '../domain/language.ts';
import { isoOf } from '../i18n/routes.ts';
import type { Key, Translate } from '../i18n/translate.ts';
import { instruments } from '../library/library.ts';
import { CRIME_TYPES, SUBJECTS } from '../schema/fields.ts';
import { STATUSES } from '../schema/law.ts';
import { FACETS, type Facet } from '../search/facets.ts';
import { KINDS, type DocumentKind } from '../search/format.ts';
import { WORDS, type SearchWords } from '../search/page-words.ts';
import { placeName, type Site } from '../site.ts';
import { nameOf } from './references.ts';
import { regionTree } from './regions.ts';

/** Numbers of which each language has every plural form. */
const SAMPLES = [0, 1, 2, 3, 11, 100, 1_000_000];

const KIND_KEYS: Record<DocumentKind, Key> = {
  law: 'kindLaw', convention: 'kindConvention', article: 'kindArticle', treaty: 'kindTreaty', case: 'kindCase', state: 'kindState', crime: 'kindCrime', network: 'kindNetwork', manual: 'kindManual',
};

export function searchWords({ library, routes }: Site, language: InterfaceLanguage, t: Translate): SearchWords {
  const facetKeys: Record<Facet, Key> = { kind: 'kind', state: 'state', region: 'regions', convention: 'convention', article: 'article', crime: 'crimeTypes', subject: 'subjects', status: 'status', year: 'year', language: 'language' };
  const pairs = <Value extends string>(values: readonly Value[], name: (value: Value) => string): Record<string, string> => Object.fromEntries(values.map((value) => [value, name(value)]));
  return {
    language,
    root: routes.file(''),
    index: routes.file('search-index/'),
    words: Object.fromEntries(WORDS.map((key) => [key, template(t, key)])) as SearchWords['words'],
    results: pluralForms(t, language),
    facets: Object.fromEntries(FACETS.map((facet) => [facet, t(facetKeys[facet])])) as SearchWords['facets'],
    names: {
      kind: pairs(KINDS, (kind) => t(KIND_KEYS[kind])),
      state: pairs([...library.states.keys()], (code) => placeName(code, language)),
      region: pairs(regionTree(library).flatMap(({ code, parts }) => [code, ...parts]), (code) => placeName(code, language)),
      convention: Object.fromEntries(instruments(library).map((work) => [work.data.alias!, nameOf(work, isoOf(language))])),
      crime: pairs(CRIME_TYPES, (crime) => t(`crime_${crime}`)),
      subject: pairs(SUBJECTS, (subject) => t(`subject_${subject}`)),
      status: pairs(STATUSES, (status) => t(`status_${status}`)),
      language: pairs(INTERFACE_LANGUAGES, endonym),
    },
  };
}

/** Text of a key with its slots left open: every slot is filled with its own name in braces. */
function template(t: Translate, key: Key): string {
  const open: Record<string, string> = {};
  for (const slot of ['query', 'language', 'name', 'sets', 'total', 'n']) open[slot] = `{${slot}}`;
  return t(key, open);
}

function pluralForms(t: Translate, language: InterfaceLanguage): Record<string, string> {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(`${language}-u-nu-latn`);
  return Object.fromEntries(SAMPLES.map((n) => [rules.select(n), t('countResults', { n }).replace(numbers.format(n), '{n}')]));
}

