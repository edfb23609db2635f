import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const GUIDES = ['CONTRIBUTING.md', 'CONTRIBUTING.fr.md', 'CONTRIBUTING.es.md'];
const SCRIPTS = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;

interface Block {
  language: string;
  /** What stands behind the language: `run`, `output`, `file=…`. */
  info: string;
  text: string;
}

function blocksOf(guide: string): Block[] {
  return [...readFileSync(guide, 'utf8').matchAll(/^```(\w+) ?(.*)\n([\s\S]*?)^```$/gm)].map(([, language, info, text]) => ({ language: language!, info: info!, text: text! }));
}

const { COMITY_CONTENT: _, ...environment } = process.env;
let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'comity-guide-'));
  cpSync('content', join(place, 'content'), { recursive: true });
  for (const { info } of blocksOf(GUIDES[0]!)) {
    const file = /^file=(\S+)$/.exec(info)?.[1];
    // The guide creates it; the library may have got it since.
    if (file) rmSync(dirname(join(place, file)), { recursive: true, force: true });
  }
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Runs `npm run NAME -- …` as the guide has it, in the copy. */
function run(command: string): string {
  const [, name, rest] = /^npm run (\w+)(?: -- (.*))?$/.exec(command.trim())!;
  const script = /scripts\/\w+\.ts$/.exec(SCRIPTS[name!]!)![0];
  const { stdout, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${resolve(script)}" ${rest ?? ''} </dev/null`], { cwd: place, encoding: 'utf8', env: environment });
  return `${stdout}${stderr}`.trimEnd();
}

describe('a first contribution', () => {
  it('goes as the guide says, step by step, to a record without a flaw', { timeout: 240_000 }, () => {
    let said = '';
    let steps = 0;
    for (const { language, info, text } of blocksOf(GUIDES[0]!)) {
      const file = /^file=(\S+)$/.exec(info)?.[1];
      if (info === 'run') said = run(text);
      else if (info === 'output') {
        const pattern = text.trimEnd().split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
        expect(said).toMatch(new RegExp(`^${pattern}$`));
        steps++;
      } else if (language === 'diff') {
        const [removed, added] = ['-', '+'].map((sign) => text.split('\n').find((line) => line.startsWith(sign))!.slice(1));
        const before = readFileSync(join(place, file!), 'utf8');
        expect(before).toContain(`${removed}\n`);
        writeFileSync(join(place, file!), before.replace(removed!, added!));
      } else if (file) {
        expect(existsSync(join(place, file)), 'npm run new made the file that is then filled in').toBe(true);
        mkdirSync(dirname(join(place, file)), { recursive: true });
        writeFileSync(join(place, file), text);
      }
    }
    expect(steps).toBe(3);
  });

  it('is the same in every language of the guide', () => {
    const [english, ...others] = GUIDES.map(blocksOf);
    for (const other of others) expect(other).toEqual(english);
  });

  it('names only commands and files that exist', () => {
    for (const guide of GUIDES) {
      const text = readFileSync(guide, 'utf8');
      for (const [, name] of text.matchAll(/npm run (\w+)/g)) expect(SCRIPTS, `${guide}: npm run ${name}`).toHaveProperty(name!);
      for (const [, link] of text.matchAll(/\]\((?!https?:|lang:)([^)#]+)\)/g)) expect(existsSync(link!), `${guide}: ${link}`).toBe(true);
    }
  });
});
