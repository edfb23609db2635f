/** One text, from Word or the clipboard → one record with its text, at the path its answers make. Never overwrites. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { flaw, hasErrors, type Flaw } from '../flaws/flaw.ts';
import { decodeText, listFiles } from '../library/disk.ts';
import { newRecord } from '../library/new-record.ts';
import type { Provision } from '../markdown/provisions.ts';
import { scaffold } from '../schema/scaffold.ts';
import { readDocx } from './docx.ts';
import { pastedParagraphs, proposeHeadings, type Paragraph } from './propose-headings.ts';

export interface SingleImport {
  /** File written; absent where a flaw is an error. */
  target?: string;
  provisions: Provision[];
  flaws: Flaw[];
}

/** Kinds of record that a text can become. */
export const TEXT_KINDS: readonly string[] = ['law', 'case'];

const NOT_COMPARED = 'Headings and ids proposed by program from a document; not compared with the official text.';

/**
 * Imports one text.
 *
 * @param source a Word file, or text
 * @param content content folder to write below
 * @param kind one of {@link TEXT_KINDS}
 * @param answers answers to the kind's questions (library/new-record.ts)
 * @param today day the source was read
 */
export async function importText(source: { name: string; bytes: Uint8Array }, content: string, kind: string, answers: Readonly<Record<string, string>>, today: string): Promise<SingleImport> {
  const { paragraphs, flaws } = await paragraphsOf(source);
  if (!paragraphs || hasErrors(flaws)) return { provisions: [], flaws };
  const { markdown, provisions } = proposeHeadings(paragraphs);
  const shelf = { paths: listFiles(content, content).files.map(({ path }) => path), read: (path: string) => readFileSync(join(content, path), 'utf8') };
  const { path, schema, record } = newRecord(kind, answers, today, shelf);
  const provenance = record['provenance'] as { notes?: string[] };
  const target = join(content, path);
  if (existsSync(target)) return { provisions, flaws: [...flaws, flaw('FileInTheWay', target, `a record, where \`${source.name}\` would stand`, 'no file there')] };
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, scaffold(schema, { ...record, text: 'full', provenance: { ...provenance, notes: [NOT_COMPARED] } }, `\n${markdown}`));
  if (!provisions.some(({ label }) => label !== '')) flaws.push(flaw('NoHeadings', target, 'no paragraph that begins like an article or section', 'a heading for each: write ## before its number'));
  return { target, provisions, flaws };
}

async function paragraphsOf({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<{ paragraphs?: Paragraph[]; flaws: Flaw[] }> {
  if (/\.docx?$/i.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return readDocx(bytes, name);
  const { text, flaws: found } = decodeText(bytes, name);
  const flaws = found.filter(({ level }) => level === 'error');
  if (text === undefined || hasErrors(flaws)) return { flaws };
  const other = /^(?:%PDF|\{\\rtf|<!doctype|<html)/i.exec(text.trimStart())?.[0];
  if (other !== undefined) return { flaws: [flaw('UnreadableDocument', name, `a file that begins with \`${other}\``, 'a Word file (.docx), or text alone')] };
  if (text.trim() === '') return { flaws: [flaw('EmptyFile', name, 'no text at all', 'the text of a law')] };
  return { paragraphs: pastedParagraphs(text), flaws };
}
