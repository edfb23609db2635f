/** Head and foot of every page, as text: they are the same for thousands of pages but for the addresses of other languages. */
import { direction, endonym, htmlLang, INTERFACE_LANGUAGES, type InterfaceLanguage } from '../domain/language.ts';
import type { Routes } from '../i18n/routes.ts';
import type { Key, Translate } from '../i18n/translate.ts';
import { escapeHtml } from '../markdown/phrase.ts';

const NAVIGATION: readonly [Key, string][] = [
  ['conventions', 'conventions'], ['laws', 'laws'], ['cases', 'cases'], ['states', 'states'], ['crimes', 'crimes'], ['coverage', 'coverage'], ['manuals', 'manuals'],
];
const FOOTER: readonly [Key, string][] = [
  ['about', 'about'], ['dataQuality', 'data-quality'], ['changes', 'changes'], ['treaties', 'treaties'], ['regions', 'regions'], ['networks', 'networks'], ['map', 'map'], ['compare', 'compare'], ['binder', 'binder'], ['offline', 'offline'],
];

const bars = new Map<string, string>();
const feet = new Map<string, string>();

/**
 * Skip link, name, navigation, search box and choice of language.
 *
 * @param section entry of the navigation the page belongs to
 * @param addresses BCP 47 → address of this page, or of the nearest page, in another language; home where there is none
 */
export function headBar(language: InterfaceLanguage, t: Translate, routes: Routes, section: Key | undefined, addresses: Record<string, string>): string {
  const key = `${language} ${section ?? ''} ${routes.file('')}`;
  let bar = bars.get(key);
  if (bar === undefined) {
    const links = NAVIGATION.map(([name, path]) => `<li><a href="${routes.page(language, path)}"${section === name ? ' aria-current="true"' : ''}>${escapeHtml(t(name))}</a></li>`).join('');
    bar =
      `<a class="skip" href="#text">${escapeHtml(t('skipToText'))}</a><header class="bar"><a class="name" href="${routes.page(language)}">${t('siteName')}</a>` +
      `<nav class="main" aria-label="${escapeHtml(t('mainNavigation'))}"><ul>${links}</ul></nav>` +
      // The search page has a box of its own; two would be one landmark too many.
      (section === 'search' ? '<span class="spread"></span>' : `<form role="search" action="${routes.page(language, 'search')}" method="get"><input type="search" name="q" aria-label="${escapeHtml(t('searchLabel'))}" placeholder="${escapeHtml(t('searchLabel'))}"></form>`) +
      `<details class="languages"><summary aria-label="${escapeHtml(t('language'))}: ${endonym(language)}">${endonym(language)}</summary><ul>`;
    bars.set(key, bar);
  }
  const languages = INTERFACE_LANGUAGES.map((tag) => `<li><a href="${escapeHtml(addresses[tag] ?? routes.page(tag))}" lang="${htmlLang(tag)}" hreflang="${htmlLang(tag)}" dir="${direction(tag)}"${tag === language ? ' aria-current="true"' : ''}>${endonym(tag)}</a></li>`);
  return `${bar}${languages.join('')}</ul></details></header>`;
}

/** Foot of the page. */
export function footBar(language: InterfaceLanguage, t: Translate, routes: Routes): string {
  const key = `${language} ${routes.file('')}`;
  let foot = feet.get(key);
  if (foot === undefined) {
    foot = `<footer class="foot"><ul>${FOOTER.map(([name, path]) => `<li><a href="${routes.page(language, path)}">${escapeHtml(t(name))}</a></li>`).join('')}</ul><p>${escapeHtml(t('notLegalAdvice'))} CC BY 4.0.</p></footer>`;
    feet.set(key, foot);
  }
  return foot;
}

/** Where the reader is. */
export function breadcrumbs(t: Translate, crumbs: readonly { name: string; href?: string | undefined }[]): string {
  if (crumbs.length === 0) return '';
  const items = crumbs.map(({ name, href }) => `<li>${href ? `<a href="${escapeHtml(href)}">${escapeHtml(name)}</a>` : `<span aria-current="page">${escapeHtml(name)}</span>`}</li>`);
  return `<nav class="crumb" aria-label="${escapeHtml(t('breadcrumbs'))}"><ol>${items.join('')}</ol></nav>`;
}
