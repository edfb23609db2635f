/**
 * Facets of lists: what a reader narrows a list by. Every value has a page of its own, so lists can be narrowed without a script.
 */
import { compareDates, yearOf } from '../domain/date.ts';
import { endonym, type InterfaceLanguage } from '../domain/language.ts';
import { eidToNumber, parseCitation } from '../domain/citation.ts';
import { isoOf } from '../i18n/routes.ts';
import type { Key, Translate } from '../i18n/translate.ts';
import { nationalLaws, workPath, type CaseWork, type LawWork, type Library } from '../library/library.ts';
import type { CrimeType } from '../schema/fields.ts';
import type { Law } from '../schema/law.ts';
import { placeName } from '../site.ts';
import { nameOf } from './references.ts';
import { regionsOf } from './regions.ts';

export interface Facet<Item> {
  /** Part of the address: `subject`. */
  slug: string;
  /** Heading of the facet in lists. */
  heading: Key;
  /** What it is called above a filter. */
  label: Key;
  /** Values of an item, as parts of an address. */
  valuesOf: (item: Item, library: Library) => readonly string[];
  /** Name of a value for a reader. */
  nameOf: (value: string, context: { library: Library; language: InterfaceLanguage; t: Translate }) => string;
  /** False where lists are not filtered by it in the browser: it repeats another facet, or has hundreds of values. */
  filter?: false;
  /** How values are ordered; by name where not given. */
  order?: 'newest' | 'count';
}

/** The years the library covers begin with 1948; what is older stands together. */
const FIRST_YEAR = '1948';
const BEFORE = `before-${FIRST_YEAR}`;
const decade = (date: string | undefined): string[] => [date === undefined ? 'undated' : yearOf(date) < FIRST_YEAR ? BEFORE : `${yearOf(date).slice(0, 3)}0`];
const decadeName = (value: string, t: Translate): string => (value === 'undated' ? t('undated') : value === BEFORE ? t('beforeYear', { year: FIRST_YEAR }) : `${value < FIRST_YEAR ? FIRST_YEAR : value}–${value.slice(0, 3)}9`);
const dash = (value: string): string => value.replaceAll('_', '-');
const undash = (value: string): string => value.replaceAll('-', '_');

/** Aliases of the conventions and protocols that references lead to. */
export function conventionAliases(references: readonly string[], library: Library): string[] {
  const aliases = new Set<string>();
  for (const reference of references) {
    const work = library.laws.get(workPath(library, parseCitation(reference)!.work) ?? '');
    if (work?.data.alias && work.data.articles) aliases.add(work.data.alias);
  }
  return [...aliases];
}

const conventionName: Facet<unknown>['nameOf'] = (value, { library, language }) => nameOf(library.laws.get(library.aliases.get(value)!)!, isoOf(language));

/** References to articles of conventions with an alias → `tip-5`; other references have no page of their own. */
function articlesOf(references: readonly string[], library: Library): string[] {
  const values = new Set<string>();
  for (const reference of references) {
    const { work: name, eid } = parseCitation(reference)!;
    const work = library.laws.get(workPath(library, name) ?? '');
    if (work?.data.alias && eid?.startsWith('art_') && work.data.articles?.[eid]) values.add(`${work.data.alias}-${eid.slice('art_'.length)}`);
  }
  return [...values];
}

const articleName: Facet<unknown>['nameOf'] = (value, { library, language, t }) => {
  const dash = value.indexOf('-');
  return t('partOf', { name: conventionName(value.slice(0, dash), { library, language, t }), part: t('articleNumber', { n: eidToNumber(`art_${value.slice(dash + 1)}`) }) });
};

/** Subjects of laws that are a type of crime. */
const CRIME_OF_SUBJECT: Partial<Record<Law['is_about'][number], CrimeType>> = {
  trafficking_in_persons: 'trafficking_in_persons', smuggling_of_migrants: 'smuggling_of_migrants', firearms: 'trafficking_in_firearms', money_laundering: 'money_laundering',
  organized_crime: 'participation_in_organized_criminal_group', drugs: 'drug_trafficking', cultural_property: 'trafficking_in_cultural_property', cybercrime: 'cybercrime',
  obstruction_of_justice: 'obstruction_of_justice', corruption: 'corruption',
};
/** Types of crime that the subjects of a law are, as parts of addresses. */
export const crimesOf = (subjects: Law['is_about']): string[] => subjects.flatMap((subject) => (CRIME_OF_SUBJECT[subject] ? [dash(CRIME_OF_SUBJECT[subject])] : []));
const referencesOf = ({ data }: LawWork): string[] => Object.values(data.provisions ?? {}).flatMap((provision) => provision.implements);

