/** restricted/ → records. Read by the directory's own commands only; every problem of the folder comes back in one list. */
import { hash } from 'node:crypto';
import { flaw, hasErrors, type Flaw } from '../flaws/flaw.ts';
import { decodeText, readText, walkFiles } from '../library/disk.ts';
import { checkSchema, readYaml, splitFrontMatter, type ReadYaml } from '../schema/parse.ts';
import { authority, type Authority } from './authority.ts';
import { crossFlaws } from './cross-checks.ts';

/** A record with what is needed to show it, to check it against others and to tell whether an edit was based on it. */
export interface Entry {
  data: Authority;
  /** Markdown after the front matter. */
  text: string;
  /** Path below the restricted folder. */
  path: string;
  /** SHA-256 of the file's text: what a change file names as its base. */
  digest: string;
  placeOf: ReadYaml['placeOf'];
}

export interface Directory {
  /** By id, in the order of State and id. */
  entries: ReadonlyMap<string, Entry>;
  flaws: Flaw[];
}

/** Written for people; not a record. */
const README = 'README.md';

/**
 * Reads the directory.
 *
 * @param root the restricted folder
 * @param shown how flaws call it
 */
export function readDirectory(root: string, shown: string): Directory {
  const listed = walkFiles(root, shown);
  const flaws = [...listed.flaws];
  const entries = new Map<string, Entry>();
  for (const file of listed.files) {
    if (file.path === README || !file.path.startsWith('authorities/')) continue;
    if (!file.path.endsWith('.md')) {
      flaws.push(flaw('UnexpectedFile', file.shown, `\`${file.path}\``, 'a record (.md)'));
      continue;
    }
    const source = readText(root, file);
    flaws.push(...source.flaws);
    if (source.text === undefined) continue;
    const read = readEntry(source.text, file.path, file.shown);
    flaws.push(...read.flaws);
    if (read.entry) entries.set(read.entry.data.id, read.entry);
  }
  const sorted = new Map([...entries].sort(([left], [right]) => (left < right ? -1 : 1)));
  return { entries: sorted, flaws: [...flaws, ...crossFlaws(sorted)] };
}

/**
 * Reads one record.
 *
 * @param text of the file
 * @param path below the restricted folder, which names State and record
 * @param shown path for flaws
 */
export function readEntry(text: string, path: string, shown: string = path): { entry?: Entry; flaws: Flaw[] } {
  const split = splitFrontMatter(text, shown);
  if (!('yaml' in split)) return { flaws: [split] };
  const yaml = readYaml(split.yaml, shown, split.yamlLine);
  const { record, flaws } = checkSchema(authority, yaml);
  if (!record) return { flaws };
  const expected = pathOf(record.id);
  if (path !== expected) flaws.push(flaw('IdentifierMismatch', yaml.placeOf(['id']), `\`${path}\``, `\`${expected}\``));
  return hasErrors(flaws) ? { flaws } : { entry: { data: record, text: split.body, path, digest: digestOf(text), placeOf: yaml.placeOf }, flaws };
}

/** Id → path of its record below the restricted folder. */
export function pathOf(id: string): string {
  return `authorities/${id.slice(0, 2)}/${id}.md`;
}

export function digestOf(text: string): string {
  return hash('sha256', text);
}

/** Bytes → text as records are read, for those who hold a file rather than a folder. */
export function bytesToRecord(bytes: Uint8Array, shown: string): { text?: string; flaws: Flaw[] } {
  return decodeText(bytes, shown);
}
