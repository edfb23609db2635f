/**
 * The compiled pages of an earlier build, so that whoever edits records does not wait for Astro to compile the same pages again:
 * what Astro leaves before the first page is made (programs, style sheets, fonts, public files), under a key made of everything it
 * was made from.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Compiled } from './page-threads.ts';

/** What the compiled pages are made from, below the project. */
const SOURCES = ['src', 'public', 'astro.config.mjs', 'scripts/border.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** What else is compiled into them. */
const SETTINGS = ['COMITY_BASE', 'COMITY_SITE'];
/** Kept at a time: a build below a base path should not push out the one at the root. */
const MOST_KEPT = 3;

export class CompiledPages {
  readonly #project: string;
  readonly #folder: string;
  readonly #key: string;

  /** @param project folder of the project; what is kept stands in its .cache */
  constructor(project: string) {
    this.#project = project;
    this.#folder = join(project, '.cache', 'compiled');
    this.#key = this.#digest();
  }

  /**
   * Puts the compiled pages into a folder, where they are known.
   *
   * @returns what the threads of page-threads.ts need, or undefined where they must be compiled
   */
  restore(out: string): Compiled | undefined {
    const kept = join(this.#folder, this.#key);
    if (!existsSync(kept)) return undefined;
    try {
      utimesSync(kept, new Date(), new Date());
      cpSync(join(kept, 'site'), out, { recursive: true });
      return { ...(deserialize(readFileSync(join(kept, 'compiled'))) as Compiled), out };
    } catch {
      rmSync(out, { recursive: true, force: true }); // another build made room meanwhile, or the disk is faulty: compiling is always right
      return undefined;
    }
  }

  /** Keeps what Astro left in the folder, before any page is made in it. */
  keep(compiled: Compiled): void {
    const kept = join(this.#folder, this.#key);
    if (existsSync(kept)) return;
    const beside = `${kept}.${process.pid}`;
    mkdirSync(beside, { recursive: true });
    cpSync(compiled.out, join(beside, 'site'), { recursive: true });
    writeFileSync(join(beside, 'compiled'), serialize(compiled));
    try {
      renameSync(beside, kept);
    } catch {
      rmSync(beside, { recursive: true, force: true }); // another build was faster
    }
    const old = readdirSync(this.#folder).map((name) => join(this.#folder, name)).sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
    for (const folder of old.slice(MOST_KEPT)) if (basename(folder) !== this.#key) rmSync(folder, { recursive: true, force: true });
  }

  #digest(): string {
    const digest = createHash('sha256').update(process.version);
    for (const name of SETTINGS) digest.update(`\0${name}=${process.env[name] ?? ''}`);
    const files = SOURCES.flatMap((source) => {
      const path = join(this.#project, source);
      if (!existsSync(path)) return [];
      if (!statSync(path).isDirectory()) return [source];
      return readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(this.#project.length + 1));
    });
    for (const file of files.sort()) digest.update(`\0${file}\0`).update(readFileSync(join(this.#project, file)));
    return digest.digest('hex').slice(0, 16);
  }
}
