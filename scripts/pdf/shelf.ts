/** Where printed files are kept between builds: .cache/pdf, by the hash of everything their bytes follow from. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What no build has used for two weeks is old. */
const OLD = 14 * 24 * 60 * 60 * 1000;
/** The times of files are written anew after a day only: thousands of files are touched otherwise, build by build. */
const DAY = 24 * 60 * 60 * 1000;

export class Shelf {
  readonly folder: string;
  private readonly fixed: string;
  /** Name → when it was last used. */
  private readonly files = new Map<string, number>();

  /**
   * @param folder where files are kept
   * @param sources files whose content every printed file follows from: template, press, lock file of the packages
   */
  constructor(folder: string, sources: readonly string[]) {
    mkdirSync(folder, { recursive: true });
    this.folder = folder;
    const hash = createHash('sha256');
    for (const source of sources) hash.update(readFileSync(source));
    this.fixed = hash.digest('hex');
    for (const name of readdirSync(folder)) {
      const { mtimeMs } = statSync(join(folder, name));
      if (mtimeMs < Date.now() - OLD) rmSync(join(folder, name), { force: true });
      else this.files.set(name, mtimeMs);
    }
  }

  /** Hash of what a file is made from. */
  key(...parts: unknown[]): string {
    return createHash('sha256').update(this.fixed).update(JSON.stringify(parts)).digest('hex').slice(0, 24);
  }

  /** True where the file is kept; it is then in use. */
  has(name: string): boolean {
    // Another process may have put it there since.
    const used = this.files.get(name) ?? statSync(this.path(name), { throwIfNoEntry: false })?.mtimeMs;
    if (used === undefined) return false;
    this.files.set(name, used);
    if (used < Date.now() - DAY) utimesSync(join(this.folder, name), new Date(), new Date());
    return true;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Whole or not at all: another build may be reading. */
  put(name: string, content: Buffer | string): void {
    const path = this.path(name);
    writeFileSync(`${path}.${process.pid}`, content);
    renameSync(`${path}.${process.pid}`, path);
    this.files.set(name, Date.now());
  }
}
