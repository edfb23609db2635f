/**
 * What a preview remembers from one reading of the library to the next: the texts of files, what records were made of them, which
 * provisions they have. After an edit only what was edited is read and judged anew; the links between records always are.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readText, type SourceFile, type SourceText } from './disk.ts';
import type { Entry, EntryResult } from './entry.ts';

interface Remembered<Value> {
  text: string;
  value: Value;
}

export class Memory {
  private readonly files = new Map<string, { stamp: string; source: SourceText }>();
  private readonly records = new Map<string, Remembered<EntryResult<Entry<unknown>>>>();
  private readonly values = new Map<string, Remembered<unknown>>();

  /** As `readText` of disk.ts; a file whose time and size are the same is not read again. */
  readonly read = (root: string, file: SourceFile): SourceText => {
    const { mtimeMs, size } = statSync(join(root, file.path));
    const stamp = `${mtimeMs} ${size}`;
    const known = this.files.get(file.path);
    if (known?.stamp === stamp) return known.source;
    const source = readText(root, file);
    this.files.set(file.path, { stamp, source });
    return source;
  };

  /** The record a file was read as before, if its text is the same. Its data are a copy, because translations are given the data of their work. */
  record<Found extends Entry<unknown>>({ path }: SourceFile, text: string, make: () => EntryResult<Found>): EntryResult<Found> {
    let known = this.records.get(path);
    if (known?.text !== text) {
      const { entry, flaws } = make();
      known = { text, value: { flaws, ...(entry ? { entry } : {}) } };
      this.records.set(path, known);
    }
    const { entry, flaws } = known.value as EntryResult<Found>;
    return { flaws, ...(entry ? { entry: { ...entry, data: { ...(entry.data as object) } } as Found } : {}) };
  }

  /** A value worked out from a text before, if the text is the same. The value must not be changed by whoever is given it. */
  value<Value>(name: string, text: string, make: () => Value): Value {
    let known = this.values.get(name);
    if (known?.text !== text) {
      known = { text, value: make() };
      this.values.set(name, known);
    }
    return known.value as Value;
  }
}
