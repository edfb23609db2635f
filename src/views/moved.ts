/** What moved: pages at addresses that are no more, and old provision ids on pages that are there (content/redirects.yaml). */
import { parseAddress, type Address } from '../domain/address.ts';
import { eidToNumber } from '../domain/citation.ts';
import { INTERFACE_LANGUAGES, isoToTag, tagToIso } from '../domain/language.ts';
import type { Translate } from '../i18n/translate.ts';
import { bestExpression, instruments, type LawWork } from '../library/library.ts';
import { ledgerOf } from '../library/ledger.ts';
import { bestManual } from '../library/manuals.ts';
import { destinationOf, type Destination } from '../library/redirects.ts';
import { escapeHtml } from '../markdown/phrase.ts';
import { placeName, type Site } from '../site.ts';
import type { Redirect } from '../schema/redirect.ts';
import { manualPath } from './manual-page.ts';
import { nameOf } from './references.ts';

/** A page that stands where something was. */
export interface MovedPage {
  /** BCP 47, first part of its address. */
  lang: string;
  /** What follows: `laws/ke/act/2010/8/@2012-05-01`. */
  moved: string;
  destination: Destination;
  /** Provisions that went elsewhere than the whole. */
  provisions: { eid: string; destination: Destination }[];
}

interface Moves {
  /** Address of a record → redirects of its provisions. */
  provisions: ReadonlyMap<string, readonly { eid: string; destination: Destination }[]>;
}

const known = new WeakMap<readonly Redirect[], Moves>();

/** Redirects of provisions, read once for a library: pages ask by their address. */
function movesOf({ library }: Site): Moves {
  let moves = known.get(library.redirects);
  if (!moves) {
    const provisions = new Map<string, { eid: string; destination: Destination }[]>();
    for (const redirect of library.redirects) {
      const { path, eid } = parseAddress(redirect.from)!;
      const destination = eid === undefined ? undefined : destinationOf(library.redirects, redirect);
      if (!destination) continue;
      provisions.set(path, [...(provisions.get(path) ?? []), { eid: eid!, destination }]);
    }
    moves = { provisions };
    known.set(library.redirects, moves);
  }
  return moves;
}

