/** Provisions of national laws on one article, State by State and grouped by region: a table that is whole without a script. */
import { yearOf } from '../domain/date.ts';
import { direction, endonym, htmlLang, type InterfaceLanguage } from '../domain/language.ts';
import { isoOf } from '../i18n/routes.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Cell } from '../library/coverage.ts';
import type { Implementation } from '../library/graph.ts';
import { bestExpression } from '../library/library.ts';
import { escapeHtml, phraseToHtml } from '../markdown/phrase.ts';
import { placeName, type Site } from '../site.ts';
import { filterForm, type Filter } from './filters.ts';
import { provisionTexts } from './provision-texts.ts';
import { nameOf } from './references.ts';
import { groupByRegion, regionsOf } from './regions.ts';

const SIGN = { high: 'found', medium: 'partly', low: 'partly' } as const;

/** Words by which a provision is called: `s. 3`, or its eId where the text has no number. */
export function provisionName({ library }: Site, { law, eid }: Implementation, iso: string): { label: string; heading: string } {
  const section = provisionTexts(library, law, bestExpression(law, iso)).get(eid);
  return { label: section?.label || eid, heading: section?.heading || law.data.provisions?.[eid]?.topic || '' };
}

/** Provisions in the order a reader meets them: laws by date, provisions as the law's record lists them. */
export function inOrder(provisions: readonly Implementation[]): Implementation[] {
  return provisions.toSorted((one, other) => ((one.law.data.date_document ?? '9') < (other.law.data.date_document ?? '9') ? -1 : one.law === other.law ? 0 : 1));
}

/**
 * The table, with the filters above it.
 *
 * @param cells what is known of the article, by State
 */
export function provisionTable(site: Site, t: Translate, language: InterfaceLanguage, cells: ReadonlyMap<string, Cell>): string {
  const name = (code: string): string => placeName(code, language);
  const groups = groupByRegion(site.library, cells.keys(), name, language);
  const bodies = groups.map(({ region, states }) => {
    const head = `<tbody class="group" data-group="${region}"><tr><th scope="rowgroup" colspan="4">${escapeHtml(region === '' ? t('outsideRegions') : name(region))}</th></tr></tbody>`;
    return head + states.map((state) => stateRows(site, t, language, state, cells.get(state)!)).join('');
  });
  return (
    filterForm(t, 'provisions', filtersOf(site, t, language, cells)) +
    `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(t('nationalProvisions'))}"><table class="provisions" id="provisions">` +
    `<thead><tr><th scope="col">${escapeHtml(t('state'))}</th><th scope="col">${escapeHtml(t('provision'))}</th><th scope="col" class="n">${escapeHtml(t('year'))}</th><th scope="col">${escapeHtml(t('confidence'))}</th></tr></thead>` +
    `${bodies.join('')}</table></div>`
  );
}

function stateRows(site: Site, t: Translate, language: InterfaceLanguage, state: string, { provisions, review, finding }: Cell): string {
  const iso = isoOf(language);
  const rows = inOrder(provisions).map((found) => {
    const { law, eid, provision } = found;
    const { expression } = bestExpression(law, iso);
    const { label, heading } = provisionName(site, found, iso);
    const foreign = expression.language === iso ? '' : ` lang="${htmlLang(expression.language)}" dir="${direction(expression.language)}"`;
    const year = law.data.date_document ? yearOf(law.data.date_document) : '';
    return {
      attributes: ` data-language="${languagesOf(found).join(' ')}" data-year="${year}"`,
      cells:
        `<td${foreign}><a href="${site.routes.law(law.path, expression.language, eid)}">${escapeHtml(label)} ${escapeHtml(heading)}</a> <span class="of">${escapeHtml(nameOf(law, iso))}</span></td>` +
        `<td class="n">${year || escapeHtml(t('undated'))}</td><td><span class="cov cov-${SIGN[provision.confidence]}">${escapeHtml(t(`confidence_${provision.confidence}`))}</span></td>`,
    };
  });
  if (review) {
    const basis = `<span lang="en">${phraseToHtml(review.basis, t('unverified'))}</span> (${escapeHtml(review.on)}, ${escapeHtml(review.by)})`;
    rows.push({ attributes: '', cells: `<td>${basis}</td><td class="n">${yearOf(review.on)}</td><td><span class="cov cov-${finding}">${escapeHtml(t(`coverage_${finding}`))}</span></td>` });
  }
  const record = site.library.states.get(state)?.data;
  const legal = record?.legal_system ? ` data-legal="${escapeHtml(record.legal_system.replaceAll(' ', '_'))}"` : '';
  const head = `<th scope="rowgroup" rowspan="${rows.length}"><a href="${site.routes.page(language, `states/${state}`)}">${escapeHtml(placeName(state, language))}</a></th>`;
  return `<tbody id="state-${state}" data-region="${regionsOf(site.library, state).join(' ')}"${legal}>${rows.map((row, index) => `<tr${row.attributes}>${index === 0 ? head : ''}${row.cells}</tr>`).join('')}</tbody>`;
}

/** ISO 639-3 codes of the official text of a law, or of the expression we have. */
function languagesOf({ law }: Implementation): readonly string[] {
  return law.data.languages ?? [law.expressions[0]!.expression.language];
}

function filtersOf({ library }: Site, t: Translate, language: InterfaceLanguage, cells: ReadonlyMap<string, Cell>): Filter[] {
  const collator = new Intl.Collator(language);
  const found = [...cells.values()].flatMap(({ provisions }) => provisions);
  const distinct = (values: readonly (string | undefined)[]): string[] => [...new Set(values.filter((value) => value !== undefined))];
  const regions = distinct([...cells.keys()].flatMap((code) => regionsOf(library, code))).map((value) => ({ value, name: placeName(value, language) })).sort((a, b) => collator.compare(a.name, b.name));
  const languages = distinct(found.flatMap(languagesOf)).sort().map((value) => ({ value, name: endonym(value), lang: htmlLang(value) }));
  const systems = distinct([...cells.keys()].map((code) => library.states.get(code)?.data.legal_system)).sort().map((value) => ({ value: value.replaceAll(' ', '_'), name: value }));
  const decades = distinct(found.map(({ law }) => law.data.date_document && `${yearOf(law.data.date_document).slice(0, 3)}0`)).sort().map((value) => ({ value, name: t('sinceYear', { year: value }) }));
  return [
    { name: 'region', label: t('region'), choices: regions },
    { name: 'language', label: t('language'), choices: languages },
    { name: 'legal', label: t('legalSystem'), choices: systems },
    { name: 'year', label: t('year'), choices: decades, test: 'least' },
  ];
}
