/** Records → addresses. Every address of the site is made here; none carries a classification of a record. */
import { isoToTag, type InterfaceLanguage } from '../domain/language.ts';

/** Makes addresses below a base path. */
export interface Routes {
  /** Page of the interface: (`fr`, `states/ke`) → `/fr/states/ke/`. */
  page: (language: string, path?: string) => string;
  /** Law, convention or treaty: work path and ISO 639-3 language, with an optional eId → `/en/laws/ke/act/2010/8/#sec_5`. */
  law: (work: string, iso: string, eid?: string, version?: string) => string;
  /** Page of an article of a convention. */
  article: (work: string, iso: string, eid: string) => string;
  case: (work: string, iso: string) => string;
  /** A file of the site: `assets/x.css`. */
  file: (path: string) => string;
}

/**
 * Routes of a site.
 *
 * @param base path the site is served under, with or without slashes: `/`, `/library`
 */
export function routes(base: string): Routes {
  const root = `/${base.replace(/^\/+|\/+$/g, '')}/`.replace(/^\/\/$/, '/');
  const at = (path: string): string => `${root}${path}`;
  const slash = (path: string): string => (path === '' ? '' : `${path}/`);
  return {
    page: (language, path = '') => at(`${language}/${slash(path)}`),
    law: (work, iso, eid, version) => at(`${isoToTag(iso)}/laws/${work}/${version ? `@${version}/` : ''}${eid ? `#${eid}` : ''}`),
    article: (work, iso, eid) => at(`${isoToTag(iso)}/laws/${work}/${eid}/`),
    case: (work, iso) => at(`${isoToTag(iso)}/cases/${work}/`),
    file: at,
  };
}

/** Crime type → slug: `money_laundering` → `money-laundering`. */
export function crimeSlug(crimeType: string): string {
  return crimeType.replaceAll('_', '-');
}

/** ISO 639-3 codes of the interface languages, in their order. */
export function isoOf(language: InterfaceLanguage): string {
  return { en: 'eng', fr: 'fra', es: 'spa', ru: 'rus', ar: 'ara', zh: 'zho' }[language];
}
