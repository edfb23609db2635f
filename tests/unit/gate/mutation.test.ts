import { expect, it } from 'vitest';
import { Detector } from '../../../src/gate/detector.ts';
import { Look, type Finding } from '../../../src/gate/look.ts';
import { MUTATIONS, pick, seeded } from './mutations.ts';
import { PLANTS } from './plants.ts';
import { ACCENTED, ARABIC, CHINESE, EMAIL, FINGERPRINTS, NAME, PERSON, PHONE, RUSSIAN, SENTENCE } from './record.ts';

const SECRETS: Record<string, string> = { SENTENCE, ACCENTED, RUSSIAN, ARABIC, CHINESE, NAME, PERSON, EMAIL, PHONE };
const RUNS = 3_000;

it(`of ${RUNS} random plants at least 99 % are caught`, () => {
  const random = seeded(20_261_123);
  const detector = new Detector(FINGERPRINTS);
  const missed = new Map<string, number>();
  const pairs = new Set<string>();
  for (let run = 0; run < RUNS; run++) {
    const [plantName, plant] = pick(Object.entries(PLANTS), random);
    const [mutationName, { change }] = pick(Object.entries(MUTATIONS).filter(([, { html }]) => !html || plant.html), random);
    const [secretName, secret] = pick(Object.entries(SECRETS), random);
    const { path, bytes } = plant.make(change(secret, random));
    const findings: Finding[] = [];
    new Look(detector, (finding) => findings.push(finding)).read(path, bytes);
    pairs.add(`${plantName}|${mutationName}`);
    if (findings.some(({ channel, hash }) => hash && channel.includes(plant.channel))) continue;
    const key = `${plantName} × ${mutationName} × ${secretName}`;
    missed.set(key, (missed.get(key) ?? 0) + 1);
  }
  const count = [...missed.values()].reduce((sum, number) => sum + number, 0);
  const share = 1 - count / RUNS;
  console.log(`gate: ${RUNS} plants over ${pairs.size} pairs of channel and mutation, ${(share * 100).toFixed(2)} % caught; not caught: ${[...missed].map(([key, number]) => `${key} (${number})`).join(', ') || 'none'}`);
  expect(share).toBeGreaterThanOrEqual(0.99);
}, 120_000);
