/** Files of the search index over the network, unpacked in the browser. Each is asked for once. */
import type { ReadIndex } from '../search/library-search.ts';

/**
 * Reads files below an address.
 *
 * @param base address of the index, with a slash at its end
 */
export function indexFiles(base: string): ReadIndex {
  return async (path) => {
    // Folders carry a digest in their names; only the file that names them may have changed.
    const response = await fetch(base + path, path === 'languages.json' ? { cache: 'no-cache' } : {});
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    // Some hosts unpack .gz on the way, saying so in a header; then the bytes are plain already.
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    // Written to by hand: a Blob for every file costs more than unpacking it.
    const stream = new DecompressionStream('gzip');
    const writer = stream.writable.getWriter();
    const written = writer.write(bytes).then(() => writer.close());
    const [unpacked] = await Promise.all([new Response(stream.readable).arrayBuffer(), written]);
    return new Uint8Array(unpacked);
  };
}
