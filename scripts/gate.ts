/**
 * node scripts/gate.ts [folder=dist] [--keep]
 *
 * Looks for restricted text in what was built. A leak: the flaws are printed, the folder is removed, exit 1.
 * `--keep` leaves the folder, for those who look for the cause.
 *
 * node scripts/gate.ts --history [REVISION=HEAD] [--exclude FOLDER]...
 *
 * Looks through every version of every file and every commit message of a history that will be published, but for restricted/
 * (or the folders named). Nothing is removed: a leak in a history has to be rewritten before it is pushed.
 */
import { parseArgs } from 'node:util';
import { hasErrors } from '../src/flaws/flaw.ts';
import { report, summary } from '../src/flaws/report.ts';
import { GateRefusal, loadFingerprints, refuse, scan } from '../src/gate/gate.ts';
import { scanHistory } from '../src/gate/history.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { keep: { type: 'boolean', default: false }, github: { type: 'boolean', default: false }, history: { type: 'boolean', default: false }, exclude: { type: 'string', multiple: true } } });
const folder = positionals[0] ?? 'dist';

try {
  const fingerprints = loadFingerprints(process.cwd());
  if (values.history) {
    const { flaws, blobs, commits } = scanHistory(process.cwd(), fingerprints, positionals[0], values.exclude);
    if (flaws.length > 0) console.error(report(flaws, values.github ? 'github' : 'terminal'));
    console.log(`gate: ${blobs} versions of files and ${commits} commits looked at with ${fingerprints.entries.length} fingerprints: ${summary(flaws)}`);
    process.exit(hasErrors(flaws) ? 1 : 0);
  }
  const flaws = scan(folder, fingerprints, folder);
  if (flaws.length > 0) console.error(report(flaws, values.github ? 'github' : 'terminal'));
  if (!values.keep) refuse(folder, flaws);
  console.log(`gate: ${folder} looked at with ${fingerprints.entries.length} fingerprints: ${summary(flaws)}`);
  if (hasErrors(flaws)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof GateRefusal ? error.message : `gate: ${(error as Error).message}`);
  process.exitCode = 1;
}
