/**
 * node scripts/gate.ts [folder=dist] [--keep]
 *
 * Looks for restricted text in what was built. A leak: the flaws are printed, the folder is removed, exit 1.
 * `--keep` leaves the folder, for those who look for the cause.
 */
import { parseArgs } from 'node:util';
import { hasErrors } from '../src/flaws/flaw.ts';
import { report, summary } from '../src/flaws/report.ts';
import { GateRefusal, loadFingerprints, refuse, scan } from '../src/gate/gate.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { keep: { type: 'boolean', default: false }, github: { type: 'boolean', default: false } } });
const folder = positionals[0] ?? 'dist';

try {
  const fingerprints = loadFingerprints(process.cwd());
  const flaws = scan(folder, fingerprints, folder);
  if (flaws.length > 0) console.error(report(flaws, values.github ? 'github' : 'terminal'));
  if (!values.keep) refuse(folder, flaws);
  console.log(`gate: ${folder} looked at with ${fingerprints.entries.length} fingerprints: ${summary(flaws)}`);
  if (hasErrors(flaws)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof GateRefusal ? error.message : `gate: ${(error as Error).message}`);
  process.exitCode = 1;
}
