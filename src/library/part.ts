/**
 * A part of the library, read alone: the files asked for, the other expressions of their works, and the works they mention.
 * That is what checking an edited file needs, and costs milliseconds where the library holds thousands of laws.
 */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Flaw } from '../flaws/flaw.ts';
import { listFiles, type SourceFile } from './disk.ts';
import { readLibrary, type ReadLibrary } from './read.ts';

/** Flaws that a part may see only because it is a part: then the whole library is read. */
const NEED_THE_WHOLE = new Set(['UnknownWork', 'UnknownProvision', 'DuplicateAlias', 'MissingTranslationBase']);
/** An alias is the first key of a record; whoever moved it further down costs us a reading of the whole. */
const HEAD = 4096;
/** A reference, a link that is no address, or a key that takes works. */
const MAY_HOLD_ALIAS = /[a-z\d]#[a-z]|\]\((?!https?:)[a-z]|^(?:alias|amends|repeals|based_on|cites|supplements|participation):/m;

/**
 * Reads what is needed to judge some files.
 *
 * @param asked paths below the content folder that are asked about
 * @param listed files of the folder, where the caller has listed them
 * @returns the part (or, where it was not enough, the whole) with the flaws of the files asked about
 */
export function readPart(root: string, shownRoot: string, asked: (path: string) => boolean, listed = listFiles(root, shownRoot)): ReadLibrary {
  const { files } = listed;
  const inAsked = new Set(files.filter((file) => asked(file.path)).map((file) => file.shown));
  const own = ({ library, flaws }: ReadLibrary): ReadLibrary => ({ library, flaws: flaws.filter((found) => inAsked.has(found.place.file) || asked(pathOf(found, shownRoot))) });
  const folders = mentionedFolders(root, files, asked);
  const part = own(readLibrary(root, shownRoot, { wanted: (path) => asked(path) || folders.has(folderOf(path)), judged: asked, listed }));
  return part.flaws.some((found) => NEED_THE_WHOLE.has(found.name)) ? own(readLibrary(root, shownRoot, { listed })) : part;
}

function pathOf(found: Flaw, shownRoot: string): string {
  return found.place.file.startsWith(`${shownRoot}/`) ? found.place.file.slice(shownRoot.length + 1) : found.place.file;
}

/** Folders of the works asked about and of those their texts mention, by path or alias. */
function mentionedFolders(root: string, files: readonly SourceFile[], asked: (path: string) => boolean): ReadonlySet<string> {
  const folders = new Set<string>();
  const texts = files.filter(({ path }) => asked(path)).map(({ path }) => readFileSync(join(root, path), 'latin1'));
  const withAliases = texts.some((text) => MAY_HOLD_ALIAS.test(text));
  const byName = new Map<string, string[]>();
  for (const { path } of files) {
    if (asked(path)) folders.add(folderOf(path));
    if (!path.startsWith('laws/') && !path.startsWith('cases/')) continue;
    const folder = folderOf(path);
    push(byName, folder.slice(folder.indexOf('/') + 1), folder);
    const alias = withAliases && path.startsWith('laws/') ? aliasOf(join(root, path)) : undefined;
    if (alias !== undefined) push(byName, alias, folder);
  }
  for (const text of texts) {
    for (const [name] of text.matchAll(/[a-z][\w.-]*(?:\/[\w.-]+)*/g)) {
      for (const folder of byName.get(name.replace(/^(?:akn|laws|cases)\//, '')) ?? []) folders.add(folder);
    }
  }
  return folders;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

const head = Buffer.alloc(HEAD);

function aliasOf(file: string): string | undefined {
  const handle = openSync(file, 'r');
  try {
    const length = readSync(handle, head, 0, HEAD, 0);
    return /^alias:\s*["']?([a-z][a-z0-9-]*)/m.exec(head.toString('latin1', 0, length))?.[1];
  } finally {
    closeSync(handle);
  }
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
