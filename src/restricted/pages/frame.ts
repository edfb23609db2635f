/** The frame of every page of the edition. Nothing in it leads to another host but links that say so. */
import { html, type Child, type Markup } from './html.ts';

/** No inline script or style, nothing from elsewhere, nothing sent anywhere. */
export const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'none'; base-uri 'none'";

export interface Page {
  /** Path below the edition, ending with a slash; empty for the first page. */
  path: string;
  title: string;
  body: Child;
  /** Scripts of assets/, by name. */
  scripts?: readonly string[];
  crumbs?: readonly { name: string; path: string }[];
  /** True where the page shows sample records. */
  sample: boolean;
}

/** Address of a path of the edition as seen from a page: relative, so that the edition works under any address and from a disk. */
export function from(page: string, to: string): string {
  const up = '../'.repeat(page.split('/').length - 1);
  return `${up}${to}` || './';
}

/** A page as a file. */
export function frame({ path, title, body, scripts = [], crumbs = [], sample }: Page, edition: string): string {
  const link = (to: string): string => from(path, to);
  const page: Markup = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<title>${title} — Directory of competent national authorities</title>
<link rel="icon" href="${link('assets/favicon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${link('assets/edition.css')}">
${scripts.map((name) => html`<script type="module" src="${link(`assets/${name}.js`)}"></script>\n`)}</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<aside class="banner" aria-label="Restricted"><p><strong>Restricted.</strong> For designated authorities only: do not pass on, print or store more than you need.${sample && html` <span class="sample">Sample records: none of these authorities, numbers or addresses exists.</span>`}</p></aside>
<header class="bar">
<a class="name" href="${link('')}">Competent national authorities</a>
<nav class="main" aria-label="Main"><ul><li><a href="${link('')}">Find an authority</a></li><li><a href="${link('states/')}">States</a></li><li><a href="${link('functions/')}">Functions</a></li><li><a href="${link('conventions/')}">Conventions</a></li><li><a href="${link('languages/')}">Languages</a></li><li><a href="${link('changes/')}">Changes</a></li><li><a href="${link('help/')}">Help</a></li></ul></nav>
</header>
<main id="text">
${crumbs.length > 0 && html`<nav class="crumb" aria-label="You are here"><ol>${crumbs.map(({ name, path: to }) => html`<li><a href="${link(to)}">${name}</a></li>`)}<li><span aria-current="page">${title}</span></li></ol></nav>`}
${body}
</main>
<footer class="foot"><p>Edition ${edition}. Contacts change: confirm by a second way before you send anything that cannot wait or must not go astray.</p></footer>
</body>
</html>
`;
  return page.text;
}
