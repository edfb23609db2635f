/** Laws and cases as rows of a list: title, State or court, date, what it is. HTML as text, because a list may have hundreds of rows. */
import { formatDate, yearOf } from '../domain/date.ts';
import { direction, endonym, htmlLang, type InterfaceLanguage } from '../domain/language.ts';
import { isoOf } from '../i18n/routes.ts';
import { translator } from '../i18n/translate.ts';
import { bestExpression, type CaseWork, type LawWork } from '../library/library.ts';
import { escapeHtml, phraseToHtml } from '../markdown/phrase.ts';
import { placeName, site } from '../site.ts';
import { lawHref } from './references.ts';

/** A law's row. `withState: false` on a State's own page; `values` are what a list is filtered by. */
export function lawRow(work: LawWork, language: InterfaceLanguage, withState = true, values?: string): string {
  const t = translator(language);
  const { data, expression } = bestExpression(work, isoOf(language));
  // A convention's official title may be known in a language that its text does not exist in here.
  const title = expression.language === isoOf(language) ? undefined : data.titles?.[language];
  const international = data.jurisdiction === 'un' || data.jurisdiction === 'int';
  const facts = [
    withState && !international ? placeName(data.jurisdiction, language) : '',
    data.date_document ? yearOf(data.date_document) : '',
    data.id_local?.replaceAll('[unverified]', '') ?? '',
    data.status === 'in_force' || data.status === 'unknown' ? '' : t(`status_${data.status}`),
  ].filter((fact) => fact !== '');
  return row({
    href: lawHref(site(), work, isoOf(language)),
    title: title ?? data.title,
    foreign: foreignAttributes(expression.language, language),
    titleForeign: title === undefined ? undefined : '',
    shown: expression.language === isoOf(language) ? '' : endonym(expression.language),
    verified: data.provenance.verified,
    facts: escapeHtml(facts.join(' · ')),
    summary: data.summary,
    unverified: t('unverified'),
    values,
  });
}

/** A case's row; `values` are what a list is filtered by. */
export function caseRow(work: CaseWork, language: InterfaceLanguage, values?: string): string {
  const t = translator(language);
  const { data, expression } = bestExpression(work, isoOf(language));
  return row({
    href: site().routes.case(work.path, expression.language),
    title: data.title,
    foreign: foreignAttributes(expression.language, language),
    shown: expression.language === isoOf(language) ? '' : endonym(expression.language),
    verified: data.provenance.verified,
    facts: `${escapeHtml(placeName(data.jurisdiction, language))} · <span lang="en">${phraseToHtml(data.court, t('unverified'))}</span> · ${escapeHtml(formatDate(data.date_document, language))}`,
    summary: data.summary,
    unverified: t('unverified'),
    values,
  });
}

interface Row {
  href: string;
  title: string;
  foreign: string;
  /** Attributes of the title, where they are not those of the summary. */
  titleForeign?: string | undefined;
  /** Name of the text's language in itself, where it is not the page's. */
  shown: string;
  verified: boolean;
  facts: string;
  summary: string | undefined;
  unverified: string;
  values: string | undefined;
}

function row({ href, title, foreign, titleForeign = foreign, shown, verified, facts, summary, unverified, values }: Row): string {
  const flag = verified ? '' : ` <span class="unverified">${escapeHtml(unverified)}</span>`;
  const words = summary ? `<p${foreign}>${phraseToHtml(summary, unverified)}</p>` : '';
  return `<li${values === undefined ? '' : ` data-f="${values}"`}><a class="t"${titleForeign} href="${href}">${escapeHtml(title)}</a>${shown === '' ? '' : ` <span class="in"${foreign}>${escapeHtml(shown)}</span>`}${flag}<span class="d">${facts}</span>${words}</li>`;
}

/** Attributes for text in another language than the page's: WCAG 3.1.2. */
function foreignAttributes(iso: string, language: InterfaceLanguage): string {
  return iso === isoOf(language) ? '' : ` lang="${htmlLang(iso)}" dir="${direction(iso)}"`;
}
