/**
 * npm run directory                                  builds the restricted edition into dist-restricted/ (--out FOLDER)
 * npm run directory -- --publish FOLDER              the twice-yearly edition: encrypted PDF and data (--since EDITION.json, --language fr)
 * npm run directory -- --apply CHANGE.json           checks a change file and its signature, writes the record (--from ACCOUNT, --commit, --unsigned)
 * npm run directory -- --register-key KEY.json       takes an authority's key into its keys (--checked HOW)
 * npm run directory -- --revoke-key FINGERPRINT      no file signed with it is taken any more (--because WHY)
 *
 * Environment: COMITY_RESTRICTED (folder of the records; restricted/ unless given), COMITY_SITE, COMITY_BASE and COMITY_CONTENT (the public
 * library, for links into it), COMITY_EDITION_PASSWORD (opens the PDF). Never part of any other command.
 */
import { parseArgs } from 'node:util';
import { applyChange } from './directory/apply.ts';
import { registerKey, revokeKey } from './directory/keys.ts';
import { publicLibrary } from './directory/library.ts';
import { allowedOutput } from './directory/output.ts';
import { printFlaws, readRecords, recordsFolder } from './directory/records.ts';
import { PROJECT } from './process.ts';

const flag = { type: 'boolean', default: false } as const;
const word = { type: 'string' } as const;

try {
  const { values } = parseArgs({ options: { out: word, publish: word, since: word, language: word, apply: word, from: word, commit: flag, unsigned: flag, 'register-key': word, checked: word, 'revoke-key': word, because: word } });
  const folder = recordsFolder();
  const library = publicLibrary();
  if (values.apply !== undefined) {
    process.exitCode = applyChange(values.apply, folder, { account: values.from, commit: values.commit, unsigned: values.unsigned });
  } else if (values['register-key'] !== undefined) {
    process.exitCode = registerKey(values['register-key'], folder, values.checked);
  } else if (values['revoke-key'] !== undefined) {
    process.exitCode = revokeKey(values['revoke-key'], folder, values.because);
  } else if (values.publish !== undefined) {
    const output = allowedOutput(values.publish, PROJECT);
    const { entries, flaws } = readRecords(folder);
    printFlaws(flaws);
    const { publishEdition } = await import('./directory/publish.ts');
    publishEdition(entries, output, { since: values.since, library, language: values.language });
  } else {
    const output = allowedOutput(values.out ?? 'dist-restricted', PROJECT);
    const { entries, flaws } = readRecords(folder);
    printFlaws(flaws);
    const { buildEdition } = await import('./directory/build.ts'); // the bundler is slow to load, and the other commands need none
    const { name, files, digest } = await buildEdition(entries, output, library);
    console.log(`Edition ${name}: ${entries.size} authorities, ${files} files in ${output}\nDigest ${digest}`);
  }
} catch (error) {
  console.error(`directory: ${(error as Error).message}`);
  process.exitCode = 1;
}
