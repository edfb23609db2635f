/** Two built sites → which pages differ, and the report of it. */
import { escapeHtml } from '../../src/markdown/phrase.ts';

export interface PageChanges {
  added: string[];
  removed: string[];
  changed: string[];
  /** Pages of both. */
  same: number;
}

/** A changed page in pictures, as files beside the report. */
export interface Picture {
  address: string;
  before: string;
  after: string;
  difference: string;
  /** Pixels that differ. */
  pixels: number;
}

/** Longest list printed; the report has all. */
const MOST_LINES = 40;

/**
 * Compares pages by their text. Digests in the names of style sheets and programs are left out of it: a change of style would
 * otherwise be a change of every page.
 */
export function comparePages(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): PageChanges {
  const changes: PageChanges = { added: [], removed: [], changed: [], same: 0 };
  for (const [address, text] of after) {
    const old = before.get(address);
    if (old === undefined) changes.added.push(address);
    else if (plain(old) === plain(text)) changes.same++;
    else changes.changed.push(address);
  }
  changes.removed = [...before.keys()].filter((address) => !after.has(address));
  return changes;
}

function plain(html: string): string {
  return html.replace(/(\/assets\/[\w@-]+)[.][\w-]{6,}(?=\.(?:css|js)\b)/g, '$1');
}

/** The report as Markdown, for a terminal or the forge's summary. */
export function reportWords({ added, removed, changed, same }: PageChanges): string {
  const list = (name: string, addresses: readonly string[]): string[] =>
    addresses.length === 0 ? [] : [`\n**${name}**\n`, ...addresses.slice(0, MOST_LINES).map((address) => `- \`/${address}\``), ...(addresses.length > MOST_LINES ? [`- and ${addresses.length - MOST_LINES} more`] : [])];
  return [`Pages: ${added.length} added, ${removed.length} removed, ${changed.length} changed, ${same} the same.`, ...list('Removed', removed), ...list('Added', added), ...list('Changed', changed)].join('\n');
}

/** The report as a page. */
export function reportHtml({ added, removed, changed, same }: PageChanges, pictures: readonly Picture[]): string {
  const list = (name: string, addresses: readonly string[]): string =>
    addresses.length === 0 ? '' : `<h2>${name} (${addresses.length})</h2><ul>${addresses.map((address) => `<li><code>/${escapeHtml(address)}</code></li>`).join('')}</ul>`;
  const shown = pictures.map(
    ({ address, before, after, difference, pixels }) =>
      `<section><h3><code>/${escapeHtml(address)}</code></h3><p>${pixels === 0 ? 'Looks the same; only what is not seen differs.' : `${pixels} pixels differ, in red.`}</p><div><img src="${before}" alt="Before"><img src="${after}" alt="After"><img src="${difference}" alt="What differs"></div></section>`,
  );
  const left = changed.length - pictures.length;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pages before and after</title>
<style>body{font:16px/1.5 system-ui;margin:2rem auto;max-width:90rem;padding:0 1rem}section div{display:grid;grid-template-columns:repeat(3,1fr);gap:1rem}img{width:100%;border:1px solid #999}</style>
<h1>Pages before and after</h1>
<p>${added.length} added, ${removed.length} removed, ${changed.length} changed, ${same} the same.</p>
${list('Removed', removed)}${list('Added', added)}${list('Changed', changed)}
${pictures.length > 0 ? `<h2>Before, after, what differs</h2>${left > 0 ? `<p>The first ${pictures.length} of ${changed.length} changed pages.</p>` : ''}${shown.join('')}` : ''}
</html>
`;
}
