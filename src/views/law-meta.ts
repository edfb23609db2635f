/** What the head of a law's page says about it: terms and their values as HTML. */
import { formatDate } from '../domain/date.ts';
import { direction, endonym, htmlLang, type InterfaceLanguage } from '../domain/language.ts';
import type { Translate } from '../i18n/translate.ts';
import type { ExpressionEntry } from '../library/entry.ts';
import { instruments, isTreaty, workPath, type LawWork } from '../library/library.ts';
import { escapeHtml, phraseToHtml } from '../markdown/phrase.ts';
import type { Law } from '../schema/law.ts';
import type { Site } from '../site.ts';
import { facetLists } from './facet-lists.ts';
import { lawHref, nameOf } from './references.ts';
import { isoOf } from '../i18n/routes.ts';

export interface MetaRow {
  term: string;
  html: string;
}

/** Rows of the head, in the order readers ask: what it is called, when, whether in force, where the text is. */
export function lawMeta(site: Site, t: Translate, language: InterfaceLanguage, work: LawWork, { data, expression }: ExpressionEntry<Law>): MetaRow[] {
  const mark = (text: string): string => phraseToHtml(text, t('unverified'));
  const date = (value: string): string => escapeHtml(formatDate(value, language));
  const foreign = (text: string, iso: string): string => `<span lang="${htmlLang(iso)}" dir="${direction(iso)}">${escapeHtml(text)}</span>`;
  const rows: (MetaRow | undefined)[] = [
    row(t('citedAs'), data.id_local && mark(data.id_local)),
    row(t('originalTitle'), data.title_original && foreign(data.title_original.text, data.title_original.language)),
    row(t('alsoKnownAs'), data.title_alternative && escapeHtml(data.title_alternative.join('; '))),
    row(data.type_document === 'act' || data.type_document === 'code' ? t('enacted') : t('adopted'), data.date_document && date(data.date_document) + (data.place ? `, ${escapeHtml(data.place)}` : '')),
    row(t('openedForSignature'), data.opened_for_signature && `<span lang="en" dir="ltr">${mark(data.opened_for_signature)}</span>`),
    row(t('published'), data.date_publication && date(data.date_publication)),
    row(t('inForceSince'), data.first_date_entry_in_force && date(data.first_date_entry_in_force)),
    row(t('noLongerInForce'), data.date_no_longer_in_force && date(data.date_no_longer_in_force)),
    row(t('status'), statusHtml(data, t, mark)),
    row(t('supplements'), supplementsHtml(site, data, language)),
    row(t('protocols'), protocolsHtml(site, work, language)),
    row(t('participants'), data.participants && mark(data.participants)),
    row(t('resolution'), data.resolution && mark(data.resolution)),
    row(t('statusList'), data.parties && data.parties.map((parties) => (parties.as_of ? t('partiesAsOf', { n: parties.count, date: formatDate(parties.as_of, language) }) : t('partiesUndated', { n: parties.count })) + (/unverified/.test(parties.source) ? ` <span class="unverified">${escapeHtml(t('unverified'))}</span>` : '')).join('<br>')),
    row(t('subjects'), data.is_about.length > 0 ? data.is_about.map((subject) => subjectHtml(site, language, t, subject)).join(', ') : undefined),
    row(t('version'), expression.version && date(expression.version)),
    row(t('text'), textHtml(data, t)),
  ];
  return rows.filter((found) => found !== undefined);
}

function row(term: string, html: string | undefined): MetaRow | undefined {
  return html === undefined || html === '' ? undefined : { term, html };
}

/** A subject links to the laws on it where there are any. */
function subjectHtml(site: Site, language: InterfaceLanguage, t: Translate, subject: Law['is_about'][number]): string {
  const name = escapeHtml(t(`subject_${subject}`));
  const list = facetLists(site, 'laws', language).flatMap(({ rows }) => rows).find(({ facet, value }) => facet === 'subject' && value === subject.replaceAll('_', '-'));
  return list ? `<a href="${list.href}">${name}</a>` : name;
}

function statusHtml(data: Law, t: Translate, mark: (text: string) => string): string {
  const status = escapeHtml(t(`status_${data.status}`));
  return data.status_note ? `${status} <span class="count" lang="en">(${mark(data.status_note)})</span>` : status;
}

function supplementsHtml(site: Site, data: Law, language: InterfaceLanguage): string | undefined {
  const path = data.supplements && workPath(site.library, data.supplements);
  const work = path ? site.library.laws.get(path) : undefined;
  return work && `<a href="${lawHref(site, work, isoOf(language))}">${escapeHtml(nameOf(work, isoOf(language)))}</a>`;
}

/** Protocols to a convention. */
function protocolsHtml(site: Site, { path, data }: LawWork, language: InterfaceLanguage): string {
  if (!data.articles) return '';
  const protocols = instruments(site.library).filter((other) => other.data.supplements && workPath(site.library, other.data.supplements) === path);
  return protocols.map((other) => `<a href="${lawHref(site, other, isoOf(language))}">${escapeHtml(nameOf(other, isoOf(language)))}</a>`).join('<br>');
}

function textHtml(data: Law, t: Translate): string {
  const kind = data.text === 'full' ? t('textIsFull') : t('textIsSummary');
  const address = data.provenance.official_url;
  const languages = data.languages?.map((iso) => `<span lang="${htmlLang(iso)}" dir="${direction(iso)}">${endonym(iso)}</span>`).join(', ');
  const official = address ? `; <a href="${escapeHtml(address)}" rel="external">${escapeHtml(t('officialText'))}: ${escapeHtml(new URL(address).hostname.replace(/^www\./, ''))}</a>` : '';
  const made = translationMark(data.translation, t);
  const translated = made === undefined ? '' : `; ${escapeHtml(made)}`;
  return `${escapeHtml(kind)}${translated}${official}${languages ? ` (${languages})` : ''}${listedHtml(data, t)}`;
}

const TRANSLATIONS = { official: 'translationOfficial', unofficial: 'translationUnofficial', machine: 'translationMachine' } as const;

/** What kind of translation a text is, in words; undefined where it was written in its language. */
export function translationMark(translation: Law['translation'], t: Translate): string | undefined {
  const status = translation?.status;
  return status === undefined || status === 'original' ? undefined : t(TRANSLATIONS[status]);
}

/** How much of a national law a summary lists. */
function listedHtml(data: Law, t: Translate): string {
  if (data.text === 'full' || isTreaty(data)) return '';
  return `<br><span class="count">${escapeHtml(t(Object.keys(data.provisions ?? {}).length > 0 || data.translation?.of ? 'onlySomeProvisions' : 'noProvisions'))}</span>`;
}
