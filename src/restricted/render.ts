/** Records → the edition's files in every interface language, but for scripts, styles and fonts, which are bundled beside them. */
import { INTERFACE_LANGUAGES } from '../domain/language.ts';
import type { Entry } from './directory.ts';
import { isSampleEdition, makeEdition, type Edition, type PublicLibrary } from './edition.ts';
import { editPage } from './pages/edit.ts';
import { folderOf, frame, type Page } from './pages/frame.ts';
import { finderPage, listPages, statesPage } from './pages/lists.ts';
import { changesPage, helpPage } from './pages/notices.ts';
import { recordPage } from './pages/record.ts';
import { statePages } from './pages/state.ts';
import { searchText } from './search-text.ts';
import { wordsOf } from './words/all.ts';

/**
 * Writes every page, and the index for the finder's search.
 *
 * @param library for links into it
 * @returns the edition's name, and path below the output → text
 */
export function renderEdition(entries: ReadonlyMap<string, Entry>, library?: PublicLibrary): { name: string; files: Map<string, string> } {
  const files = new Map([['robots.txt', 'User-agent: *\nDisallow: /\n']]);
  const editions = INTERFACE_LANGUAGES.map((language) => makeEdition(entries, library, wordsOf(language)));
  for (const edition of editions) {
    const { name, words } = edition;
    const house = { words, edition: name, sample: isSampleEdition(edition) };
    for (const page of pagesOf(edition)) files.set(`${folderOf(words.language)}${page.path}index.html`, frame(page, house));
    files.set(`${folderOf(words.language)}search.json`, JSON.stringify(Object.fromEntries([...entries.values()].map((entry) => [entry.data.id, searchText(entry, words)]))));
  }
  return { name: editions[0]!.name, files };
}

function pagesOf(edition: Edition): Page[] {
  return [
    finderPage(edition),
    statesPage(edition),
    ...[...edition.states.values()].flatMap((state) => statePages(edition, state)),
    ...listPages(edition),
    ...[...edition.entries.values()].flatMap((entry) => [recordPage(edition, entry), editPage(edition, entry)]),
    changesPage(edition),
    helpPage(edition),
  ];
}
