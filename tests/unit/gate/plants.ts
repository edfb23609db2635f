/** Ways by which a text could get out: each makes a file of `dist/` that carries it. */
import { gzipSync, deflateSync, brotliCompressSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

export interface Planted {
  path: string;
  bytes: Buffer;
}
/** `html` is true where the text may hold tags and entities, which only a page would show as text. */
export interface Plant {
  /** What a flaw must say. */
  channel: string;
  html: boolean;
  make: (text: string) => Planted;
}

const page = (head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>Act 8 of 2010</title>${head}</head><body><main><h1>Act</h1><p>This Act is about seizure &amp; forfeiture.</p>${body}</main></body></html>`;
const file = (path: string, content: string | Buffer): Planted => ({ path, bytes: Buffer.from(content as string) });
const attribute = (text: string): string => text.replace(/&(?!#|\w+;)/g, '&amp;').replace(/"/g, '&quot;');
const fragment = (text: string): Buffer => gzipSync(Buffer.concat([Buffer.from('pagefind_dcd'), Buffer.from(JSON.stringify({ url: '/en/laws/ke/', content: `An Act about seizure. ${text} The end.`, word_count: 9, meta: {} }))]));

export const PLANTS: Record<string, Plant> = {
  'page text': { channel: 'page text', html: true, make: (text) => file('en/index.html', page('', `<p>${text}</p>`)) },
  attribute: { channel: 'attribute', html: false, make: (text) => file('en/index.html', page(`<meta name="description" content="${attribute(text)}">`, '')) },
  'alternative text': { channel: 'attribute', html: false, make: (text) => file('en/index.html', page('', `<img src="/a.png" alt='${attribute(text).replace(/'/g, '&#39;')}'>`)) },
  comment: { channel: 'comment', html: true, make: (text) => file('en/index.html', page('', `<!-- ${text} -->`)) },
  'inline script': { channel: 'script', html: false, make: (text) => file('en/index.html', page(`<script>const note = ${JSON.stringify(text)};</script>`, '')) },
  'JSON-LD': { channel: 'JSON-LD', html: false, make: (text) => file('en/index.html', page(`<script type="application/ld+json">${JSON.stringify({ description: text }).replace(/</g, '\\u003c')}</script>`, '')) },
  'inline style': { channel: 'style', html: false, make: (text) => file('en/index.html', page(`<style>p::after{content:"${text}"}</style>`, '')) },
  JSON: { channel: 'JSON', html: true, make: (text) => file('data/laws.json', JSON.stringify({ laws: [{ note: text }] })) },
  'escaped JSON': { channel: 'JSON', html: false, make: (text) => file('data/laws.json', JSON.stringify({ note: text }).replace(/[^\0-\x7f]|[aeiou]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)) },
  script: { channel: 'script', html: false, make: (text) => file('_astro/page.js', `export const a=${JSON.stringify(text)};`) },
  style: { channel: 'style', html: false, make: (text) => file('_astro/page.css', `/* ${text} */ a{color:red}`) },
  'source map': { channel: 'source map', html: false, make: (text) => file('_astro/page.js.map', JSON.stringify({ version: 3, sources: ['a.ts'], sourcesContent: [`// ${text}\nexport {}`], mappings: 'AAAA' })) },
  feed: { channel: 'XML', html: true, make: (text) => file('en/feed.xml', `<?xml version="1.0"?><feed><entry><summary>${text}</summary></entry></feed>`) },
  SVG: { channel: 'SVG', html: true, make: (text) => file('map.svg', `<svg xmlns="http://www.w3.org/2000/svg"><title>${text}</title></svg>`) },
  'text file': { channel: 'text file', html: false, make: (text) => file('llms.txt', `Laws\n\n${text}\n`) },
  'text in UTF-16': { channel: 'text file', html: false, make: (text) => ({ path: 'llms.txt', bytes: Buffer.from(`\ufeff${text}`, 'utf16le') }) },
  table: { channel: 'table', html: false, make: (text) => file('laws.csv', `id,note\r\nke,"${text.replace(/"/g, '""')}"\r\n`) },
  calendar: { channel: 'calendar', html: false, make: (text) => file('dates.ics', `BEGIN:VEVENT\r\nSUMMARY:${text.replace(/(.{60})/g, '$1\r\n ')}\r\nEND:VEVENT\r\n`) },
  'search fragment': { channel: 'search fragment', html: false, make: (text) => ({ path: 'pagefind/fragment/en_1.pf_fragment', bytes: fragment(text) }) },
  gzip: { channel: 'gzip', html: false, make: (text) => ({ path: 'laws.json.gz', bytes: gzipSync(JSON.stringify({ note: text })) }) },
  brotli: { channel: 'brotli', html: false, make: (text) => ({ path: 'index.html.br', bytes: brotliCompressSync(page('', text)) }) },
  ZIP: { channel: 'ZIP › page text', html: true, make: (text) => ({ path: 'offline.zip', bytes: Buffer.from(zipSync({ 'en/index.html': strToU8(page('', `<p>${text}</p>`)) })) }) },
  'ZIP in ZIP': { channel: 'ZIP › ZIP › text file', html: false, make: (text) => ({ path: 'offline.zip', bytes: Buffer.from(zipSync({ 'more.zip': zipSync({ 'a.txt': strToU8(text) }) })) }) },
  'PDF text': { channel: 'PDF text', html: false, make: (text) => ({ path: 'law.pdf', bytes: makePdf(text) }) },
  'PDF title': { channel: 'PDF metadata', html: false, make: (text) => ({ path: 'law.pdf', bytes: makePdf('An Act about seizure', text) }) },
  'PNG text': { channel: 'image metadata', html: false, make: (text) => ({ path: 'map.png', bytes: makePng('tEXt', Buffer.from(`Comment\0${text}`)) }) },
  'PNG packed text': { channel: 'image metadata', html: false, make: (text) => ({ path: 'map.png', bytes: makePng('iTXt', Buffer.concat([Buffer.from('Comment\0\x01\0en\0\0'), deflateSync(text)])) }) },
  JPEG: { channel: 'image metadata', html: false, make: (text) => ({ path: 'a.jpg', bytes: Buffer.concat([Buffer.from('ffd8ffe1', 'hex'), Buffer.from('\x01\x00Exif\0\0\x00', 'latin1'), Buffer.from(text, 'utf16le'), Buffer.from('ffd9', 'hex')]) }) },
  base64: { channel: 'base64', html: false, make: (text) => file('en/index.html', page('', `<a href="data:text/plain;base64,${Buffer.from(text).toString('base64')}">x</a>`)) },
  'base64 in lines': { channel: 'base64', html: false, make: (text) => file('mail.txt', Buffer.from(text).toString('base64').replace(/(.{76})/g, '$1\r\n')) },
  hexadecimal: { channel: 'hexadecimal', html: false, make: (text) => file('_astro/page.js', `const a="${Buffer.from(text).toString('hex')}"`) },
  'URL encoding': { channel: 'attribute', html: false, make: (text) => file('en/index.html', page('', `<a href="mailto:?body=${encodeURIComponent(text)}">x</a>`)) },
  'form encoding': { channel: 'script', html: false, make: (text) => file('_astro/page.js', `fetch("/a?${new URLSearchParams({ q: text }).toString()}")`) },
  'file name': { channel: 'file name', html: false, make: (text) => file(`en/${text.normalize('NFC').replace(/[/\0\n\r\t]/g, '').slice(0, 78).replace(/[\ud800-\udbff]$/, '')}.html`, page('', '')) },
};

