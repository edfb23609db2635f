/** The index on several processors: each thread takes a language that no other has, those with most text first. */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Library } from '../../library/library.ts';
import { writeEntry, writeLanguage, type Written } from './write.ts';
import { searchLanguages, setsOfWorks, sizesOfLanguages } from './records.ts';

/** Each thread has a library and the index of a language: about 500 MB for three thousand laws. */
const MOST_THREADS = 2;

/** MB for what lives no longer than a document: V8 would take four times as much for each thread. */
const NURSERY = 16;

interface Share {
  library: Library;
  out: string;
  languages: readonly string[];
  /** Number of the next language, shared by all threads. */
  taken: SharedArrayBuffer;
}

/**
 * Writes the index of a library into a folder, which is made where it is not there.
 *
 * @param progress called after each language
 * @throws where a thread fails: then the folder holds no whole index
 */
export async function writeSearchIndex(library: Library, out: string, progress: (written: Written) => void = () => {}): Promise<void> {
  const languages = searchLanguages(library);
  const sizes = sizesOfLanguages(library);
  const share: Share = { library, out, languages: languages.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0)), taken: new SharedArrayBuffer(4) };
  const written = new Map<string, Written>();
  const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism()));
  const threadsDone = Array.from({ length: threads }, () =>
    runThread(share, (language) => {
      written.set(language.language, language);
      progress(language);
    }),
  );
  await Promise.all(threadsDone);
  const missing = languages.filter((language) => !written.has(language));
  if (missing.length > 0) throw new Error(`The index of ${missing.join(', ')} was not written.`);
  writeEntry(out, languages.map((language) => written.get(language)!));
}

function runThread(share: Share, progress: (written: Written) => void): Promise<void> {
  return new Promise((done, failed) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: share, resourceLimits: { maxYoungGenerationSizeMb: NURSERY } });
    thread.on('message', progress);
    thread.on('error', failed);
    thread.on('exit', (code) => (code === 0 ? done() : failed(new Error(`A thread of the search index ended with ${code}.`))));
  });
}

if (!isMainThread && parentPort && workerData) {
  const { library, out, languages, taken } = workerData as Share;
  const sets = setsOfWorks(library);
  const next = new Int32Array(taken);
  for (let number = Atomics.add(next, 0, 1); number < languages.length; number = Atomics.add(next, 0, 1)) {
    parentPort.postMessage(writeLanguage(library, languages[number]!, sets, out));
  }
}
