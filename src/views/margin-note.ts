/** The note beside a provision: under which articles it is classified, how surely, which penalties were found; beside an article, how far it binds. */
import type { Translate } from '../i18n/translate.ts';
import type { LawWork } from '../library/library.ts';
import { escapeHtml, phraseToHtml } from '../markdown/phrase.ts';
import type { Obligation } from '../schema/law.ts';
import type { Site } from '../site.ts';
import { articleNumbers, instrumentLinks } from './references.ts';

/** Words for how far an article binds. */
export function obligationName(t: Translate, obligation: Obligation): string {
  return t(({ 'mandatory': 'obligation_mandatory', 'mandatory with national-law qualification': 'obligation_qualified', 'optional': 'obligation_optional', 'effort': 'obligation_effort', 'definitional': 'obligation_definitional', 'institutional': 'obligation_institutional', 'final clause': 'obligation_final' } as const)[obligation]);
}

/**
 * The note as HTML; empty where there is nothing to say.
 *
 * @param iso ISO 639-3 of the reader: that of the text, where the interface has it
 */
export function marginNote(site: Site, t: Translate, iso: string, work: LawWork, eid: string): string {
  const article = work.data.articles?.[eid];
  if (article) {
    const key = `${work.path}#${eid}`;
    const href = site.routes.article(work.path, iso, eid);
    const laws = site.graph.implementations.get(key)?.length ?? 0;
    const cases = site.graph.cases.get(key)?.length ?? 0;
    const elements = article.elements?.length ?? 0;
    return note([
      `<p>${escapeHtml(obligationName(t, article.obligation))}</p>`,
      `<p><a href="${href}">${escapeHtml(laws > 0 ? `${t('nationalProvisions')}: ${laws}` : t('nationalProvisions'))}</a></p>`,
      elements > 0 ? `<p><a href="${href}#elements">${escapeHtml(t('countElements', { n: elements }))}</a></p>` : '',
      cases > 0 ? `<p><a href="${href}#cases">${escapeHtml(t('countCases', { n: cases }))}</a></p>` : '',
    ]);
  }
  const provision = work.data.provisions?.[eid];
  if (!provision) return '';
  const groups = instrumentLinks(site, provision.implements, iso);
  return note([
    provision.topic ? `<p lang="en"><i>${escapeHtml(provision.topic)}</i></p>` : '',
    ...groups.map(({ name, href, articles }) => `<p><a href="${href}">${escapeHtml(name)}</a> ${articleNumbers(articles)}</p>`),
    groups.length > 0 ? `<p class="count">${escapeHtml(t('confidence'))}: ${escapeHtml(t(`confidence_${provision.confidence}`))}${provision.note ? `<br><span lang="en">${phraseToHtml(provision.note, t('unverified'))}</span>` : ''}</p>` : '',
    casesHtml(site, t, work, eid),
    provision.penalties ? `<p class="lab">${escapeHtml(t('penalties'))}</p><p lang="en">${provision.penalties.map(escapeHtml).join('<br>')}</p><p class="count">${escapeHtml(t('penaltiesNote'))}</p>` : '',
  ]);
}

/** Cases that apply a provision of a national law. */
function casesHtml({ graph, routes }: Site, t: Translate, work: LawWork, eid: string): string {
  const cases = graph.cases.get(`${work.path}#${eid}`) ?? [];
  if (cases.length === 0) return '';
  return `<p class="lab">${escapeHtml(t('citingCases'))}</p>${cases.map(({ case: found }) => `<p><a href="${routes.case(found.path, found.expressions[0]!.expression.language)}">${escapeHtml(found.data.title)}</a></p>`).join('')}`;
}

function note(parts: readonly string[]): string {
  const html = parts.join('');
  return html === '' ? '' : `<aside class="side">${html}</aside>`;
}
