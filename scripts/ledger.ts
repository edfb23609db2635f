/**
 * npm run ledger [-- --check]
 *
 * Enters every address of content/ (or COMITY_CONTENT) that is new into its ledger.txt: run it when records are published. Nothing is
 * ever taken out. --check writes nothing and ends with 1 where something is missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hasErrors } from '../src/flaws/flaw.ts';
import { report, summary } from '../src/flaws/report.ts';
import { listFiles } from '../src/library/disk.ts';
import { enter, LEDGER, publishedNow, readLedger, writeLedger, type Ledger } from '../src/library/ledger.ts';
import { readLibrary } from '../src/library/read.ts';
import { textScanner } from '../src/library/text-checks.ts';

const content = process.env['COMITY_CONTENT'] ?? 'content';
const file = join(content, LEDGER);

try {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  if (!existsSync(content)) throw new Error(`the content folder ${content} is not there`);
  const listed = listFiles(content, content);
  const { library, flaws } = readLibrary(content, content, { listed });
  if (hasErrors(flaws)) throw new Error(`records with errors cannot be published, so nothing was entered (${summary(flaws)}). Mend them first: npm run check`);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const { ledger, flaws: wrong }: { ledger: Ledger; flaws: Parameters<typeof report>[0] } = readLedger(before, file);
  if (hasErrors(wrong)) throw new Error(`nothing was entered.\n${report(wrong, 'terminal')}`);
  const scanned = textScanner(library);
  const added = enter(ledger, publishedNow(listed.files, library, (entry) => scanned(entry).eids));
  if (values.check && added > 0) throw new Error(`${added} addresses are not in ${file}: npm run ledger`);
  if (!values.check) writeFileSync(file, writeLedger(ledger));
  console.log(`ledger: ${added} addresses entered; ${ledger.size} records in ${file}, ${(writeLedger(ledger).length / 1000).toFixed(0)} kB`);
} catch (error) {
  console.error(`ledger: ${(error as Error).message}`);
  process.exitCode = 1;
}
