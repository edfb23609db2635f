/** References to articles and laws → names and links for a reader of one language. */
import { eidToNumber, parseCitation } from '../domain/citation.ts';
import { direction, endonym, htmlLang, INTERFACE_LANGUAGES, isInterfaceLanguage, isoToTag, type InterfaceLanguage } from '../domain/language.ts';
import { isoOf } from '../i18n/routes.ts';
import type { Translate } from '../i18n/translate.ts';
import { bestExpression, workPath, type LawWork, type Work } from '../library/library.ts';
import { escapeHtml } from '../markdown/phrase.ts';
import type { Site } from '../site.ts';

export interface ArticleLink {
  /** Printed number: `18`. */
  number: string;
  href: string;
  eid: string;
}

export interface InstrumentLinks {
  name: string;
  href: string;
  articles: ArticleLink[];
}

/** Name by which people call a work: its short title where it has one, else its title; in a language without a text, its name or title there if it is known. */
export function nameOf(work: LawWork, iso: string): string {
  const { data, expression } = bestExpression(work, iso);
  const tag = isoToTag(iso) as 'fr';
  if (expression.language === iso) return data.title_short ?? work.data.titles_short?.[tag] ?? data.title;
  return work.data.titles_short?.[tag] ?? work.data.titles?.[tag] ?? data.title_short ?? data.title;
}

/**
 * Language of the page on which a reader is shown a work. A convention and its articles have a page in every interface language, because
 * laws, cases and coverage are read there in the reader's own, though the text in it may be of another. Other works have a page in the
 * languages of their texts.
 *
 * @param iso ISO 639-3 of the reader
 */
export function pageIso(work: LawWork, iso: string): string {
  return work.data.articles && isInterfaceLanguage(isoToTag(iso)) ? iso : bestExpression(work, iso).expression.language;
}

/** Interface languages that a convention has no text in. */
export function missingLanguages(work: LawWork): InterfaceLanguage[] {
  return INTERFACE_LANGUAGES.filter((tag) => !work.expressions.some(({ expression }) => expression.language === isoOf(tag)));
}

/** Says plainly that a text is of another language than the page, and where its other languages are. */
export function otherLanguageNotice(t: Translate, work: Work<unknown>, language: InterfaceLanguage, shown: string, address: (iso: string) => string): string {
  const others = work.expressions.filter(({ expression }) => expression.language !== shown).map(({ expression }) => `<a href="${address(expression.language)}" lang="${htmlLang(expression.language)}" hreflang="${htmlLang(expression.language)}">${escapeHtml(endonym(expression.language))}</a>`);
  return shownLanguageNotice(t, language, shown, others.length > 0 ? ` ${escapeHtml(t('otherLanguages'))}: ${others.join(' · ')}` : '');
}

/**
 * The same where a text has no page of its own in its languages: a type of crime, a network.
 *
 * @param more HTML that follows the sentence
 */
export function shownLanguageNotice(t: Translate, language: InterfaceLanguage, shown: string, more = ''): string {
  const name = (code: string): string => `<bdi lang="${htmlLang(code)}">${escapeHtml(endonym(code))}</bdi>`;
  const words = escapeHtml(t('notInYourLanguage', { language: '{language}', shown: '{shown}' })).replace('{language}', name(language)).replace('{shown}', name(shown));
  return `<p class="banner ui" lang="${htmlLang(language)}" dir="${direction(language)}">${words}${more}</p>`;
}

/**
 * Groups references by instrument, in the order they are given.
 *
 * @param references such as `untoc#art_18`; the linter has checked that they lead somewhere
 * @param iso ISO 639-3 of the reader
 */
export function instrumentLinks({ library, routes }: Site, references: readonly string[], iso: string): InstrumentLinks[] {
  const groups = new Map<string, InstrumentLinks>();
  for (const reference of references) {
    const { work: name, eid } = parseCitation(reference)!;
    const path = workPath(library, name);
    const work = path === undefined ? undefined : library.laws.get(path);
    if (!work) continue;
    const shown = pageIso(work, iso);
    let group = groups.get(work.path);
    if (!group) {
      group = { name: nameOf(work, iso), href: routes.law(work.path, shown), articles: [] };
      groups.set(work.path, group);
    }
    if (eid === undefined) continue;
    const href = work.data.articles?.[eid] ? routes.article(work.path, shown, eid) : routes.law(work.path, shown, eid);
    group.articles.push({ number: eidToNumber(eid), href, eid });
  }
  return [...groups.values()];
}

/** Numbers of articles as links; a comma never begins a line. */
export function articleNumbers(articles: readonly ArticleLink[]): string {
  return articles.map(({ number, href }, index) => `<span class="number"><a href="${href}">${escapeHtml(number)}</a>${index < articles.length - 1 ? ',' : ''}</span>`).join(' ');
}

/** Address of a work in the language of a reader, or in the language it exists in. */
export function lawHref({ routes }: Site, work: LawWork, iso: string, eid?: string): string {
  return routes.law(work.path, pageIso(work, iso), eid);
}

/** BCP 47 → address, for every language a work's text exists in. */
export function alternatesOf<Data>(work: { expressions: readonly { expression: { language: string } }[] } & { data: Data }, address: (iso: string) => string): Record<string, string> {
  return Object.fromEntries(work.expressions.map(({ expression }) => [isoToTag(expression.language), address(expression.language)]));
}
