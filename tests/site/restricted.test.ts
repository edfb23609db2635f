import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { border } from '../../scripts/border.mjs';
import { readLibrary } from '../../src/library/read.ts';

/** A copy of the project, so that public code may be made to reach for the restricted folder without harm. */
const project = mkdtempSync(join(tmpdir(), 'comity-border-'));
const planted: string[] = [];
/** A record, by whatever name: names of records stand in no public file. */
const RECORD = `xa/${readdirSync('restricted/authorities/xa')[0]!}`;

beforeAll(() => {
  for (const name of ['src', 'scripts', 'public', 'restricted', 'gate', 'astro.config.mjs', 'eslint.config.js', 'package.json', 'tsconfig.json', 'tsconfig.restricted.json']) cpSync(resolve(name), join(project, name), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  cpSync(resolve('tests/fixtures/library/content'), join(project, 'content'), { recursive: true });
});
afterEach(() => {
  for (const path of planted.splice(0)) rmSync(join(project, path), { recursive: true, force: true });
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
  planted.push(path);
}

function run(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8', env: { ...process.env, COMITY_CONTENT: 'content', COMITY_OUT: 'dist', COMITY_SKIP: 'pdf,search', COMITY_BASE: '', COMITY_SITE: '' } });
  return { status, output: `${stdout}${stderr}` };
}
const types = () => run('scripts/typecheck.ts', '--border');
const lint = (...paths: string[]) => run('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', ...paths);

describe('public code that reaches for restricted code or data', { timeout: 120_000 }, () => {
  const LEAKS: Record<string, string> = {
    'src/client/leak.ts': "import { FUNCTIONS } from '../restricted/vocabulary.ts';\nconsole.log(FUNCTIONS);\n",
    'src/views/leak-of-types.ts': "import type { Authority } from '../restricted/authority.ts';\nexport type Leak = Authority;\n",
    'src/views/leak-when-needed.ts': "export const leak = () => import('../restricted/directory.ts');\n",
    'src/pages/leak.astro': `---\nimport text from '../../restricted/authorities/${RECORD}?raw';\n---\n<p>{text}</p>\n`,
    'scripts/leak.ts': "import { readRecords } from './directory/records.ts';\nreadRecords('.');\n",
  };

  it('fails type check and lint, at every file: code, a type only, code when it is needed, a record from a page, from a command', () => {
    for (const [path, text] of Object.entries(LEAKS)) plant(path, text);
    const checked = types();
    const linted = lint(...Object.keys(LEAKS));
    expect([checked.status, linted.status]).toEqual([1, 1]);
    expect(checked.output).toContain('5 imports cross the border');
    expect(linted.output.match(/Public code must not import restricted code or data/g)).toHaveLength(5);
    for (const path of Object.keys(LEAKS)) {
      expect(checked.output).toContain(`${path}:`);
      expect(linted.output).toContain(path);
    }
  });

  it('passes both where there is no such import', () => {
    expect(types()).toMatchObject({ status: 0 });
  });

  it('fails the build, even by a glob that no import names', () => {
    plant('src/pages/leak.astro', "---\nconst records = import.meta.glob('/restr*cted/authorities/xa/*.md', { eager: true, query: '?raw' });\n---\n<p>{Object.keys(records).length}</p>\n");
    const { status, output } = run('scripts/build.ts');
    expect(status).toBe(1);
    expect(output).toContain('Public code must not import restricted code or data');
  });

  it('is seen by the build behind links, `..` and queries', () => {
    symlinkSync(resolve('restricted/authorities'), join(project, 'src/views/innocent'));
    planted.push('src/views/innocent');
    const refused = (id: string): boolean => {
      try {
        border().load.call({ error: (text: string) => { throw new Error(text); } }, id);
        return false;
      } catch {
        return true;
      }
    };
    for (const id of [resolve('restricted/authorities', RECORD), `${resolve('restricted/authorities', RECORD)}?raw`, `${resolve('content')}/../restricted/authorities/${RECORD}`, join(project, 'src/views/innocent', RECORD), resolve('src/restricted/authority.ts'), resolve('scripts/directory.ts'), `/@fs${resolve('restricted/README.md')}`]) expect([id, refused(id)]).toEqual([id, true]);
    for (const id of [resolve('src/site.ts'), resolve('content/states/ke.md'), resolve('node_modules/zod/index.js'), 'virtual:restricted', '\0commonjs']) expect([id, refused(id)]).toEqual([id, false]);
  });
});

describe('a content folder that leads into the restricted one is refused', () => {
  const flawsOf = (root: string): string => readLibrary(root, root).flaws.map(({ name, level }) => `${level} ${name}`).join('\n');

  it('as itself, by `..`, and by a link', () => {
    symlinkSync(join(project, 'restricted'), join(project, 'elsewhere'));
    planted.push('elsewhere');
    for (const root of ['restricted', 'restricted/authorities', 'content/../restricted', 'elsewhere', 'elsewhere/authorities']) expect([root, flawsOf(`${project}/${root}`)]).toEqual([root, 'error RestrictedPath']);
    for (const root of ['content/../restricted', 'elsewhere']) {
      const { status, output } = (({ status, stdout, stderr }) => ({ status, output: `${stdout}${stderr}` }))(spawnSync(process.execPath, ['scripts/check.ts'], { cwd: project, encoding: 'utf8', env: { ...process.env, COMITY_CONTENT: root } }));
      expect([status, output]).toEqual([1, expect.stringContaining('RestrictedPath')]);
    }
  });

  it('by a link to a folder or to one record among the laws', () => {
    const laws = join(project, 'content/laws');
    symlinkSync(join(project, 'restricted/authorities'), join(laws, 'xz'));
    planted.push('content/laws/xz');
    expect(flawsOf(join(project, 'content'))).toContain('error NotARegularFile');
    rmSync(join(laws, 'xz'));
    mkdirSync(join(laws, 'xz/act/2010/1'), { recursive: true });
    symlinkSync(`../../../../../../restricted/authorities/${RECORD}`, join(laws, 'xz/act/2010/1/eng.md'));
    expect(flawsOf(join(project, 'content'))).toContain('error NotARegularFile');
  });
});
