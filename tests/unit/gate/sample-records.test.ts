import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Detector } from '../../../src/gate/detector.ts';
import { makeFingerprints, parseFingerprints } from '../../../src/gate/fingerprint.ts';
import { loadFingerprints } from '../../../src/gate/gate.ts';
import { Look, type Finding } from '../../../src/gate/look.ts';
import { recordToSecrets } from '../../../src/gate/secret.ts';
import { readDirectory } from '../../../src/restricted/directory.ts';
import { MUTATIONS, pick, seeded } from './mutations.ts';
import { PLANTS } from './plants.ts';

const FOLDER = 'restricted/authorities';
const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md')).sort();
const RUNS = 1_500;

describe('the committed fingerprints', () => {
  it('are those of the committed records', () => {
    const file = readFileSync('gate/fingerprints.json', 'utf8');
    const { salt } = JSON.parse(file) as { salt: string };
    const fresh = makeFingerprints(paths.flatMap((path) => recordToSecrets(path.split('/').at(-1)!.replace(/\.md$/, ''), readFileSync(join(FOLDER, path), 'utf8'))), salt);
    // As written, without what gate/allowed.json takes away: that is reviewed by people.
    const written = parseFingerprints(file);
    expect(written.entries.length, 'run scripts/fingerprint.ts restricted/authorities --public content --public src').toBe(fresh.entries.length);
    expect(written.entries).toEqual(fresh.entries);
  });
});

/** What of the records must never get out, as people would write it: kind → texts. */
function secretsOf(): Record<string, string[]> {
  const { entries } = readDirectory('restricted', 'restricted');
  const secrets: Record<string, string[]> = { sentence: [], name: [], phone: [], email: [], address: [], note: [] };
  for (const { data, text } of entries.values()) {
    secrets['name']!.push(data.identity.name_en, data.identity.name_official, ...(data.identity.unit === undefined ? [] : [data.identity.unit]), ...(data.identity.names_other ?? []).map(({ name }) => name));
    secrets['phone']!.push(...(data.contact.phones ?? []).map(({ number }) => number), ...(data.contact.phone_24_7 === undefined ? [] : [data.contact.phone_24_7]), ...(data.contact.fax ?? []));
    secrets['email']!.push(...(data.contact.emails ?? []).map(({ address }) => address));
    secrets['address']!.push(...data.contact.postal_address.lines);
    secrets['sentence']!.push(data.urgency.urgent_procedure, ...(data.procedure ?? []).flatMap(({ conditions }) => [...(conditions.mandatory_refusals ?? []), conditions.use_limitation ?? '', conditions.costs ?? '', conditions.confidentiality ?? '']));
    secrets['note']!.push(...text.trim().split('\n\n'), data.law?.remarks ?? '');
  }
  return Object.fromEntries(Object.entries(secrets).map(([kind, texts]) => [kind, [...new Set(texts)].filter((text) => text.length > 8)]));
}

describe('of the sample records planted at random', () => {
  it(`at least 99 % of ${RUNS} plants are caught (kind × channel × change)`, () => {
    const random = seeded(7);
    const detector = new Detector(loadFingerprints('.'));
    const secrets = Object.entries(secretsOf());
    const missed: string[] = [];
    const counts = new Map<string, [number, number]>();
    for (let run = 0; run < RUNS; run++) {
      const [kind, texts] = pick(secrets, random);
      const [plantName, plant] = pick(Object.entries(PLANTS), random);
      const [mutationName, { change }] = pick(Object.entries(MUTATIONS).filter(([, { html }]) => !html || plant.html), random);
      const secret = pick(texts, random);
      const { path, bytes } = plant.make(change(secret, random));
      const findings: Finding[] = [];
      new Look(detector, (finding) => findings.push(finding)).read(path, bytes);
      const caught = findings.some(({ channel, hash }) => hash && channel.includes(plant.channel));
      const [all, hits] = counts.get(kind) ?? [0, 0];
      counts.set(kind, [all + 1, hits + (caught ? 1 : 0)]);
      if (!caught) missed.push(`${plantName} × ${mutationName} × ${kind}`);
    }
    const caught = [...counts.values()].reduce((sum, [, hits]) => sum + hits, 0);
    console.log(`gate: ${RUNS} plants of sample records, ${((caught / RUNS) * 100).toFixed(2)} % caught (${[...counts].map(([kind, [all, hits]]) => `${kind} ${hits}/${all}`).join(', ')}); not caught: ${missed.join('; ') || 'none'}`);
    expect(caught / RUNS).toBeGreaterThanOrEqual(0.99);
  }, 60_000);
});