/**
 * A PDF of one page with a packed stream, a composite font and its ToUnicode table; lines of 40 characters.
 *
 * @param order `eye` writes each line backwards, as programs that set Arabic do
 */
export function makePdf(text: string, title = 'Act', order: 'reading' | 'eye' = 'reading'): Buffer {
  const letters = [...new Set(text)];
  const code = (letter: string): string => (letters.indexOf(letter) + 1).toString(16).padStart(4, '0');
  const rows = [...text].reduce<string[][]>((all, letter, index) => (index % 40 === 0 ? [...all, [code(letter)]] : [...all.slice(0, -1), [...all.at(-1)!, code(letter)]]), []);
  const lines = rows.map((row) => (order === 'eye' ? row.toReversed() : row).join(''));
  const content = deflateSync(`BT /F1 12 Tf ${lines.map((line) => `[<${line.slice(0, 8)}> -20 <${line.slice(8)}>] TJ 0 -14 Td`).join('\n')} ET`);
  const utf16 = (value: string): string => Buffer.from(value, 'utf16le').swap16().toString('hex');
  const table = deflateSync(`1 begincodespacerange <0000> <ffff> endcodespacerange ${letters.length} beginbfchar ${letters.map((letter) => `<${code(letter)}> <${utf16(letter)}>`).join('\n')} endbfchar`);
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F1 5 0 R>>>>>>',
    '<</Type/Page/Parent 2 0 R/Contents 4 0 R>>',
    Buffer.concat([Buffer.from(`<</Filter/FlateDecode/Length ${content.length}>>stream\n`), content, Buffer.from('\nendstream')]),
    '<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R>>',
    Buffer.concat([Buffer.from(`<</Filter/FlateDecode/Length ${table.length}>>stream\n`), table, Buffer.from('\nendstream')]),
    `<</Title<feff${utf16(title)}>>>`,
  ];
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...objects.flatMap((object, index) => [Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n')]), Buffer.from('trailer<</Root 1 0 R/Info 7 0 R>>\n%%EOF')]);
}

function makePng(type: string, data: Buffer): Buffer {
  const chunk = (name: string, bytes: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, Buffer.from(name, 'latin1'), bytes, Buffer.alloc(4)]);
  };
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', Buffer.alloc(13)), chunk(type, data), chunk('IDAT', deflateSync(Buffer.alloc(64))), chunk('IEND', Buffer.alloc(0))]);
}
