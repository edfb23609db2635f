/**
 * node scripts/run.mjs scripts/search-index.ts CONTENT OUT [LIBRARY]
 *
 * Writes the search index of the records in CONTENT into OUT, a folder that is emptied first. Runs beside the build of the pages, which
 * has read the library already: LIBRARY is a file that holds it, as v8.serialize writes it.
 */
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { deserialize } from 'node:v8';
import type { Library } from '../src/library/library.ts';
import { readLibrary } from '../src/library/read.ts';
import { writeSearchIndex } from '../src/search/build/side-by-side.ts';

const [content, out, read] = process.argv.slice(2);
if (content === undefined || out === undefined) {
  console.error('Usage: node scripts/run.mjs scripts/search-index.ts CONTENT OUT [LIBRARY]');
  process.exit(1);
}
const library = read === undefined ? readLibrary(resolve(content), content).library : (deserialize(readFileSync(read)) as Library);
rmSync(out, { recursive: true, force: true });
const total = { documents: 0, files: 0, bytes: 0 };
await writeSearchIndex(library, resolve(out), ({ language, documents, files, bytes, seconds }) => {
  console.log(`Search, ${language}: ${documents} documents, ${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`);
  total.documents += documents;
  total.files += files;
  total.bytes += bytes;
});
console.log(`Search: ${total.documents} documents, ${total.files} files, ${(total.bytes / 1e6).toFixed(1)} MB, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
