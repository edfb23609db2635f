/** The frame of every page of the edition. Nothing in it leads to another host but links that say so. */
import { direction, endonym, htmlLang, INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../domain/language.ts';
import type { TextKey, Words } from '../words/words.ts';
import { html, json, type Child, type Markup } from './html.ts';

/** No inline script or style, nothing from elsewhere, nothing sent anywhere. */
export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'";

export interface Page {
  /** Path below the pages of one language, ending with a slash; empty for the first page. */
  path: string;
  title: string;
  body: Child;
  /** Scripts of assets/, by name. */
  scripts?: readonly string[];
  /** Words that the scripts say. */
  says?: readonly TextKey[];
  crumbs?: readonly { name: string; path: string }[];
}

/** What all pages of an edition in one language have in common. */
export interface House {
  words: Words;
  edition: string;
  /** True where the edition shows sample records. */
  sample: boolean;
}

/** Words of the clock, which stands on most pages. */
const CLOCK: readonly TextKey[] = ['open', 'closed', 'holidays', 'comma'];

/** Address of a path as seen from a page: relative, so that the edition works under any address. */
export function from(page: string, to: string): string {
  const up = '../'.repeat(page.split('/').length - 1);
  return `${up}${to}` || './';
}

/** Folder of a language: English at the top, the others below. */
export function folderOf(language: InterfaceLanguage): string {
  return language === 'en' ? '' : `${language}/`;
}

/** A page as a file. */
export function frame({ path, title, body, scripts = [], says = [], crumbs = [] }: Page, { words, edition, sample }: House): string {
  const place = folderOf(words.language) + path;
  const link = (to: string): string => from(path, to);
  const asset = (name: string): string => from(place, `assets/${name}`);
  const item = (to: string, key: TextKey): Markup => html`<li><a href="${link(to)}">${words.t(key)}</a></li>`;
  const said = [...says, ...(scripts.includes('clock') ? CLOCK : [])];
  const page: Markup = html`<!doctype html>
<html lang="${htmlLang(words.language)}" dir="${direction(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<title>${title} — ${words.t('title')}</title>
<link rel="icon" href="${asset('favicon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${asset('edition.css')}">
${scripts.map((name) => html`<script type="module" src="${asset(`${name}.js`)}"></script>\n`)}</head>
<body>
<a class="skip" href="#text">${words.t('skip')}</a>
<aside class="banner" aria-label="${words.t('restricted')}"><p><strong>${words.t('restricted')}.</strong> ${words.t('banner')}${sample && html` <span class="sample">${words.t('bannerSample')}</span>`}</p></aside>
<header class="bar">
<a class="name" href="${link('')}">${words.t('name')}</a>
<nav class="main" aria-label="${words.t('main')}"><ul>${item('', 'find')}${item('states/', 'states')}${item('functions/', 'functions')}${item('conventions/', 'conventions')}${item('languages/', 'languages')}${item('changes/', 'changes')}${item('help/', 'help')}</ul></nav>
<nav aria-label="${words.t('interfaceLanguage')}"><details class="languages"><summary>${endonym(words.language)}</summary><ul>${INTERFACE_LANGUAGES.map((language) => html`<li><a href="${from(place, folderOf(language) + path)}" lang="${htmlLang(language)}" hreflang="${htmlLang(language)}"${language === words.language && html` aria-current="true"`}>${endonym(language)}</a></li>`)}</ul></details></nav>
</header>
<main id="text">
${crumbs.length > 0 && html`<nav class="crumb" aria-label="${words.t('youAreHere')}"><ol>${crumbs.map(({ name, path: to }) => html`<li><a href="${link(to)}">${name}</a></li>`)}<li><span aria-current="page">${title}</span></li></ol></nav>`}
${body}
</main>
<footer class="foot"><p>${words.t('foot', { edition })}</p></footer>
${said.length > 0 && html`<script type="application/json" id="words">${json(Object.fromEntries(said.map((key) => [key, words.t(key)])))}</script>\n`}</body>
</html>
`;
  return page.text;
}
