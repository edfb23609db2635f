/**
 * Pages on threads. Astro compiles the pages and, left to itself, renders them one after the other on one processor, each process
 * with a library of its own. Here threads read the library once, together, while Astro compiles; then they render it together.
 *
 * The way in is Astro's own: an integration sets the prerenderer of a build. What it is told of the compiled pages (which style sheets
 * they ask for) is handed on to the threads as plain data.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import type { Flaw } from '../flaws/flaw.ts';
import type { Library } from '../library/library.ts';

/** What a thread is started with. */
export interface ThreadStart {
  /** Folder of the records and what flaws call it: for the thread that puts the library together. */
  read?: { root: string; shown: string };
  /** To each of the other threads, for the one that reads the library; for the others one to it. */
  ports: MessagePort[];
  /** Number of the next file to be read, and of the next path to be rendered, shared by all threads. */
  takenFiles: SharedArrayBuffer;
  takenPaths: SharedArrayBuffer;
}

/** What a thread is told when the pages are compiled. */
export interface Compiled {
  /** File name of Astro's prerender entry in the folder `.prerender` of the pages' folder. */
  entry: string;
  /** Folder that pages are written into. */
  out: string;
  /** The little of Astro's build internals and options that rendering asks for. */
  internals: { pagesByKeys: Map<string, unknown>; entrySpecifierToBundleMap: Map<string, string> };
  settings: { scripts: unknown };
}

/** What a thread says. */
export type Said = { library: Library; flaws: Flaw[] } | { made: number } | { done: number } | { failed: string };

/** Folder that Astro compiles the pages' programs into, and removes when the pages stand. */
export const PROGRAMS = '.prerender';
/** A thread that grows beyond this (in MB) has a fault; the machine should not find out by swapping. */
const LARGEST_HEAP = 1500;
/** MB for what lives no longer than a page. V8 would take four times as much for each thread, and be no faster (measured). */
const NURSERY = 16;

interface Entry {
  app: { setInternals: (internals: Compiled['internals']) => void; setOptions: (options: { settings: Compiled['settings'] }) => void };
}

export class PageThreads {
  /** The library that the pages are made from, and what is wrong with it. Pages are not begun while there is an error in it. */
  readonly library: Promise<{ library: Library; flaws: Flaw[] }>;
  readonly #threads: Worker[];
  readonly #finished: Promise<number>[];
  #made = 0;

  /**
   * Begins to read the library at once.
   *
   * @param folder folder of the records, and what flaws call it
   * @param count threads that render
   * @param onMade called with the number of pages made so far
   */
  constructor(folder: { root: string; shown: string }, count: number, onMade: (pages: number) => void) {
    const channels = Array.from({ length: count - 1 }, () => new MessageChannel());
    const taken = { takenFiles: new SharedArrayBuffer(4), takenPaths: new SharedArrayBuffer(4) };
    this.#threads = Array.from({ length: count }, (_, number) => {
      const ports = number === 0 ? channels.map(({ port1 }) => port1) : [channels[number - 1]!.port2];
      return new Worker(new URL('./page-thread.ts', import.meta.url), {
        workerData: { ...(number === 0 ? { read: folder } : {}), ports, ...taken },
        transferList: ports,
        resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP, maxYoungGenerationSizeMb: NURSERY },
      });
    });
    this.library = new Promise((read, failed) => {
      const [reader] = this.#threads as [Worker];
      reader.on('message', (said: Said) => {
        if ('library' in said) read(said);
        else if ('failed' in said) failed(new Error(said.failed));
      });
      reader.on('error', failed);
      reader.on('exit', () => failed(new Error('The thread that reads the library ended.')));
    });
    this.#finished = this.#threads.map(
      (thread) =>
        new Promise((done, failed) => {
          thread.on('message', (said: Said) => {
            if ('made' in said) onMade((this.#made += said.made));
            else if ('done' in said) done(said.done);
            else if ('failed' in said) failed(new Error(said.failed));
          });
          thread.on('error', failed);
          thread.on('exit', () => failed(new Error('A thread that makes pages ended before they were made.')));
        }),
    );
    // Whoever waits hears of a failure; that nobody waits yet is no reason to end the process.
    for (const promise of [this.library, ...this.#finished]) promise.catch(() => undefined);
  }

  /**
   * The integration that takes the rendering over from Astro. It throws, as Astro's own would, with the page that could not be made.
   *
   * @param onCompiled called when the pages are compiled and none is made yet
   */
  integration(onCompiled: (compiled: Compiled) => void): AstroIntegration {
    let out: string;
    return {
      name: 'comity:page-threads',
      hooks: {
        'astro:config:done': ({ config }) => {
          out = fileURLToPath(config.outDir);
        },
        'astro:build:start': ({ setPrerenderer }) => {
          setPrerenderer((own) => ({
            ...own,
            name: 'comity:page-threads',
            setup: async () => {
              const entry = readdirSync(join(out, PROGRAMS)).find((name) => /^prerender-entry\..*\.mjs$/.test(name));
              if (entry === undefined) throw new Error(`Astro left no prerender entry in ${join(out, PROGRAMS)}: its way of building has changed, and src/integrations/page-threads.ts must follow.`);
              const compiled = { entry, out, ...(await overhear(pathToFileURL(join(out, PROGRAMS, entry)).href, async () => own.setup?.())) };
              onCompiled(compiled);
              await this.#render(compiled);
            },
            // Every page was written by the threads.
            getStaticPaths: async () => [],
          }));
        },
      },
    };
  }

  /** Makes the pages from what was compiled in an earlier build and put into the folder again. */
  async renderAgain(compiled: Compiled): Promise<void> {
    await this.#render(compiled);
    rmSync(join(compiled.out, PROGRAMS), { recursive: true, force: true });
  }

  /** Ends the threads. */
  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  async #render(compiled: Compiled): Promise<void> {
    for (const thread of this.#threads) thread.postMessage(compiled);
    await Promise.all(this.#finished);
  }
}

/** Astro's own prerenderer tells the compiled entry what it knows of the pages: what of it the threads need, as data that can be sent. */
async function overhear(entry: string, setUp: () => Promise<unknown>): Promise<Pick<Compiled, 'internals' | 'settings'>> {
  const { app } = (await import(entry)) as Entry;
  let internals: Compiled['internals'] | undefined;
  let settings: Compiled['settings'] | undefined;
  app.setInternals = (given) => (internals = given);
  app.setOptions = (given) => ({ settings } = given);
  await setUp();
  if (!internals || !settings) throw new Error('Astro told its prerender entry nothing: its way of building has changed, and src/integrations/page-threads.ts must follow.');
  const pages = [...internals.pagesByKeys].map(([key, page]) => [key, { styles: (page as { styles: unknown }).styles }] as const);
  return {
    internals: structuredClone({ pagesByKeys: new Map(pages), entrySpecifierToBundleMap: internals.entrySpecifierToBundleMap }),
    settings: structuredClone({ scripts: settings.scripts }),
  };
}