export const LAW_FACETS: readonly Facet<LawWork>[] = [
  { slug: 'state', heading: 'byState', label: 'state', valuesOf: ({ data }) => [data.jurisdiction], nameOf: (value, { language, t }) => (value === 'un' || value === 'int' ? t('international') : placeName(value, language)) },
  { slug: 'region', heading: 'byRegion', label: 'region', valuesOf: ({ data }, library) => regionsOf(library, data.jurisdiction), nameOf: (value, { language }) => placeName(value, language) },
  { slug: 'subject', heading: 'bySubject', label: 'subjects', valuesOf: ({ data }) => data.is_about.map(dash), nameOf: (value, { t }) => t(`subject_${undash(value)}` as Key) },
  { slug: 'convention', heading: 'byConvention', label: 'convention', valuesOf: (work, library) => conventionAliases(referencesOf(work), library), nameOf: conventionName },
  { slug: 'article', heading: 'byArticle', label: 'article', valuesOf: (work, library) => articlesOf(referencesOf(work), library), nameOf: articleName, filter: false },
  { slug: 'crime', heading: 'byCrime', label: 'crimeTypes', valuesOf: ({ data }) => crimesOf(data.is_about), nameOf: (value, { t }) => t(`crime_${undash(value)}` as Key), filter: false },
  { slug: 'year', heading: 'byYear', label: 'year', valuesOf: ({ data }) => decade(data.date_document), nameOf: (value, { t }) => decadeName(value, t), order: 'newest' },
  { slug: 'language', heading: 'byLanguage', label: 'language', valuesOf: (work) => work.data.languages ?? work.expressions.map(({ expression }) => expression.language), nameOf: (value) => endonym(value) },
  { slug: 'status', heading: 'byStatus', label: 'status', valuesOf: ({ data }) => [dash(data.status)], nameOf: (value, { t }) => t(`status_${undash(value)}` as Key) },
];

export const CASE_FACETS: readonly Facet<CaseWork>[] = [
  { slug: 'crime', heading: 'byCrime', label: 'crimeTypes', valuesOf: ({ data }) => data.crime_types.map(dash), nameOf: (value, { t }) => t(`crime_${undash(value)}` as Key) },
  { slug: 'cooperation', heading: 'byCooperation', label: 'cooperation', valuesOf: ({ data }) => data.cooperation.map(dash), nameOf: (value, { t }) => t(`coop_${undash(value)}` as Key) },
  { slug: 'state', heading: 'byState', label: 'state', valuesOf: ({ data }) => [...new Set(data.countries)], nameOf: (value, { language }) => placeName(value, language) },
  { slug: 'region', heading: 'byRegion', label: 'region', valuesOf: ({ data }, library) => [...new Set(data.countries.flatMap((code) => regionsOf(library, code)))], nameOf: (value, { language }) => placeName(value, language) },
  { slug: 'convention', heading: 'byConvention', label: 'convention', valuesOf: ({ data }, library) => conventionAliases([...data.applies, ...(data.illustrates ?? [])], library), nameOf: conventionName },
  { slug: 'year', heading: 'byYear', label: 'year', valuesOf: ({ data }) => decade(data.date_document), nameOf: (value, { t }) => decadeName(value, t), order: 'newest' },
];

/** Rows on one page of a list. */
export const PAGE_SIZE = 200;

const groups = new WeakMap<object, WeakMap<object, Map<string, never[]>>>();

/**
 * Value → items of a facet, in the order the items are given in. Worked out once for a list: hundreds of pages ask for it.
 *
 * @param items the same list at every call, such as {@link newestLaws}
 */
export function groupByFacet<Item>(facet: Facet<Item>, items: readonly Item[], library: Library): ReadonlyMap<string, readonly Item[]> {
  const known = groups.get(items) ?? new WeakMap<object, Map<string, never[]>>();
  groups.set(items, known);
  let made = known.get(facet) as Map<string, Item[]> | undefined;
  if (!made) {
    made = new Map<string, Item[]>();
    for (const item of items) {
      for (const value of facet.valuesOf(item, library)) {
        const group = made.get(value);
        if (group) group.push(item);
        else made.set(value, [item]);
      }
    }
    known.set(facet, made as Map<string, never[]>);
  }
  return made;
}

const orders = new WeakMap<Library, { laws: readonly LawWork[]; cases: readonly CaseWork[] }>();

function newestFirst(library: Library): { laws: readonly LawWork[]; cases: readonly CaseWork[] } {
  let known = orders.get(library);
  if (!known) {
    const order = <Work extends LawWork | CaseWork>(works: readonly Work[]): Work[] => works.toSorted((one, other) => compareDates(other.data.date_document ?? '', one.data.date_document ?? ''));
    known = { laws: order(nationalLaws(library)), cases: order([...library.cases.values()]) };
    orders.set(library, known);
  }
  return known;
}

/** National laws, the newest first, undated ones last: one list for a library. */
export function newestLaws(library: Library): readonly LawWork[] {
  return newestFirst(library).laws;
}

/** Cases, the newest first: one list for a library. */
export function newestCases(library: Library): readonly CaseWork[] {
  return newestFirst(library).cases;
}

/** Static paths of every value of every facet, page by page. */
export function facetPaths<Item>(facets: readonly Facet<Item>[], items: readonly Item[], library: Library) {
  return facets.flatMap((facet) =>
    [...groupByFacet(facet, items, library)].flatMap(([value, group]) =>
      Array.from({ length: Math.ceil(group.length / PAGE_SIZE) }, (_, index) => ({ params: { facet: facet.slug, value, page: index === 0 ? undefined : String(index + 1) }, props: { number: index + 1 } })),
    ),
  );
}
