/** Which kinds of file may be published, and the channel that reads each. What is not in this table is refused. */
import { binaryChannel } from './channels/binary.ts';
import { picture, png, woff2 } from './channels/image.ts';
import { brotli, gzipChannel, zip } from './channels/packed.ts';
import { pdf } from './channels/pdf.ts';
import { bytesToText, markupChannel, sourceMap, textChannel } from './channels/text.ts';
import type { Channel } from './sink.ts';

interface FileType {
  channel: Channel;
  /** The first bytes such a file must have (as Latin-1), so that no text hides behind an extension that is not read. */
  magic?: RegExp;
}

const page = markupChannel('page text');
const xml = markupChannel('XML');
const svg = markupChannel('SVG');
const text = textChannel('text file');
const table = textChannel('table');
const script = textChannel('script');
const json = textChannel('JSON');

/** File types by extension. */
export const FILE_TYPES = {
  html: { channel: page },
  htm: { channel: page },
  xhtml: { channel: page },
  xml: { channel: xml },
  xsl: { channel: xml },
  atom: { channel: xml },
  rss: { channel: xml },
  rdf: { channel: xml },
  svg: { channel: svg },
  js: { channel: script },
  mjs: { channel: script },
  css: { channel: textChannel('style') },
  json: { channel: json },
  jsonl: { channel: json },
  jsonld: { channel: json },
  geojson: { channel: json },
  webmanifest: { channel: json },
  map: { channel: sourceMap },
  txt: { channel: text },
  md: { channel: text },
  yaml: { channel: text },
  yml: { channel: text },
  ttl: { channel: text },
  bib: { channel: text },
  ris: { channel: text },
  csv: { channel: table },
  tsv: { channel: table },
  ics: { channel: textChannel('calendar') },
  pdf: { channel: pdf, magic: /^%PDF-/ },
  zip: { channel: zip, magic: /^PK/ },
  epub: { channel: zip, magic: /^PK/ },
  gz: { channel: gzipChannel('gzip'), magic: /^\x1f\x8b/ },
  br: { channel: brotli },
  png: { channel: png, magic: /^\x89PNG\r\n\x1a\n/ },
  jpg: { channel: picture, magic: /^\xff\xd8\xff/ },
  jpeg: { channel: picture, magic: /^\xff\xd8\xff/ },
  webp: { channel: picture, magic: /^RIFF[^]{4}WEBP/ },
  avif: { channel: picture, magic: /^[^]{4}ftyp/ },
  gif: { channel: picture, magic: /^GIF8/ },
  ico: { channel: picture, magic: /^\0\0\x01\0/ },
  woff2: { channel: woff2, magic: /^wOF2/ },
  wasm: { channel: binaryChannel('program'), magic: /^\0asm/ },
  pf_fragment: { channel: gzipChannel('search fragment'), magic: /^\x1f\x8b/ },
  pf_index: { channel: gzipChannel('search index'), magic: /^\x1f\x8b/ },
  pf_meta: { channel: gzipChannel('search index'), magic: /^\x1f\x8b/ },
  pf_filter: { channel: gzipChannel('search index'), magic: /^\x1f\x8b/ },
  pagefind: { channel: gzipChannel('search engine'), magic: /^\x1f\x8b/ },
} as const satisfies Record<string, FileType>;

/** Files without an extension that static hosts ask for. */
const PLAIN_NAMES = new Set(['_headers', '_redirects', 'CNAME', 'LICENSE', 'NOTICE', '.nojekyll']);

/** The type of a file by its name, or undefined where such a file is never published. */
export function fileType(name: string): FileType | undefined {
  const base = name.slice(name.lastIndexOf('/') + 1);
  if (PLAIN_NAMES.has(base)) return { channel: text };
  const extension = /\.([a-z0-9_]+)$/i.exec(base)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(FILE_TYPES, extension) ? FILE_TYPES[extension as keyof typeof FILE_TYPES] : undefined;
}

/** True where the first bytes are those of the type. An empty file is of any type. */
export function isOfType(type: FileType, bytes: Buffer): boolean {
  return type.magic === undefined || bytes.length === 0 || type.magic.test(bytes.toString('latin1', 0, 16));
}

/** The channel for bytes without a name: by their first bytes, else text where they are text, else any text among them. */
export function guessChannel(bytes: Buffer, name: string): Channel {
  const type = Object.values(FILE_TYPES).find((known: FileType) => known.magic && known.channel !== picture && isOfType(known, bytes) && bytes.length > 0);
  if (type) return type.channel;
  return bytes.includes(0) ? binaryChannel(name) : (data, sink) => sink.text(name, bytesToText(data));
}
