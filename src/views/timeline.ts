/** A law in time: its versions, with what changed at each, and the amendments that its record documents. */
import { compareDates, formatDate } from '../domain/date.ts';
import type { InterfaceLanguage } from '../domain/language.ts';
import type { Translate } from '../i18n/translate.ts';
import { escapeHtml, phraseToHtml } from '../markdown/phrase.ts';
import type { Law } from '../schema/law.ts';
import type { Edition } from './editions.ts';

interface Event {
  /** Empty for an undated newest text, which stands before all. */
  date: string;
  html: string;
}

/** True where there is more to a law's time than the day it was made. */
export function hasTimeline(data: Law, editions: readonly Edition[]): boolean {
  return editions.length > 1 || (data.amended_by ?? []).length > 0;
}

/**
 * The timeline as HTML, newest first.
 *
 * @param shown the edition on the page
 */
export function timelineHtml(t: Translate, language: InterfaceLanguage, data: Law, editions: readonly Edition[], shown: Edition): string {
  const several = editions.length > 1;
  const date = (value: string): string => escapeHtml(formatDate(value, language));
  const mark = (text: string): string => phraseToHtml(text, t('unverified'));
  const event = (value: string | undefined, words: string): Event[] => (value === undefined ? [] : [{ date: value, html: `<li><b>${date(value)}</b> ${words}</li>` }]);
  const events: Event[] = [
    ...event(data.date_document, escapeHtml(data.type_document === 'act' || data.type_document === 'code' ? t('enacted') : t('adopted'))),
    ...event(data.first_date_entry_in_force, escapeHtml(t('inForceSince'))),
    ...(data.amended_by ?? []).flatMap(({ date: when, act, note }) => event(when, `${escapeHtml(t('amended'))}${act ? `: <span lang="en">${mark(act)}</span>` : ''}${note ? ` <span lang="en">(${mark(note)})</span>` : ''}`)),
    ...event(data.date_no_longer_in_force, escapeHtml(t('noLongerInForce'))),
  ];
  if (several) {
    for (const { version, href, changes } of editions) {
      const name = version === undefined ? escapeHtml(t('newestText')) : date(version);
      const current = version === shown.version ? ' aria-current="page"' : '';
      const since = changes === undefined ? '' : ` <a class="ch" href="${changes}">${escapeHtml(t('whatChanged'))}</a>`;
      events.push({ date: version ?? '', html: `<li class="v" data-version="${version ?? ''}"><a href="${href}"${current}>${name}</a>${since}</li>` });
    }
  }
  // Newest first; of one day, the version before the act that made it.
  const sorted = events.map((found, index) => ({ ...found, index })).sort((one, other) => (one.date === '' ? -1 : other.date === '' ? 1 : compareDates(other.date, one.date) || other.index - one.index));
  const list = `<ol>${sorted.map(({ html }) => html).join('')}</ol>`;
  if (!several) return `<aside class="side timeline"><p class="lab">${escapeHtml(t('timeline'))}</p>${list}</aside>`;
  return `<nav class="side timeline" aria-label="${escapeHtml(t('versions'))}"><p class="lab">${escapeHtml(t('versions'))}</p>${list}${asAtForm(t, editions)}</nav>`;
}

/** Asks for a day; only a script can answer, so a script shows it. */
function asAtForm(t: Translate, editions: readonly Edition[]): string {
  const words = { shown: t('asAtShown', { date: '{date}', version: '{version}' }), before: t('asAtBefore', { date: '{date}' }) };
  const first = editions.find(({ version }) => version !== undefined)!.version!;
  return `<form class="as-at" hidden data-shown="${escapeHtml(words.shown)}" data-before="${escapeHtml(words.before)}"><label>${escapeHtml(t('asAt'))} <input type="date" name="at" min="${first}" required></label> <button>${escapeHtml(t('show'))}</button><output></output></form>`;
}
