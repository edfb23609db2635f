import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = resolve('src');

/** Room → its row. A file imports from its own room and from lower rows. */
const ROWS: Record<string, number> = {
  domain: 0, flaws: 0, schema: 1, markdown: 1, i18n: 1, gate: 1, map: 1, library: 2, search: 3, import: 3, manuals: 1.5, citations: 3, versions: 3, restricted: 3.5, 'site.ts': 4, client: 4, views: 5, print: 5.5, components: 6, layouts: 6.5, pages: 7, integrations: 7,
};
/** Rooms that the browser's files may use: nothing that pulls the whole library or node: into a page. */
const BROWSER_ROOMS = new Set(['domain', 'i18n', 'search', 'client', 'flaws', 'versions', 'citations']);

function filesBelow(folder: string, wanted = /\.(?:ts|astro)$/): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path, wanted) : wanted.test(name) ? [path] : [];
  });
}

const files = filesBelow(SRC);
const roomOf = (file: string): string => relative(SRC, file).split('/')[0]!;

function importsOf(file: string): { target: string; typeOnly: boolean }[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^\s*(?:import|export)\s+(type\s+)?[^;'"]*?from\s+'(\.[^']+)'/gm), ...text.matchAll(/import\s*\(?\s*()'(\.[^']+)'/g)]
    .map(([, typeOnly, path]) => ({ target: resolve(dirname(file), path!), typeOnly: Boolean(typeOnly) }))
    .filter(({ target }) => target.startsWith(SRC) && !target.endsWith('.css'));
}

describe('the house', () => {
  it('has no room that the map does not name', () => {
    const unknown = [...new Set(files.map(roomOf))].filter((room) => !(room in ROWS) && !room.endsWith('.d.ts'));
    expect(unknown).toEqual([]);
    const map = readFileSync(join(SRC, 'README.md'), 'utf8');
    expect([...new Set(files.map(roomOf))].filter((room) => room in ROWS && !map.includes(`\`${room.replace(/\.ts$/, '')}`) )).toEqual([]);
  });

  it('imports only downwards', () => {
    const upwards = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => roomOf(target) !== roomOf(file) && !(ROWS[roomOf(target)]! < ROWS[roomOf(file)]!))
        .map(({ target }) => `${relative(SRC, file)} → ${relative(SRC, target)}`),
    );
    expect(upwards).toEqual([]);
  });

  it('imports restricted code or data nowhere but in its own room and commands', () => {
    const own = (path: string): boolean => /^(?:src\/restricted\/|restricted\/|scripts\/directory(?:\/|\.ts$)|tests\/unit\/restricted\/|tests\/unit\/gate\/sample-records\.test\.ts$|tests\/site\/(?:restricted|directory))/.test(path);
    const everything = ['src', 'scripts', 'tests'].flatMap((folder) => filesBelow(resolve(folder), /\.(?:ts|mjs|astro)$/)).concat(resolve('astro.config.mjs'), resolve('eslint.config.js'));
    const crossings = everything.map((file) => relative(process.cwd(), file)).filter((path) => !own(path)).flatMap((path) =>
      // Static and dynamic imports, import.meta.glob and new URL(…, import.meta.url): whatever a bundler follows.
      [...readFileSync(path, 'utf8').matchAll(/(?:from\s*|import\s*\(?\s*|glob\w*\(\s*\[?\s*|new URL\(\s*)(['"`])([^'"`\n]+)\1/g)]
        .map(([, , target]) => target!)
        .filter((target) => /(?:^|\/)restricted\//.test(target) || own(relative(process.cwd(), resolve(dirname(path), target))))
        .map((target) => `${path} → ${target}`),
    );
    expect(crossings).toEqual([]);
  });

  it('knows nothing of the visual editor but in its own commands', () => {
    const everything = ['src', 'scripts'].flatMap((folder) => filesBelow(resolve(folder), /\.(?:ts|mjs|astro|css)$/)).map((file) => relative(process.cwd(), file));
    const others = everything.filter((path) => !/^scripts\/cms(?:\/|\.ts$)/.test(path));
    expect(others.filter((path) => /decap|\/cms\//i.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('keeps the library out of the browser', () => {
    const heavy = files
      .filter((file) => roomOf(file) === 'client')
      .flatMap((file) => importsOf(file).filter(({ target, typeOnly }) => !typeOnly && !BROWSER_ROOMS.has(roomOf(target))).map(({ target }) => `${relative(SRC, file)} → ${relative(SRC, target)}`));
    expect(heavy).toEqual([]);
  });

  it('knows Astro only where pages are made, and reads content only in one place', () => {
    const core = files.filter((file) => ROWS[roomOf(file)]! <= 3);
    expect(core.filter((file) => /from 'astro[:/']/.test(readFileSync(file, 'utf8'))).map((file) => relative(SRC, file))).toEqual([]);
  });

  it('has no drawer for the rest', () => {
    const drawers = files.map((file) => relative(SRC, file)).filter((path) => /(?:^|\/)(?:utils?|helpers?|common|lib|shared|misc)(?:\/|\.)/.test(path) || /(?:^|\/)index\.ts$/.test(path));
    expect(drawers).toEqual([]);
  });

  it('names files in kebab-case and components in PascalCase', () => {
    const odd = files.map((file) => relative(SRC, file)).filter((path) => {
      const name = path.split('/').at(-1)!;
      if (path.startsWith('pages/')) return false;
      return name.endsWith('.astro') ? !/^[A-Z][A-Za-z]+\.astro$/.test(name) : !/^[a-z0-9-]+(?:\.d)?\.ts$/.test(name);
    });
    expect(odd).toEqual([]);
  });
});
