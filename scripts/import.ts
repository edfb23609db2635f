/**
 * npm run import -- SOURCE OUT [--retrieved=DATE] [--country=CODE] [--source=TEXT] [--licence=TEXT] [--github | --json]
 *
 * Brings a collection of foreign Markdown, or Akoma Ntoso 3.0 XML (as Indigo and legislation.gov.uk write it), into the content
 * layout below OUT and writes OUT/import-map.tsv.
 * SOURCE: a folder of texts with front matter, a folder of dated versions (`law/nld@2013-07-01.md`), or one file.
 * --retrieved is the day the collection was read, today unless given: give it to get the same bytes on another day.
 * --country, --source and --licence hold for texts that name none. A file already there is never overwritten.
 */
import { parseArgs } from 'node:util';
import { isWholeDate } from '../src/domain/date.ts';
import { hasErrors } from '../src/flaws/flaw.ts';
import { report, summary } from '../src/flaws/report.ts';
import { importCollection } from '../src/import/collection.ts';

const USAGE = 'Usage: npm run import -- SOURCE OUT [--retrieved=2026-11-23] [--country=nl] [--source=…] [--licence=…]';
const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { retrieved: text, country: text, source: text, licence: text, github: flag, json: flag } });
  const [source, out, ...rest] = positionals;
  if (source === undefined || out === undefined || rest.length > 0) throw new Error(USAGE);
  const retrieved = values.retrieved ?? new Date().toISOString().slice(0, 10);
  if (!isWholeDate(retrieved)) throw new Error(`Unexpected --retrieved=${retrieved}, expected a day such as 2026-11-23`);
  const { written, unchanged, flaws } = importCollection(source, out, { retrieved, country: values.country, source: values.source, licence: values.licence });
  if (flaws.length > 0 || values.json) console.log(report(flaws, values.json ? 'json' : values.github ? 'github' : 'terminal'));
  console.error(`import: ${written} written, ${unchanged} there already, into ${out}/laws; ${summary(flaws)}. Which is which: ${out}/import-map.tsv`);
  if (hasErrors(flaws)) process.exitCode = 1;
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(code === 'ENOENT' ? `import: the source is not there: ${message}` : message);
  process.exitCode = 1;
}
