/** The pages' door to the library: read once per build (in development again after an edit), with its graph and its addresses. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { getEnvironmentData } from 'node:worker_threads';
import { displayName } from './domain/jurisdiction.ts';
import type { InterfaceLanguage } from './domain/language.ts';
import { hasErrors, type Flaw } from './flaws/flaw.ts';
import { report, summary } from './flaws/report.ts';
import { routes, type Routes } from './i18n/routes.ts';
import { buildGraph, type Graph } from './library/graph.ts';
import type { Library } from './library/library.ts';
import { Memory } from './library/memory.ts';
import { readLibrary, type ReadLibrary } from './library/read.ts';

export interface Site {
  library: Library;
  graph: Graph;
  routes: Routes;
  flaws: readonly Flaw[];
}

/** Folder of the records: `content/`, or COMITY_CONTENT. */
export const contentFolder = resolve(process.env['COMITY_CONTENT'] ?? 'content');

let current: Site | undefined;

/** A preview reads the library after every edit, and need not read all of it anew; a build reads it once. */
const memory = import.meta.env.DEV ? new Memory() : undefined;

/** The site's library. Throws, with every flaw in the message, where a record has an error. */
export function site(): Site {
  if (!current) {
    const { library, flaws } = handedLibrary() ?? readContent();
    if (hasErrors(flaws)) throw new Error(`The library has errors (${summary(flaws)}); nothing was published.\n${report(flaws.filter((found) => found.level === 'error'), 'terminal')}`);
    current = { library, graph: buildGraph(library), routes: routes(import.meta.env.BASE_URL), flaws };
  }
  return current;
}

/** A thread that makes pages is handed the library that was read once for all of them (integrations/page-thread.ts). */
function handedLibrary(): ReadLibrary | undefined {
  return getEnvironmentData('comity.library') as unknown as ReadLibrary | undefined;
}

function readContent(): ReadLibrary {
  statSync(contentFolder); // a folder that is not there is a mistake here, though an empty one is not
  return readLibrary(contentFolder, process.env['COMITY_CONTENT'] ?? 'content', memory ? { memory } : {});
}

/**
 * Reads the library anew, in a preview after an edit. Where that fails, the last good library stays.
 *
 * @returns what is wrong, in the words of `npm run check`, or undefined
 */
export function reloadSite(): string | undefined {
  const good = current;
  current = undefined;
  try {
    site();
    return undefined;
  } catch (error) {
    current = good;
    return (error as Error).message;
  }
}

/** Name of a State, territory, organization or region, in an interface language. */
export function placeName(code: string, language: InterfaceLanguage): string {
  return site().library.states.get(code)?.data.names[language] ?? displayName(code, language);
}

/** Path of a file below the project. */
export function projectFile(...parts: string[]): string {
  return join(process.cwd(), ...parts);
}
