/**
 * Records damaged at random: bytes, YAML, Markdown, types, ids, Unicode, size. Whatever an editor's program may do to a file,
 * reading it must end soon, must not throw, and must say where things are wrong.
 *
 * COMITY_MUTATIONS sets the number of damaged records (2,000 unless given; 20,000 for a long run), COMITY_SEED repeats a run.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { FLAWS } from '../../../src/flaws/catalogue.ts';
import type { Flaw } from '../../../src/flaws/flaw.ts';
import { checkFolder } from '../../../src/library/check.ts';
import { renderText } from '../../../src/markdown/text.ts';

const RUNS = Number(process.env['COMITY_MUTATIONS'] ?? 2000);
const LIBRARY = 'tests/fixtures/library/content';
const LONGEST = 1000;
/** The last damaged record that failed, for whoever looks for the cause. */
const FAILED = join(tmpdir(), 'comity-damaged-record');

const files = listBelow(LIBRARY).map((path) => relative(LIBRARY, path).split('\\').join('/'));
const records = files.map((path) => ({ path, text: readFileSync(join(LIBRARY, path), 'utf8') }));
const folder = mkdtempSync(join(tmpdir(), 'comity-mutations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function listBelow(root: string): string[] {
  return readdirSync(root).flatMap((name) => (statSync(join(root, name)).isDirectory() ? listBelow(join(root, name)) : [join(root, name)]));
}

/** A change to a text at a place given as a share of its length. */
type Change = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const insertAt = (share: number, piece: string): Change => (text) => {
  const index = Math.floor(share * text.length);
  return text.slice(0, index) + piece + text.slice(index);
};

/** Pieces that have broken parsers before. */
const PIECES = [
  '\u0000', '\u0007', '\uFEFF', '\uFFFD', '\u2028', '\u2029', '\u0085', '\u200F', '\u202E', '\r', '\r\n', '\t', '\n', '\n\n', '---\n', '\n---\n', '\n...\n', '---js\n',
  ': ', ' #', '"', "'", '`', '[', ']', '{', '}', '|', '>', '&a ', '*a', '!!js/function ', '!!binary ', '<<: *x\n', '? ', '- ', '%YAML 1.1\n', '~', 'null', 'true', '.inf', '0x1F', '010', '2010-10-08',
  '__proto__: 1\n', 'constructor: {}\n', 'toString: "x"\n', 'alias: "alpha"\n', 'translation:\n  of: "fra"\n', '{#art_1}', '{#}', '\n# ', '\n## Article 1\n', '\n### Section 5 — x {#sec_5}\n', '\n## 第一百条\n', '\n## المادة الأولى\n',
  '[x](javascript:alert(1))', '[x](alpha#art_99)', '[x](#)', '[x]: ', '[^1]', '[^1]: x\n', '![x](y)', '<script>', '<!--', '-->', '\\', '| a | b |\n|---|---|\n', '😀', '\uD83D', '\uDE00', 'é', 'e\u0301', '文', 'א', '١', '\u{E0001}',
];

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(place, fc.constantFrom(...PIECES)).map(([share, piece]) => insertAt(share, piece)) },
  { weight: 2, arbitrary: fc.tuple(place, fc.string({ unit: 'binary', maxLength: 20 })).map(([share, piece]) => insertAt(share, piece)) },
  // A piece is lost, or stands twice.
  { weight: 3, arbitrary: fc.tuple(place, fc.nat(60)).map(([share, length]): Change => (text) => { const index = Math.floor(share * text.length); return text.slice(0, index) + text.slice(index + length); }) },
  { weight: 2, arbitrary: fc.tuple(place, fc.nat(200)).map(([share, length]): Change => (text) => { const index = Math.floor(share * text.length); return text.slice(0, index + length) + text.slice(index); }) },
  // Lines change places.
  { weight: 2, arbitrary: fc.tuple(place, place).map(([one, other]): Change => (text) => { const lines = text.split('\n'); const a = Math.floor(one * (lines.length - 1)); const b = Math.floor(other * (lines.length - 1)); [lines[a], lines[b]] = [lines[b]!, lines[a]!]; return lines.join('\n'); }) },
  // A value takes another type.
  { weight: 4, arbitrary: fc.tuple(place, fc.oneof(fc.json({ maxDepth: 2 }), fc.constantFrom('', '[]', '{}', 'null', 'true', '7', '-1e999', '"\\u0000"', '[[[[]]]]', '|\n  x', '2010-10-08', '"../../../etc/passwd"', '"alpha#art_1#x"', '!!set {a}'))).map(([share, value]): Change => (text) => { const keys = [...text.matchAll(/^([ \w]+):.*$/gm)]; const key = keys[Math.floor(share * (keys.length - 1))]; return key ? text.slice(0, key.index) + `${key[1]}: ${value}` + text.slice(key.index + key[0].length) : text; }) },
  // Much of something.
  { weight: 1, arbitrary: fc.tuple(place, fc.constantFrom('[', '{', '- ', '> ', '  ', '*', '_', '`', '"', '[a](', '[^', '<', '\n', '\n## Article 1', '\n## Schedule\n\n### Article 1', '|', 'a: ', '\u0301', '&', '#', '$', '~~', 'x '), fc.constantFrom(50, 1000, 20_000)).map(([share, piece, times]) => insertAt(share, piece.repeat(Math.min(times, Math.ceil(60_000 / piece.length))))) },
  { weight: 1, arbitrary: fc.constantFrom<Change>(() => '', (text) => text.replaceAll('\n', '\r\n'), (text) => text.replaceAll('\n', '\r'), (text) => `\uFEFF${text}`, (text) => text.normalize('NFD'), (text) => text.toUpperCase(), (text) => text.slice(0, Math.floor(text.length / 2)), (text) => text.trimEnd(), (text) => text + text) },
);

