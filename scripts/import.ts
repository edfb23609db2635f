/**
 * npm run import -- SOURCE OUT [--retrieved=DATE] [--country=CODE] [--source=TEXT] [--licence=TEXT] [--github | --json]
 * npm run import -- FILE.docx --as=law [--country=ke --date=2010 --number=6 --title=… --language=eng --source=… …]
 * npm run import -- - --as=law …          (text from the clipboard: paste it, then Ctrl+D)
 *
 * The first brings a collection of foreign Markdown, or Akoma Ntoso 3.0 XML (as Indigo and legislation.gov.uk write it), into the content
 * layout below OUT and writes OUT/import-map.tsv. SOURCE: a folder of texts with front matter, a folder of dated versions
 * (`law/nld@2013-07-01.md`), or one file. --country, --source and --licence hold for texts that name none.
 * The others make one record of one text (Word, or plain text), propose headings and eIds and say what could not be taken over; they
 * ask what `npm run new` asks, and write below content/ (or COMITY_CONTENT, or --out). --as is law or case.
 * --retrieved is the day the source was read, today unless given: give it to get the same bytes on another day.
 * A file already there is never overwritten.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isWholeDate } from '../src/domain/date.ts';
import { hasErrors, type Flaw } from '../src/flaws/flaw.ts';
import { report, summary } from '../src/flaws/report.ts';
import { importCollection } from '../src/import/collection.ts';
import { importText, TEXT_KINDS } from '../src/import/single-text.ts';
import { questionsFor } from '../src/library/new-record.ts';
import { answer } from './answers.ts';

const USAGE = 'Usage: npm run import -- SOURCE OUT [--retrieved=2026-11-23] [--country=nl] [--source=…] [--licence=…]\n       npm run import -- FILE.docx --as=law --country=ke --title=… --source=…';
const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;
/** Longer lists of proposals are cut on the screen; the file has them all. */
const MOST_SHOWN = 60;

try {
  const asked = [...new Set(TEXT_KINDS.flatMap((kind) => questionsFor(kind).map((question) => question.flag)))];
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { ...Object.fromEntries(asked.map((name) => [name, text])), retrieved: text, country: text, source: text, licence: text, as: text, out: text, github: flag, json: flag } });
  const { github, json, ...given } = values;
  const options: Record<string, string | undefined> = given;
  const voice = json ? 'json' : github ? 'github' : 'terminal';
  const retrieved = options['retrieved'] ?? new Date().toISOString().slice(0, 10);
  if (!isWholeDate(retrieved)) throw new Error(`Unexpected --retrieved=${retrieved}, expected a day such as 2026-11-23`);
  const [source, out, ...rest] = positionals;
  if (source === undefined) throw new Error(USAGE);
  const single = options['as'] !== undefined || source === '-' || /\.docx?$/i.test(source);
  const flaws = single && rest.length === 0 && out === undefined ? await one(source, options, retrieved, voice === 'terminal') : many(source, out, rest, options, retrieved);
  if (flaws.length > 0 || json) console.log(report(flaws, voice));
  if (hasErrors(flaws)) process.exitCode = 1;
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(code === 'ENOENT' ? `import: the source is not there: ${message}` : message);
  process.exitCode = 1;
}

function many(source: string, out: string | undefined, rest: readonly string[], options: Readonly<Record<string, string | undefined>>, retrieved: string): Flaw[] {
  if (out === undefined || rest.length > 0) throw new Error(USAGE);
  const { written, unchanged, flaws } = importCollection(source, out, { retrieved, country: options['country'], source: options['source'], licence: options['licence'] });
  console.error(`import: ${written} written, ${unchanged} there already, into ${out}/laws; ${summary(flaws)}. Which is which: ${out}/import-map.tsv`);
  return flaws;
}

async function one(source: string, options: Readonly<Record<string, string | undefined>>, retrieved: string, aloud: boolean): Promise<Flaw[]> {
  const kind = options['as'];
  if (kind === undefined || !TEXT_KINDS.includes(kind)) throw new Error(`Unexpected --as=${kind ?? ''}, expected one of ${TEXT_KINDS.join(', ')}\n${USAGE}`);
  const bytes = readFileSync(source === '-' ? 0 : source);
  const { text: _, ...flags } = options;
  const answers = await answer(questionsFor(kind), { ...flags, ...(kind === 'law' ? { text: 'full' } : {}) });
  const { target, provisions, flaws } = await importText({ name: source === '-' ? 'pasted text' : source, bytes }, options['out'] ?? process.env['COMITY_CONTENT'] ?? 'content', kind, answers, retrieved);
  if (target !== undefined && aloud) {
    console.log(target);
    if (provisions.length > 0) console.log(`Proposed: ${provisions.slice(0, MOST_SHOWN).map(({ eid, label, heading }) => `\n  #${eid}  ${[label, heading].filter((words) => words !== '').join(' — ')}`).join('')}${provisions.length > MOST_SHOWN ? `\n  … and ${provisions.length - MOST_SHOWN} more` : ''}`);
    console.log(`Compare it with the source, then: npm run check -- ${target}`);
  }
  console.error(`import: ${target === undefined ? 'nothing written' : '1 written'}, ${provisions.length} headings proposed; ${summary(flaws)}`);
  return flaws;
}
