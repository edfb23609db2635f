/** The public library, for links into it: where it is, and in which languages it holds a work, so that no link leads nowhere. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PublicLibrary } from '../../src/restricted/edition.ts';
import { PROJECT } from '../process.ts';

/** The library that COMITY_SITE and COMITY_BASE name, with the content of this project (or COMITY_CONTENT); undefined without an address. */
export function publicLibrary(environment: NodeJS.ProcessEnv = process.env): PublicLibrary | undefined {
  const site = environment['COMITY_SITE']?.replace(/\/+$/, '');
  if (!site) return undefined;
  const base = (environment['COMITY_BASE'] ?? '').replace(/^\/+|\/+$/g, '');
  const laws = join(resolve(PROJECT, environment['COMITY_CONTENT'] || 'content'), 'laws');
  const known = new Map<string, readonly string[]>();
  return {
    address: base === '' ? site : `${site}/${base}`,
    languagesOf(work) {
      const languages = known.get(work) ?? filesOf(join(laws, work)).flatMap((name) => /^([a-z]{3})\.md$/.exec(name)?.[1] ?? []);
      known.set(work, languages);
      return languages;
    },
  };
}

function filesOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
