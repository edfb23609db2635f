/**
 * npm run new -- law|case|state|translation|manual|chapter|crime|network [--country=ke] [--title=…] …
 *
 * Asks the few questions a new record needs (each has a flag of its own), writes the record with the right path and every key
 * explained in comments. Never overwrites. --list prints the flags; --retrieved=DATE sets the day the sources were read.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isWholeDate } from '../src/domain/date.ts';
import { listFiles } from '../src/library/disk.ts';
import { NEW_KINDS, newRecord, questionsFor, type NewRecord } from '../src/library/new-record.ts';
import { scaffold } from '../src/schema/scaffold.ts';
import { answer } from './answers.ts';

const content = process.env['COMITY_CONTENT'] ?? 'content';

try {
  const kind = process.argv[2] ?? '';
  if (!NEW_KINDS.includes(kind)) throw new Error(`Usage: npm run new -- ${NEW_KINDS.join('|')} [--list]`);
  const questions = questionsFor(kind);
  const options = Object.fromEntries([...questions.map(({ flag }) => flag), 'retrieved'].map((flag) => [flag, { type: 'string' as const }]));
  const { values } = parseArgs({ args: process.argv.slice(3), options: { ...options, list: { type: 'boolean' } } });
  const flags = values as Record<string, string | undefined>;
  if (flags['list']) {
    for (const { flag, ask, fallback } of questions) console.log(`--${flag}=…  ${ask}${fallback ? ` [${fallback}]` : ''}`);
  } else {
    const today = flags['retrieved'] ?? new Date().toISOString().slice(0, 10);
    if (!isWholeDate(today)) throw new Error(`Unexpected --retrieved=${today}, expected a day such as 2026-11-23`);
    write(kind, await answer(questions, flags), today);
  }
} catch (error) {
  console.error(`new: ${(error as Error).message}`);
  process.exitCode = 1;
}

function write(kind: string, answers: Record<string, string>, today: string): void {
  const shelf = { paths: listFiles(content, content).files.map(({ path }) => path), read: (path: string) => readFileSync(join(content, path), 'utf8') };
  const made = newRecord(kind, answers, today, shelf);
  const records: NewRecord[] = [made, ...(made.also ? [made.also] : [])];
  // All or nothing: a manual without its first chapter would be a flaw of our own making.
  for (const { path } of records) if (existsSync(join(content, path))) throw new Error(`${join(content, path)} is already there, and was left as it is`);
  for (const { path, schema, record, body } of records) {
    const target = join(content, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, scaffold(schema, record, body));
    console.log(target);
  }
  if (made.then !== undefined) console.log(made.then);
  console.log(`Fill in what you know, then: npm run check -- ${join(content, made.path)}`);
}
