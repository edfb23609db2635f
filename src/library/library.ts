/**
 * The library: every record read, checked and linked. Immutable, free of any framework; pages, linter, search and tests ask it questions.
 *
 * Texts are not kept: an entry knows where its text is, and {@link bodyOf} reads it when a page is rendered.
 */
import { compareDates } from '../domain/date.ts';
import type { Case } from '../schema/case.ts';
import { TREATY_TYPES, type Law } from '../schema/law.ts';
import type { Redirect } from '../schema/redirect.ts';
import type { Review } from '../schema/review.ts';
import type { State } from '../schema/state.ts';
import type { Crime, Network } from '../schema/topic.ts';
import type { Entry, ExpressionEntry } from './entry.ts';
import type { ManualWork } from './manuals.ts';

/** A work with its expressions: languages, and dated versions of each. */
export interface Work<Data> {
  /** Path without `/akn/`: `ke/act/2010/8`. */
  path: string;
  /** Newest expression in each language, the original or the first listed before the others. */
  expressions: readonly ExpressionEntry<Data>[];
  /** Dated versions, newest first; the newest expression is among them where it is dated. */
  versions: readonly ExpressionEntry<Data>[];
  /** Data of the work: those of its first expression. */
  data: Data;
}

export type LawWork = Work<Law>;
export type CaseWork = Work<Case>;

export interface Library {
  /** Folder the records were read from. */
  root: string;
  /** Works by path, in order of path. */
  laws: ReadonlyMap<string, LawWork>;
  cases: ReadonlyMap<string, CaseWork>;
  /** States and organizations by lower-case code. */
  states: ReadonlyMap<string, Entry<State>>;
  /** Pages on types of crime: crime type → language (ISO 639-3) → entry. */
  crimes: ReadonlyMap<string, ReadonlyMap<string, Entry<Crime>>>;
  /** Pages on networks: slug → language (ISO 639-3) → entry. */
  networks: ReadonlyMap<string, ReadonlyMap<string, Entry<Network>>>;
  /** Manuals by the last part of their path. */
  manuals: ReadonlyMap<string, ManualWork>;
  reviews: readonly Review[];
  /** Addresses that moved, in the order they are listed. */
  redirects: readonly Redirect[];
  /** Alias → path of the work. */
  aliases: ReadonlyMap<string, string>;
}

/**
 * Groups expressions into works.
 *
 * @param entries expressions in order of path
 */
export function groupWorks<Data extends { translation?: { status: string; of?: string | undefined } | undefined }>(
  entries: readonly ExpressionEntry<Data>[],
): Map<string, Work<Data>> {
  const byPath = new Map<string, ExpressionEntry<Data>[]>();
  for (const entry of entries) {
    const list = byPath.get(entry.expression.work);
    if (list) list.push(entry);
    else byPath.set(entry.expression.work, [entry]);
  }
  const works = new Map<string, Work<Data>>();
  for (const [path, all] of byPath) {
    const versions = all.filter((entry) => entry.expression.version).sort((a, b) => compareDates(b.expression.version!, a.expression.version!));
    const newest = new Map<string, ExpressionEntry<Data>>();
    for (const entry of [...all.filter((entry) => !entry.expression.version), ...versions]) {
      if (!newest.has(entry.expression.language)) newest.set(entry.expression.language, entry);
    }
    const expressions = [...newest.values()].sort((a, b) => rank(a) - rank(b));
    works.set(path, { path, expressions, versions, data: expressions[0]!.data });
  }
  return works;
}

/** A text in its own language stands before translations of it. */
function rank(entry: ExpressionEntry<{ translation?: { of?: string | undefined } | undefined }>): number {
  return entry.data.translation?.of === undefined ? 0 : 1;
}

/**
 * The work an alias or path names.
 *
 * @param name `untoc`, `ke/act/2010/8`, or an IRI `/akn/ke/act/2010/8`
 */
export function workPath(library: Library, name: string): string | undefined {
  const path = name.replace(/^\/akn\//, '');
  return library.aliases.get(path) ?? (library.laws.has(path) || library.cases.has(path) ? path : undefined);
}

/** The expression to show a reader of a language: in that language if there is one, else the work's first. */
export function bestExpression<Data>(work: Work<Data>, language: string): ExpressionEntry<Data> {
  return work.expressions.find((entry) => entry.expression.language === language) ?? work.expressions.find((entry) => entry.expression.language === 'eng') ?? work.expressions[0]!;
}

/** The entry to show a reader of a language, of a page that explains: in that language, else English, else the first there is. */
export function bestEntry<Data>(entries: ReadonlyMap<string, Entry<Data>>, language: string): Entry<Data> {
  return entries.get(language) ?? entries.get('eng') ?? [...entries.values()][0]!;
}

const INSTRUMENT_ORDER = ['untoc', 'tip', 'som', 'firearms', 'uncac', 'drugs1961', 'drugs1971', 'drugs1988'];

/** The conventions and protocols that laws are classified by: works with an alias and articles, in the library's order. */
export function instruments(library: Library): LawWork[] {
  const order = (work: LawWork): number => {
    const place = INSTRUMENT_ORDER.indexOf(work.data.alias!);
    return place === -1 ? INSTRUMENT_ORDER.length : place;
  };
  return [...library.laws.values()].filter((work) => work.data.alias !== undefined && work.data.articles !== undefined).sort((a, b) => order(a) - order(b));
}

/** Treaties, agreements and schemes other than those laws are classified by. */
export function treaties(library: Library): LawWork[] {
  return [...library.laws.values()].filter((work) => isTreaty(work.data) && work.data.articles === undefined);
}

/** National laws: everything that is neither a convention nor a treaty. */
export function nationalLaws(library: Library): LawWork[] {
  return [...library.laws.values()].filter((work) => !isTreaty(work.data));
}

/** True for a text between States: a convention, protocol, treaty, scheme, model or act of a union. */
export function isTreaty(data: Law): boolean {
  return (TREATY_TYPES as readonly string[]).includes(data.type_document);
}
