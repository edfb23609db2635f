/** Edition → its files, but for scripts, styles and fonts, which are bundled beside them. */
import { makeEdition, isSampleEdition, type Edition } from './edition.ts';
import type { Entry } from './directory.ts';
import { editPage } from './pages/edit.ts';
import { frame, type Page } from './pages/frame.ts';
import { finderPage, listPages, statesPage } from './pages/lists.ts';
import { changesPage, helpPage } from './pages/notices.ts';
import { recordPage } from './pages/record.ts';
import { statePages } from './pages/state.ts';
import { searchText } from './search-text.ts';

/**
 * Writes every page and the index for the finder's search.
 *
 * @param library origin and base path of the public library, for links into it
 * @returns path below the output → text
 */
export function renderEdition(entries: ReadonlyMap<string, Entry>, library?: string): { edition: Edition; files: Map<string, string> } {
  const edition = makeEdition(entries, library);
  const sample = isSampleEdition(edition);
  const pages: Omit<Page, 'sample'>[] = [
    finderPage(edition),
    statesPage(edition),
    ...[...edition.states.values()].flatMap((state) => statePages(edition, state)),
    ...listPages(edition),
    ...[...entries.values()].flatMap((entry) => [recordPage(edition, entry), editPage(entry)]),
    changesPage(edition),
    helpPage(),
  ];
  const files = new Map(pages.map((page): [string, string] => [`${page.path}index.html`, frame({ ...page, sample }, edition.name)]));
  files.set('search.json', JSON.stringify(Object.fromEntries([...entries.values()].map(({ data, text }) => [data.id, searchText(data, text, edition.states.get(data.country)!.name)]))));
  files.set('robots.txt', 'User-agent: *\nDisallow: /\n');
  return { edition, files };
}
