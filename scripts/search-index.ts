/**
 * node scripts/run.mjs scripts/search-index.ts CONTENT OUT
 *
 * Writes the search index of the records in CONTENT into OUT, a folder that is emptied first. Runs beside the build of the pages.
 */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { readLibrary } from '../src/library/read.ts';
import { writeSearchIndex } from '../src/search/build/write.ts';

const [content, out] = process.argv.slice(2);
if (content === undefined || out === undefined) {
  console.error('Usage: node scripts/run.mjs scripts/search-index.ts CONTENT OUT');
  process.exit(1);
}
const { library } = readLibrary(resolve(content), content);
rmSync(out, { recursive: true, force: true });
const total = { documents: 0, files: 0, bytes: 0 };
writeSearchIndex(library, resolve(out), ({ language, documents, files, bytes, seconds }) => {
  console.log(`Search, ${language}: ${documents} documents, ${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s`);
  total.documents += documents;
  total.files += files;
  total.bytes += bytes;
});
console.log(`Search: ${total.documents} documents, ${total.files} files, ${(total.bytes / 1e6).toFixed(1)} MB, peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
