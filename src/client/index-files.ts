/** Files of the search index over the network, unpacked in the browser. Each is asked for once. */
import type { IndexReader, ReadIndex } from '../search/library-search.ts';

/**
 * Reads files below an address.
 *
 * @param base address of the index, with a slash at its end
 */
export function indexFiles(base: string): IndexReader {
  const readPacked = async (path: string): Promise<Uint8Array<ArrayBuffer>> => {
    // Folders carry a digest in their names; only the file that names them may have changed.
    const response = await fetch(base + path, path === 'languages.json' ? { cache: 'no-cache' } : {});
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  const read: ReadIndex = location.protocol === 'file:' ? (path) => fromScript(`${base}${path}.js`, path) : async (path) => unpacked(await readPacked(path));
  return { read, readPacked, unpack: (packed) => unpacked(packed as Uint8Array<ArrayBuffer>) };
}

/** Some hosts unpack .gz on the way, saying so in a header; then the bytes are plain already. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  // Written to by hand: a Blob for every file costs more than unpacking it.
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const [plain] = await Promise.all([new Response(stream.readable).arrayBuffer(), written]);
  return new Uint8Array(plain);
}

/** Files arrived in scripts and not yet taken: path → base64. */
const arrived = new Map<string, string>();

/** A file of the index in a library that is read from files, where browsers allow scripts only: each file is a script that hands it over (scripts/package.ts). */
async function fromScript(address: string, path: string): Promise<Uint8Array> {
  Object.assign(window, { comityFile: (name: string, content: string) => void arrived.set(name, content) });
  const script = document.createElement('script');
  script.src = address;
  await new Promise<void>((done, failed) => {
    script.addEventListener('load', () => done());
    script.addEventListener('error', () => failed(new Error(`${path} cannot be read.`)));
    document.head.append(script);
  });
  script.remove();
  const content = arrived.get(path)!;
  arrived.delete(path);
  return unpacked(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
}