/** Pages for everything that moved as a whole. Which languages and versions there were is in the ledger. */
export function movedPages(site: Site): MovedPage[] {
  const { library } = site;
  const wholes = library.redirects.filter(({ from }) => !from.includes('#'));
  const paths = new Set(wholes.map(({ from }) => parseAddress(from)!.path));
  const ledger = ledgerOf(library.root, (path) => paths.has(path));
  const pages = movedArticles(site);
  for (const redirect of wholes) {
    const { path, expression } = parseAddress(redirect.from)!;
    const destination = destinationOf(library.redirects, redirect);
    if (!destination) continue;
    const provisions = [...(movesOf(site).provisions.get(path) ?? [])];
    const published = ledger.get(path);
    const moved = path.replace(/^conventions\//, 'coverage/');
    if (!/^(?:laws|cases|manuals)\//.test(path)) {
      for (const lang of INTERFACE_LANGUAGES) pages.push({ lang, moved, destination, provisions });
      continue;
    }
    const expressions = expression !== undefined ? [expression] : published && published.expressions.size > 0 ? [...published.expressions] : languagesOf(site, destination);
    const target = 'to' in destination ? instruments(library).find((work) => `laws/${work.path}` === destination.to.path) : undefined;
    // A convention has a page in every language of the interface.
    const languages = new Set([...expressions.map((each) => each.split('@')[0]!), ...(target && expression === undefined ? INTERFACE_LANGUAGES.map(tagToIso) : [])]);
    for (const iso of languages) if (expression === undefined || !expression.includes('@')) pages.push({ lang: isoToTag(iso), moved, destination, provisions });
    for (const each of expressions) if (each.includes('@')) pages.push({ lang: isoToTag(each.split('@')[0]!), moved: `${moved}/@${each.split('@')[1]!}`, destination, provisions });
    // A convention has a page for each article.
    if (expression !== undefined || !('to' in destination)) continue;
    for (const eid of published?.eids ?? []) {
      if (!target?.data.articles?.[eid]) continue;
      for (const iso of languages) pages.push({ lang: isoToTag(iso), moved: `${moved}/${eid}`, destination: { to: { path: destination.to.path, eid } }, provisions: [] });
    }
  }
  const unique = new Map(pages.map((page) => [`${page.lang}/${page.moved}`, page]));
  return [...unique.values()];
}

/** An article of a convention has a page of its own, also under its old number. */
function movedArticles(site: Site): MovedPage[] {
  const pages: MovedPage[] = [];
  for (const work of site.library.redirects.length === 0 ? [] : instruments(site.library)) {
    for (const { eid, destination } of movesOf(site).provisions.get(`laws/${work.path}`) ?? []) {
      if (work.data.articles![eid]) continue;
      for (const lang of new Set([...INTERFACE_LANGUAGES, ...work.expressions.map(({ expression }) => isoToTag(expression.language))])) pages.push({ lang, moved: `laws/${work.path}/${eid}`, destination, provisions: [] });
    }
  }
  return pages;
}

/** Static paths of those pages. */
export function movedPaths(site: Site): { params: { lang: string; moved: string }; props: { page: MovedPage } }[] {
  return movedPages(site).map((page) => ({ params: { lang: page.lang, moved: page.moved }, props: { page } }));
}

function languagesOf({ library }: Site, destination: Destination): string[] {
  if (!('to' in destination)) return ['eng'];
  const { path } = destination.to;
  const work = library.laws.get(path.slice('laws/'.length)) ?? library.cases.get(path.slice('cases/'.length));
  return work?.expressions.map(({ expression }) => expression.language) ?? ['eng'];
}

/**
 * An address as a link.
 *
 * @param lang language of the page that has the link, BCP 47
 */
export function linkTo(site: Site, { path, expression, eid }: Address, lang: string): { href: string; name: string } {
  const { library, routes } = site;
  const [kind, ...rest] = path.split('/');
  const wanted = expression?.split('@')[0] ?? tagToIso(lang);
  const version = expression?.split('@')[1];
  if (kind === 'laws') {
    const work = library.laws.get(rest.join('/'));
    if (!work) throw notThere(path);
    const shown = bestExpression(work, wanted).expression.language;
    const href = eid !== undefined && work.data.articles?.[eid] ? routes.article(work.path, shown, eid) : routes.law(work.path, shown, eid, version);
    return { href, name: eid === undefined ? nameOf(work, shown) : `${nameOf(work, shown)}, ${eidToNumber(eid)}` };
  }
  if (kind === 'cases') {
    const work = library.cases.get(rest.join('/'));
    if (!work) throw notThere(path);
    const { expression: shown, data } = bestExpression(work, wanted);
    return { href: `${routes.case(work.path, shown.language)}${eid === undefined ? '' : `#${eid}`}`, name: data.title };
  }
  if (kind === 'manuals') {
    const work = library.manuals.get(rest[0]!);
    if (!work) throw notThere(path);
    const manual = bestManual(work, wanted);
    const chapter = manual.chapters.find(({ slug }) => slug === rest[1]);
    return { href: routes.page(isoToTag(manual.language), manualPath(rest[0]!, chapter?.slug)), name: chapter?.title ?? manual.data.title };
  }
  const tag = (INTERFACE_LANGUAGES as readonly string[]).includes(lang) ? (lang as 'en') : 'en';
  const page = path.replace(/^conventions\//, 'coverage/');
  return { href: routes.page(tag, page), name: kind === 'states' ? placeName(rest[0]!, tag) : rest.join('/') };
}

function notThere(path: string): Error {
  return new Error(`redirects.yaml leads to ${path}, which is not there: npm run check says where`);
}

/** Old ids of provisions of a page, so that links to them still lead to the text: before its heading, or in a list below where it went elsewhere. */
export function withMovedProvisions(site: Site, t: Translate, lang: string, work: LawWork, html: string): string {
  const moves = site.library.redirects.length === 0 ? undefined : movesOf(site).provisions.get(`laws/${work.path}`);
  if (!moves) return html;
  const elsewhere: string[] = [];
  let marked = html;
  for (const { eid, destination } of moves) {
    if (marked.includes(` id="${eid}"`)) continue;
    const here = 'to' in destination && destination.to.path === `laws/${work.path}` && destination.to.eid !== undefined ? marked.indexOf(` id="${destination.to.eid}"`) : -1;
    if (here !== -1) {
      const heading = marked.lastIndexOf('<h', here);
      marked = `${marked.slice(0, heading)}<span id="${eid}"></span>${marked.slice(heading)}`;
    } else elsewhere.push(movedProvision(site, t, lang, eid, destination));
  }
  return elsewhere.length === 0 ? marked : `${marked}<section class="ui"><h2>${escapeHtml(t('movedProvisions'))}</h2><ul>${elsewhere.join('')}</ul></section>`;
}

/** One provision that went elsewhere, as an item of a list. */
export function movedProvision(site: Site, t: Translate, lang: string, eid: string, destination: Destination): string {
  const label = escapeHtml(eidToNumber(eid));
  if (!('to' in destination)) return `<li id="${eid}">${label}: ${escapeHtml(`${t('withdrawn')} ${destination.gone}`)}</li>`;
  const { href, name } = linkTo(site, destination.to, lang);
  return `<li id="${eid}">${label}: <a href="${href}">${escapeHtml(name)}</a></li>`;
}
