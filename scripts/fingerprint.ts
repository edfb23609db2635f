/**
 * node scripts/fingerprint.ts RESTRICTED [--public FOLDER]... [--out gate]
 *
 * Reads the restricted folder and writes what the gate may know of it: OUT/fingerprints.json, salted hashes only. Part of
 * the directory command, never of a public one. The salt is kept from run to run, so unchanged records give unchanged bytes.
 *
 * `--public` names folders of public sources (content, src). Sentences and names that are found there are public and go to
 * OUT/allowed.json; review that file's change like any other. E-mail addresses, numbers and ids are never allowed so.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Detector } from '../src/gate/detector.ts';
import { formatFingerprints, makeFingerprints } from '../src/gate/fingerprint.ts';
import { Look } from '../src/gate/look.ts';
import { recordToSecrets } from '../src/gate/secret.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { public: { type: 'string', multiple: true, default: [] }, out: { type: 'string', default: 'gate' } } });
const [restricted] = positionals;
if (!restricted || !existsSync(restricted)) {
  console.error('Usage: fingerprint RESTRICTED [--public FOLDER]... [--out gate]');
  process.exit(2);
}

const file = join(values.out, 'fingerprints.json');
const salt = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { salt: string }).salt : randomBytes(16).toString('hex');
const key = process.env['COMITY_GATE_KEY'] ?? '';
const records = listRecords(restricted);
const fingerprints = makeFingerprints(records.flatMap((path) => recordToSecrets(basename(path, '.md'), readFileSync(path, 'utf8'))), salt, key);
mkdirSync(values.out, { recursive: true });
writeFileSync(file, formatFingerprints(fingerprints, salt, key));

const allowed = new Set<string>();
for (const folder of values.public) for (const path of listRecords(folder)) allowPublic(path);
const allowedFile = join(values.out, 'allowed.json');
if (values.public.length > 0) writeFileSync(allowedFile, `${JSON.stringify({ hashes: [...allowed].sort() }, null, 2)}\n`);
console.log(`fingerprint: ${records.length} records, ${fingerprints.entries.length} fingerprints, ${allowed.size} of them public`);

function allowPublic(path: string): void {
  const look = new Look(new Detector(fingerprints), ({ detail, hash }) => {
    if (!hash || allowed.has(hash) || (detail !== 'sentence' && detail !== 'name')) return;
    allowed.add(hash);
    console.log(`public: ${relative('.', path)} holds a ${detail} of the directory (${hash})`);
  });
  look.text('source', readFileSync(path, 'utf8'));
}

/** Markdown and other text below a folder, sorted; links are refused, because they could lead anywhere. */
function listRecords(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => {
      const stat = lstatSync(path);
      if (stat.isSymbolicLink()) throw new Error(`${path} is a symbolic link; put the file itself in its place.`);
      return stat.isFile() && basename(path) !== 'README.md' && /\.(?:md|mdx|ts|astro|json|yaml|yml)$/.test(path);
    });
}
