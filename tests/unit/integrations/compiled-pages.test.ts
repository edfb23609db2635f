import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CompiledPages } from '../../../src/integrations/compiled-pages.ts';
import type { Compiled } from '../../../src/integrations/page-threads.ts';

describe('Compiled pages', () => {
  let project: string;
  let out: string;

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'comity-compiled-'));
    out = join(project, 'stage');
    mkdirSync(join(project, 'src', 'pages'), { recursive: true });
    mkdirSync(join(out, 'assets'), { recursive: true });
    writeFileSync(join(project, 'src', 'pages', 'index.astro'), '<h1>Library</h1>');
    writeFileSync(join(out, 'assets', 'page.css'), 'h1 { color: blue }');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(project, { recursive: true, force: true });
  });
  const compiled = (): Compiled => ({ entry: 'prerender-entry.mjs', out, internals: { pagesByKeys: new Map([['/', { styles: [] }]]), entrySpecifierToBundleMap: new Map() }, settings: { scripts: [] } });
  const restored = (): Compiled | undefined => new CompiledPages(project).restore(join(project, 'again'));

  it('are put back where nothing they were made from has changed', () => {
    expect(restored()).toBeUndefined();
    new CompiledPages(project).keep(compiled());
    expect(restored()).toEqual({ ...compiled(), out: join(project, 'again') });
    expect(readFileSync(join(project, 'again', 'assets', 'page.css'), 'utf8')).toBe('h1 { color: blue }');
  });

  it('are compiled anew after a page, a setting or a package has changed, and when a page is added', () => {
    new CompiledPages(project).keep(compiled());
    const changes: (() => void)[] = [
      () => writeFileSync(join(project, 'src', 'pages', 'index.astro'), '<h1>Another</h1>'),
      () => writeFileSync(join(project, 'src', 'pages', 'about.astro'), ''),
      () => writeFileSync(join(project, 'package-lock.json'), '{}'),
      () => void vi.stubEnv('COMITY_BASE', '/library'),
      () => void vi.stubEnv('COMITY_SITE', 'https://library.example'),
    ];
    for (const change of changes) {
      change();
      expect(restored()).toBeUndefined();
      new CompiledPages(project).keep(compiled());
      expect(restored()).toBeDefined();
    }
  });

  it('do not fill the disk: the three used last are kept', () => {
    for (const base of ['/a', '/b', '/c', '/d', '/e']) {
      vi.stubEnv('COMITY_BASE', base);
      new CompiledPages(project).keep(compiled());
    }
    expect(readdirSync(join(project, '.cache', 'compiled')).length).toBeLessThanOrEqual(4);
    expect(restored()).toBeDefined();
    expect(existsSync(join(project, 'again', 'assets'))).toBe(true);
  });
});