const damage = fc.record({
  record: fc.nat(records.length - 1),
  changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  // Bytes are broken after the text is.
  bytes: fc.option(fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 }), { freq: 5 }),
  path: fc.option(fc.constantFrom('eng.md', 'ENG.md', 'eng@2010-13-01.md', 'eng@2012-05-01.md', 'xxx.md', 'eng.txt', 'é.md', 'eng.md.md', '-.md'), { freq: 12 }),
});

it(`ends soon and says where: ${RUNS} damaged records`, { timeout: 60_000 + RUNS * 60 }, () => {
  let slowest = 0;
  fc.assert(
    fc.property(damage, ({ record, changes, bytes, path }) => {
      const { path: original, text } = records[record]!;
      const buffer = Buffer.from(changes.reduce((current, apply) => apply(current), text), 'utf8');
      for (const [share, value] of bytes ?? []) if (buffer.length > 0) buffer[Math.floor(share * (buffer.length - 1))] = value;
      const target = path === null ? original : join(dirname(original), path);
      rmSync(folder, { recursive: true, force: true });
      // The conventions stay beside the damaged record, so that its references are followed.
      for (const { path: other, text: whole } of records) if (other !== target && /laws\/un|8\/eng\.md/.test(other)) put(other, whole);
      put(target, buffer);
      try {
        let { elapsed, flaws } = read(buffer);
        // A busy machine is slow once; a hang is slow again.
        if (elapsed >= LONGEST) ({ elapsed, flaws } = read(buffer));
        slowest = Math.max(slowest, elapsed);
        expect(elapsed, 'milliseconds').toBeLessThan(LONGEST);
        for (const found of flaws) expectPlaced(found);
      } catch (error) {
        writeFileSync(FAILED, buffer);
        throw new Error(`${target}, kept as ${FAILED}: ${(error as Error).message}`, { cause: error });
      }
    }),
    { numRuns: RUNS, ...(process.env['COMITY_SEED'] ? { seed: Number(process.env['COMITY_SEED']) } : {}), endOnFailure: RUNS > 5000 },
  );
  console.log(`slowest: ${slowest.toFixed(0)} ms`);
});

function read(buffer: Buffer): { elapsed: number; flaws: Flaw[] } {
  const start = performance.now();
  const before = process.cpuUsage();
  const { flaws } = checkFolder(folder, 'content');
  renderText(buffer.toString('utf8'));
  const { user, system } = process.cpuUsage(before);
  // Whichever is less: the clock runs on while another program has the processor, and the processor counts helpers of the engine twice.
  return { elapsed: Math.min(performance.now() - start, (user + system) / 1000), flaws };
}

function expectPlaced({ name, place: where, actual, expected }: Flaw): void {
  expect(FLAWS).toHaveProperty(name);
  expect(where.file).toMatch(/^content\//);
  expect(Number.isInteger(where.line) && where.line >= 1, `line ${where.line} of ${name}`).toBe(true);
  expect(Number.isInteger(where.column) && where.column >= 1, `column ${where.column} of ${name}`).toBe(true);
  expect(actual).not.toBe('');
  expect(expected).not.toBe('');
}

function put(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
