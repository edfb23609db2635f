/**
 * The gate: nothing of the restricted directory gets into what is published.
 *
 * It knows the directory only by its fingerprints, looks into every file that was built, and refuses what it cannot read.
 */
import { lstatSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { flaw, hasErrors, type Flaw } from '../flaws/flaw.ts';
import { Detector } from './detector.ts';
import { parseFingerprints, type Fingerprints } from './fingerprint.ts';
import { Look, type Finding } from './look.ts';

/** A file larger than this cannot be one string. */
const LARGEST_FILE = 400 * 1024 * 1024;

/**
 * Looks at every file below a folder, one at a time.
 *
 * @param folder what is about to be published
 * @param fingerprints what must not be in it; without entries only paths and types of files are checked
 * @param shown how flaws call the folder
 * @param wanted which of the files to look at, by their place in the list; all unless given
 * @returns one flaw for each file, channel and kind of secret; an empty list where all is well
 * @throws where the folder is not there: a gate that looked at nothing must not say that all is well
 */
export function scan(folder: string, fingerprints: Fingerprints, shown = basename(folder), wanted: (index: number) => boolean = () => true): Flaw[] {
  const detector = new Detector(fingerprints);
  const flaws: Flaw[] = [];
  let findings = new Map<string, Finding & { hashes: Set<string> }>();
  const look = new Look(detector, (finding) => {
    const key = `${finding.what}|${finding.channel}|${finding.detail}`;
    const known = findings.get(key) ?? { ...finding, hashes: new Set<string>() };
    if (finding.hash) known.hashes.add(finding.hash);
    findings.set(key, known);
  });
  let index = -1;
  for (const { path, isFile } of listEverything(folder)) {
    if (!wanted(++index)) continue;
    const place = `${shown}/${path}`;
    findings = new Map();
    if (!isFile) flaws.push(flaw('UnknownFileType', place, 'a symbolic link or special file', 'a regular file'));
    else if (lstatSync(join(folder, path)).size > LARGEST_FILE) flaws.push(flaw('UnknownFileType', place, 'a file too large to be read', 'at most 400 MB'));
    else look.read(path, readFileSync(join(folder, path)));
    for (const finding of findings.values()) flaws.push(toFlaw(place, finding, [...finding.hashes].sort()));
  }
  return flaws;
}

/** Thrown by `refuse`; carries the flaws for the report. */
export class GateRefusal extends Error {
  readonly flaws: readonly Flaw[];

  constructor(folder: string, flaws: readonly Flaw[]) {
    super(`The gate refused ${folder}: ${flaws.length} ${flaws.length === 1 ? 'flaw' : 'flaws'}. The folder has been removed; nothing has been published.`);
    this.name = 'GateRefusal';
    this.flaws = flaws;
  }
}

/**
 * Removes a folder that must not be published, where the flaws say so.
 *
 * @throws GateRefusal after the folder has been removed; returns where there is no error among the flaws
 */
export function refuse(folder: string, flaws: readonly Flaw[]): void {
  if (!hasErrors(flaws)) return;
  const path = resolve(folder);
  // Only something built is removed: never the project, or a folder that holds it.
  if (process.cwd().startsWith(path) || existsSync(join(path, '.git')) || existsSync(join(path, 'package.json'))) throw new Error(`The gate found a leak and will not remove ${path}, which does not look like a build. Remove it by hand.`);
  rmSync(path, { recursive: true, force: true });
  throw new GateRefusal(folder, flaws);
}

/**
 * Reads the fingerprints of a project: gate/fingerprints.json, less gate/allowed.json.
 *
 * @param key secret of the publishing machine (COMITY_GATE_KEY)
 * @throws where the file is missing or cannot be read: the gate fails closed
 */
export function loadFingerprints(project: string, key = process.env['COMITY_GATE_KEY'] ?? ''): Fingerprints {
  const allowedFile = join(project, 'gate', 'allowed.json');
  const allowed = existsSync(allowedFile) ? (JSON.parse(readFileSync(allowedFile, 'utf8')) as { hashes: string[] }).hashes : [];
  return parseFingerprints(readFileSync(join(project, 'gate', 'fingerprints.json'), 'utf8'), { key, allowed });
}

function toFlaw(place: string, { what, channel, detail }: Finding, hashes: readonly string[]): Flaw {
  const which = hashes.length ? ` (${hashes.length === 1 ? 'fingerprint' : `${hashes.length} fingerprints, first`} \`${hashes[0]}\`)` : '';
  if (what === 'secret') return flaw('RestrictedText', place, `a restricted ${detail} in the channel \`${channel}\`${which}`, 'public text only');
  if (what === 'path') return flaw('RestrictedPath', place, `${detail.includes(' ') ? detail : `a restricted ${detail}`} in the channel \`${channel}\`${which}`, 'a public path');
  return flaw('UnknownFileType', place, `${detail} in the channel \`${channel}\``, 'a file that the gate can read');
}

/** Everything below a folder but folders, sorted by path; links are not followed. */
function* listEverything(folder: string, below = ''): Generator<{ path: string; isFile: boolean }> {
  const entries = readdirSync(join(folder, below), { withFileTypes: true }).sort((left, right) => (left.name < right.name ? -1 : 1));
  for (const entry of entries) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* listEverything(folder, path);
    else yield { path, isFile: entry.isFile() };
  }
}
