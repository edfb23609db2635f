/** The twice-yearly edition: a PDF that only the password opens (AES-256), and the same as data. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '../../src/restricted/directory.ts';
import { editionToData, readEditionData } from '../../src/restricted/edition-data.ts';
import { makeEdition, type PublicLibrary } from '../../src/restricted/edition.ts';
import { editionToTypst, PRINTED_LANGUAGES } from '../../src/restricted/typst.ts';
import { wordsOf } from '../../src/restricted/words/all.ts';
import { MARK } from './output.ts';

/** A password of fewer characters is guessed. */
const SHORTEST_PASSWORD = 12;

export interface PublishOptions {
  /** JSON of the last edition, to list what changed. */
  since?: string | undefined;
  library?: PublicLibrary | undefined;
  /** Language of the PDF; English unless given. Data is the same in every language. */
  language?: string | undefined;
}

/** Writes the edition into a folder. What cannot be made is said, and not made otherwise: there is never a PDF without a password. */
export function publishEdition(entries: ReadonlyMap<string, Entry>, output: string, { since, library, language = 'en' }: PublishOptions): void {
  const printed = PRINTED_LANGUAGES.find((name) => name === language);
  if (!printed) throw new Error(`there is no PDF in "${language}": the fonts at hand print ${PRINTED_LANGUAGES.join(', ')}. The edition on the screen is in all six languages`);
  const password = process.env['COMITY_EDITION_PASSWORD'] ?? '';
  const edition = makeEdition(entries, library, wordsOf(printed));
  const data = editionToData(edition, since === undefined ? undefined : readEditionData(readFileSync(since, 'utf8')));
  const name = `directory-${edition.name.replaceAll(' ', '-')}`;
  const pdf = join(output, printed === 'en' ? `${name}.pdf` : `${name}.${printed}.pdf`);
  mkdirSync(output, { recursive: true, mode: 0o700 });
  const json = `${JSON.stringify(data, null, 1)}\n`;
  writeFileSync(join(output, `${name}.json`), json, { mode: 0o600 });
  writeFileSync(join(output, MARK), `${JSON.stringify({ edition: edition.name })}\n`, { mode: 0o600 });
  console.log(`Data: ${join(output, `${name}.json`)} (not encrypted: send it by a secure way only)`);
  const reason = password.length < SHORTEST_PASSWORD ? `set COMITY_EDITION_PASSWORD to a password of at least ${SHORTEST_PASSWORD} characters` : makePdf(editionToTypst(edition, data), json, pdf, password);
  console.log(reason === undefined ? `PDF, encrypted with AES-256, with the data attached: ${pdf}` : `No PDF: ${reason}.`);
  const changes = data.changes_since;
  if (changes) console.log(`Since edition ${changes.since}: ${changes.added.length} new, ${changes.removed.length} removed, ${Object.keys(changes.changed).length} changed.`);
  if (reason !== undefined) process.exitCode = 3;
}

/** Returns why there is no PDF, or undefined where there is one. The plain PDF lives in a folder of this user's for a moment only. */
function makePdf(source: string, json: string, file: string, password: string): string | undefined {
  const compiler = typst();
  if (!compiler) return 'there is no Typst for this machine (its packages are for Linux on x64)';
  if (spawnSync('qpdf', ['--version']).status !== 0) return 'qpdf is missing (Debian: apt-get install qpdf)';
  const plain = compiler.create().pdf({ mainFileContent: source }, { creationTimestamp: 0 });
  const folder = mkdtempSync(join(tmpdir(), 'comity-edition-'));
  try {
    writeFileSync(join(folder, 'plain.pdf'), plain, { mode: 0o600 });
    writeFileSync(join(folder, 'directory.json'), json, { mode: 0o600 });
    // Arguments go through standard input, so that no list of processes shows the password. The owner's is random: nobody needs it.
    const args = ['--encrypt', password, randomBytes(24).toString('base64url'), '256', '--modify=none', '--', '--add-attachment', join(folder, 'directory.json'), '--mimetype=application/json', '--', join(folder, 'plain.pdf'), file];
    const { status, stderr } = spawnSync('qpdf', ['@-'], { input: args.join('\n'), encoding: 'utf8' });
    return status === 0 ? undefined : `qpdf failed: ${stderr.trim()}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Compiler {
  create: () => { pdf: (document: { mainFileContent: string }, options: { creationTimestamp: number }) => Uint8Array };
}

function typst(): Compiler | undefined {
  const require = createRequire(import.meta.url);
  for (const platform of ['linux-x64-gnu', 'linux-x64-musl']) {
    try {
      return (require(`@myriaddreamin/typst-ts-node-compiler-${platform}`) as { NodeCompiler: Compiler }).NodeCompiler;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}
