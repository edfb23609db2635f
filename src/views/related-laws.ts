/** Which laws a reader of a law goes to next: of the same State on the same subject, of other States on the article it chiefly answers; and the cases that cite it. */
import { eidToNumber } from '../domain/citation.ts';
import { isoOf } from '../i18n/routes.ts';
import type { InterfaceLanguage } from '../domain/language.ts';
import { direction, htmlLang } from '../domain/language.ts';
import type { Translate } from '../i18n/translate.ts';
import { articleKey } from '../library/graph.ts';
import { bestExpression, nationalLaws, type CaseWork, type LawWork } from '../library/library.ts';
import { escapeHtml } from '../markdown/phrase.ts';
import { placeName, type Site } from '../site.ts';
import { lawHref, nameOf, pageIso } from './references.ts';

/** Laws named in each list: a margin, not a catalogue. */
const MOST = 4;

interface Index {
  /** `ke drugs` → laws, the newest first. */
  bySubject: ReadonlyMap<string, readonly LawWork[]>;
  /** Work path → cases that apply it or a provision of it. */
  citing: ReadonlyMap<string, readonly CaseWork[]>;
}

const indexes = new WeakMap<Site, Index>();

/** Worked out once: a page asks for what it needs at no cost. */
function indexOf(site: Site): Index {
  const known = indexes.get(site);
  if (known) return known;
  const bySubject = new Map<string, LawWork[]>();
  const laws = nationalLaws(site.library).toSorted((one, other) => ((other.data.date_document ?? '') < (one.data.date_document ?? '') ? -1 : 1));
  for (const law of laws) {
    for (const subject of law.data.is_about) {
      const key = `${law.data.jurisdiction} ${subject}`;
      const list = bySubject.get(key);
      if (list) list.push(law);
      else bySubject.set(key, [law]);
    }
  }
  const citing = new Map<string, CaseWork[]>();
  for (const [key, relations] of site.graph.cases) {
    const path = key.slice(0, key.indexOf('#'));
    const list = citing.get(path) ?? [];
    for (const { case: found, relation } of relations) if (relation === 'applies' && !list.includes(found)) list.push(found);
    citing.set(path, list);
  }
  const index = { bySubject, citing };
  indexes.set(site, index);
  return index;
}

/** Cases that apply a law or a provision of it, the newest first. */
export function citingCases(site: Site, work: LawWork): CaseWork[] {
  return (indexOf(site).citing.get(work.path) ?? []).toSorted((one, other) => (other.data.date_document < one.data.date_document ? -1 : 1));
}

/** Other laws of the State that share a subject with a law. */
export function sameSubject(site: Site, work: LawWork): LawWork[] {
  const found = new Set<LawWork>();
  for (const subject of work.data.is_about) {
    for (const law of indexOf(site).bySubject.get(`${work.data.jurisdiction} ${subject}`) ?? []) {
      if (law !== work) found.add(law);
      if (found.size === MOST) return [...found];
    }
  }
  return [...found];
}

export interface MainArticle {
  /** Reference as the record writes it: `tip#art_5`. */
  reference: string;
  /** Laws of other States with a provision under it. */
  laws: LawWork[];
}

/** The article that most provisions of a law are classified under, with laws of other States under it; those surest first. */
export function mainArticle({ library, graph }: Site, work: LawWork): MainArticle | undefined {
  const counts = new Map<string, number>();
  for (const { implements: references } of Object.values(work.data.provisions ?? {})) for (const reference of references) counts.set(reference, (counts.get(reference) ?? 0) + 1);
  const [first] = [...counts].sort(([, one], [, other]) => other - one);
  if (!first) return undefined;
  const others = (graph.implementations.get(articleKey(library, first[0])) ?? []).filter(({ law }) => law.data.jurisdiction !== work.data.jurisdiction);
  const laws = new Map<string, LawWork>();
  for (const level of ['high', 'medium', 'low'] as const) {
    for (const { law, provision } of others) if (provision.confidence === level && laws.size < MOST && !laws.has(law.data.jurisdiction)) laws.set(law.data.jurisdiction, law);
  }
  return { reference: first[0], laws: [...laws.values()] };
}

/** The two lists as HTML; empty where there is nothing to name. */
export function relatedHtml(site: Site, t: Translate, language: InterfaceLanguage, work: LawWork): string {
  const iso = isoOf(language);
  const link = (law: LawWork): string => {
    const shown = bestExpression(law, iso).expression.language;
    const foreign = shown === iso ? '' : ` lang="${htmlLang(shown)}" dir="${direction(shown)}"`;
    return `<a href="${lawHref(site, law, iso)}"${foreign}>${escapeHtml(nameOf(law, iso))}</a>`;
  };
  const here = sameSubject(site, work);
  const main = mainArticle(site, work);
  const parts: string[] = [];
  if (here.length > 0) parts.push(`<h3>${escapeHtml(t('relatedHere'))}</h3><ul>${here.map((law) => `<li>${link(law)}</li>`).join('')}</ul>`);
  if (main && main.laws.length > 0) {
    const [name, eid] = main.reference.split('#') as [string, string];
    const instrument = site.library.laws.get(site.library.aliases.get(name) ?? name);
    const heading = instrument?.data.articles?.[eid]
      ? `<a href="${site.routes.article(instrument.path, pageIso(instrument, iso), eid)}">${escapeHtml(t('partOf', { name: nameOf(instrument, iso), part: t('articleNumber', { n: eidToNumber(eid) }) }))}</a>`
      : escapeHtml(main.reference);
    parts.push(`<h3>${escapeHtml(t('relatedElsewhere'))}: ${heading}</h3><ul>${main.laws.map((law) => `<li>${escapeHtml(placeName(law.data.jurisdiction, language))}: ${link(law)}</li>`).join('')}</ul>`);
  }
  return parts.length === 0 ? '' : `<section class="related ui" lang="${htmlLang(iso)}" dir="${direction(iso)}"><h2>${escapeHtml(t('relatedLaws'))}</h2>${parts.join('')}</section>`;
}
