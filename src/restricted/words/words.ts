/**
 * The edition in the six interface languages: names of fields, codes and what the pages say. What a record says stays as it was written.
 *
 * Runs in the browser too: the form on an authority's page names fields and problems in the language of the page.
 */
import { displayName, isSampleCode } from '../../domain/jurisdiction.ts';
import type { InterfaceLanguage } from '../../domain/language.ts';
import { GROUPS, labelOf } from '../fields.ts';
import { BASIS_TEXTS, CONVENTIONS, DAYS, LEGAL_BASES, inWords, type Convention, type Day, type FunctionName, type LegalBasis } from '../vocabulary.ts';
import * as en from './en.ts';

export type TextKey = keyof typeof en.text;

/** What a language brings. A key that it lacks does not compile (text) or fails a test (the others). */
export interface Dictionary {
  text: Readonly<Record<TextKey, string>>;
  /** Field or part of a field → its label. */
  labels: Readonly<Record<string, string>>;
  /** Code of a vocabulary → words. */
  values: Readonly<Record<string, string>>;
  conventions: Readonly<Record<Convention, string>>;
  /** The short names by which an article is cited. */
  texts: Readonly<Record<keyof typeof BASIS_TEXTS, string>>;
  /** The schema's English hint → hint; one that is not here is not shown. */
  hints: Readonly<Record<string, string>>;
  /** What the schema says is wrong, in English → in this language. `{1}` stands for what changes. */
  problems: Readonly<Record<string, string>>;
}

export const ENGLISH: Pick<Dictionary, 'text' | 'hints'> = en;

export class Words {
  readonly language: InterfaceLanguage;
  readonly #dictionary: Dictionary | undefined;
  readonly #languages: Intl.DisplayNames;
  readonly #problems: readonly [RegExp, string][];

  /** @param dictionary none for English, whose words stand in the code */
  constructor(language: InterfaceLanguage, dictionary?: Dictionary) {
    this.language = language;
    this.#dictionary = dictionary;
    this.#languages = new Intl.DisplayNames([language], { type: 'language' });
    // The longest first: one complaint may begin like another.
    this.#problems = Object.entries(dictionary?.problems ?? {}).sort(([one], [other]) => other.length - one.length).map(([english, words]) => [new RegExp(`^${english.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\d\}/g, '(.+)')}$`), words]);
  }

  /** A sentence of the pages, its slots filled. */
  t(key: TextKey, slots: Readonly<Record<string, string | number>> = {}): string {
    return (this.#dictionary ?? ENGLISH).text[key].replace(/\{(\w+)\}/g, (slot, name: string) => (name in slots ? String(slots[name]) : slot));
  }

  /** How a field is called. */
  label(name: string): string {
    return own(this.#dictionary?.labels, name) ?? labelOf(name);
  }

  /** Heading of a group of fields. */
  group(name: string): string {
    return own(this.#dictionary?.labels, name) ?? own(GROUPS, name) ?? labelOf(name);
  }

  /** Code of a vocabulary → words. A day is named by Intl. */
  value(code: string): string {
    if ((DAYS as readonly string[]).includes(code)) return this.day(code as Day);
    return own(this.#dictionary?.values, code) ?? inWords(code);
  }

  function(name: FunctionName): string {
    return this.value(name);
  }

  convention(name: Convention): string {
    return this.#dictionary?.conventions[name] ?? CONVENTIONS[name].name;
  }

  /** `UNTOC:18(13)` → `UNTOC, article 18(13)`. */
  basis(basis: LegalBasis): string {
    const { convention, article } = LEGAL_BASES[basis];
    if (convention === 'other') return this.t('otherText');
    return convention === 'GA' ? this.t('resolution', { n: article }) : this.t('basis', { text: (this.#dictionary?.texts ?? BASIS_TEXTS)[convention], n: article });
  }

  hint(english: string): string | undefined {
    return (this.#dictionary ?? ENGLISH).hints[english];
  }

  /** What the schema complains of; English where this language has no words for it. */
  problem(english: string): string {
    for (const [pattern, words] of this.#problems) {
      const match = pattern.exec(english);
      if (match) return words.replace(/\{(\d)\}/g, (_, place: string) => match[Number(place)] ?? '');
    }
    return english;
  }

  /** `fr` → `French`. */
  languageName(tag: string): string {
    return this.#languages.of(tag) ?? tag;
  }

  state(code: string): string {
    return isSampleCode(code) ? this.t('sampleState', { code: code.toUpperCase() }) : displayName(code, this.language);
  }

  day(day: Day): string {
    // The first of January 2024 was a Monday.
    return new Intl.DateTimeFormat(this.language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1 + DAYS.indexOf(day)));
  }

  /** Days in a row become a span: Monday to Friday. */
  days(days: readonly Day[]): string {
    const places = days.map((day) => DAYS.indexOf(day));
    const inRow = places.every((place, index) => index === 0 || place === (places[index - 1]! + 1) % 7);
    return inRow && days.length > 2 ? this.t('span', { from: this.day(days[0]!), to: this.day(days.at(-1)!) }) : this.list(days.map((day) => this.day(day)));
  }

  /** ISO 8601 duration → words: `PT24H` → `24 hours`. */
  duration(duration: string): string {
    const units: Record<string, string> = { Y: 'year', M: 'month', W: 'week', D: 'day', TH: 'hour', TM: 'minute' };
    const [date = '', clock = ''] = duration.slice(1).split('T');
    const parts = [...[...date.matchAll(/(\d+)([YMWD])/g)].map(([, number, unit]) => [number!, unit!]), ...[...clock.matchAll(/(\d+)([HM])/g)].map(([, number, unit]) => [number!, `T${unit}`])];
    return parts.map(([number, unit]) => new Intl.NumberFormat(`${this.language}-u-nu-latn`, { style: 'unit', unit: units[unit!]!, unitDisplay: 'long' }).format(Number(number))).join(' ');
  }

  list(items: readonly string[]): string {
    return items.join(this.t('comma'));
  }
}

/** A value of a record may be called like something that every object has. */
function own(words: Readonly<Record<string, string>> | undefined, key: string): string | undefined {
  return words && Object.hasOwn(words, key) ? words[key] : undefined;
}

/** English: what commands, flaws and commits speak. */
export const ENGLISH_WORDS = new Words('en');
