import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Flaw } from '../../../src/flaws/flaw.ts';
import { NO_FINGERPRINTS } from '../../../src/gate/fingerprint.ts';
import { GateRefusal, refuse, scan } from '../../../src/gate/gate.ts';
import { makePdf, PLANTS, type Planted } from './plants.ts';
import { ARABIC, CHINESE, EMAIL, FINGERPRINTS, ID, NAME, PERSON, PHONE, RUSSIAN, SENTENCE } from './record.ts';

let dist: string;
beforeEach(() => {
  dist = join(mkdtempSync(join(tmpdir(), 'gate-')), 'dist');
  mkdirSync(dist);
});
afterEach(() => rmSync(dirname(dist), { recursive: true, force: true }));

function put({ path, bytes }: Planted): Flaw[] {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), bytes);
  return scan(dist, FINGERPRINTS);
}
const putText = (path: string, text: string): Flaw[] => put({ path, bytes: Buffer.from(text) });
const names = (flaws: readonly Flaw[]): string[] => [...new Set(flaws.map((found) => found.name))];
const found = (flaws: readonly Flaw[]): string => flaws.map((flaw) => `${flaw.name}: ${flaw.actual}`).join('\n');

describe('a restricted sentence is caught, and its channel named, in', () => {
  for (const [name, plant] of Object.entries(PLANTS)) {
    it(name, () => {
      const flaws = put(plant.make(SENTENCE));
      expect(found(flaws)).toContain(plant.channel);
      expect(found(flaws)).toContain('restricted sentence');
      expect(JSON.stringify(flaws)).not.toContain('magistrate before first');
    });
    it(`${name}: ordinary text passes`, () => {
      expect(found(put(plant.make('A person who directs a criminal organization commits an offence and is liable on conviction to imprisonment.')))).toBe('');
    });
  }
});

describe('a restricted sentence is caught in JSON', () => {
  const lines = (text: string): string => text.replaceAll(' ', '\n');
  const base64 = Buffer.from(SENTENCE.repeat(3)).toString('base64').replace(/.{76}/g, '$&\r\n');
  it.each([
    ['with a line end between its words', JSON.stringify([lines(SENTENCE)])],
    ['with quotation marks and tabs between its words', JSON.stringify({ text: SENTENCE.replaceAll(' ', '"\t"') })],
    ['behind an escaped backslash', JSON.stringify([`C:\\${SENTENCE}`])],
    ['as JSON in JSON', JSON.stringify([JSON.stringify([JSON.stringify([lines(SENTENCE)])])])],
    ['with its letters written as numbers', `["${[...SENTENCE].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"]`],
    ['over two values', JSON.stringify([SENTENCE.slice(0, 40), SENTENCE.slice(40)])],
    ['as base64 in lines', JSON.stringify({ file: base64 })],
    ['as base64 with escaped slashes', JSON.stringify([Buffer.from(`${CHINESE} ${SENTENCE}`).toString('base64')]).replaceAll('/', '\\/')],
    ['twice under one key', `{"text":"${SENTENCE}","text":"\\n"}`],
  ])('%s', (_, json) => {
    JSON.parse(json);
    expect(found(putText('data.json', json))).toContain('restricted sentence');
    expect(found(put({ path: 'data.gz', bytes: gzipSync(json) }))).toContain('restricted sentence');
  });
});

describe('every kind of secret is caught in the text of a page', () => {
  const page = (text: string): Flaw[] => putText('index.html', `<p>Write to ${text} today.</p>`);
  it.each([
    ['a name', NAME, 'name'],
    ['a person', PERSON.toUpperCase(), 'name'],
    ['an e-mail address', EMAIL, 'email'],
    ['an e-mail address in entities', EMAIL.replace('@', '&#64;').replace('.', '&period;'), 'email'],
    ['an e-mail address hidden from robots', EMAIL.replace('@', ' (at) ').replace('.example', ' [dot] example'), 'email'],
    ['an e-mail address split by tags', EMAIL.replace('desk', 'de<i></i>sk'), 'email'],
    ['a phone number', PHONE, 'phone'],
    ['a phone number without spaces', '+999215550142', 'phone'],
    ['a phone number with other punctuation', '00999/21-55.50-142', 'phone'],
    ['a phone number as dialled in the country', '(021) 555 01 42', 'phone'],
    ['a phone number with the zero of the country', '+999 (0)21 5550142', 'phone'],
    ['a phone number in Arabic digits', '٩٩٩ ٢١ ٥٥٥ ٠١٤٢', 'phone'],
    ['a sentence in Russian', RUSSIAN.toUpperCase(), 'sentence'],
    ['a sentence in Arabic, with vowel marks and tatweel', ARABIC.replace(/ا/g, 'اَـ'), 'sentence'],
    ['a sentence in Chinese', [...CHINESE].join('\u200b'), 'sentence'],
    ['half a sentence', SENTENCE.slice(30, 95), 'sentence'],
  ])('%s', (_, text, kind) => expect(found(page(text))).toContain(`a restricted ${kind} in the channel \`page text\``));

  it('numbers that only look like it pass', () => {
    expect(found(page('5 550 143, 21 555, 0143, 999 21 555, 2010-11-15, UNTS 2225 p. 209, I-39574'))).toBe('');
  });
  it('titles of treaties and codes of the schema, which are public, pass', () => {
    expect(found(page('United Nations Convention against Transnational Organized Crime, mutual_legal_assistance, ministry_justice'))).toBe('');
  });
});

describe('PDF', () => {
  it('Arabic that stands in the order of the eye is read line by line from the right', () => {
    expect(found(put({ path: 'law.pdf', bytes: makePdf(ARABIC, 'Act', 'eye') }))).toContain('a restricted sentence in the channel `PDF text`');
  });
  it('text that Typst has hyphenated and justified is caught', ({ skip }) => {
    const compiler = typst();
    if (!compiler) return skip('no Typst for this machine');
    const bytes = compiler.create().pdf({ mainFileContent: `#set page(width: 6cm)\n#set par(justify: true)\n#set text(hyphenate: true)\n#lorem(20) #"${SENTENCE}" #lorem(20)` });
    expect(found(put({ path: 'law.pdf', bytes: Buffer.from(bytes) }))).toContain('a restricted sentence in the channel `PDF text`');
  });
});

describe('paths', () => {
  it('a folder called restricted is caught', () => {
    expect(found(putText('restricted/a.html', ''))).toBe('RestrictedPath: the word `restricted` in the channel `file name`');
  });
  it('the id of a record is caught as a folder and as a file', () => {
    expect(names(putText(`en/${ID}/index.html`, ''))).toEqual(['RestrictedPath']);
    expect(names(putText(`en/${ID.toUpperCase()}.json`, ''))).toEqual(['RestrictedPath']);
  });
  it('a source map that names a restricted file is caught', () => {
    expect(found(putText('a.js.map', '{"sources":["../../restricted/authorities/xa/a.md"]}'))).toContain('RestrictedPath: the path of a restricted file in the channel `source map`');
  });
  it('a file inside a ZIP is held to the same rules', () => {
    expect(found(put(PLANTS['ZIP in ZIP']!.make('x')))).toBe('');
    expect(found(put({ path: 'b.zip', bytes: zipOf('restricted/tool.exe') }))).toMatch(/RestrictedPath: the word `restricted` in the channel `ZIP › file name`\nUnknownFileType/);
  });
});

describe('what the gate cannot read is refused', () => {
  it.each([
    ['an unknown type', 'a.exe', Buffer.from('x')],
    ['no extension', 'data', Buffer.from('x')],
    ['text that calls itself a font', 'a.woff2', Buffer.from('name@host.example')],
    ['a broken fragment', 'a.pf_fragment', Buffer.from('1f8b080000', 'hex')],
    ['an encrypted PDF', 'a.pdf', Buffer.from('%PDF-1.7\ntrailer<</Encrypt 3 0 R>>')],
    ['a PDF without letters', 'a.pdf', makePdf('')],
    ['a PDF whose font has no meaning', 'a.pdf', Buffer.from(makePdf('An Act').toString('latin1').replace('/ToUnicode 6 0 R', ''), 'latin1')],
  ])('%s', (_, path, bytes) => expect(names(put({ path, bytes }))).toEqual(['UnknownFileType']));

  it('a symbolic link', () => {
    symlinkSync('/etc/hostname', join(dist, 'a.txt'));
    expect(names(scan(dist, FINGERPRINTS))).toEqual(['UnknownFileType']);
  });
  it('a folder that is not there', () => {
    expect(() => scan(join(dist, 'nowhere'), FINGERPRINTS)).toThrow('ENOENT');
  });
});

describe('the gate', () => {
  it('passes a clean site, with and without fingerprints', () => {
    putText('en/laws/ke/act/2010/8/index.html', '<p>Clean &amp; public.</p>');
    put({ path: 'pagefind/wasm.en.pagefind', bytes: gzipSync(Buffer.from('\0asm\x01\0\0\0', 'latin1')) });
    expect(scan(dist, FINGERPRINTS)).toEqual([]);
    expect(scan(dist, NO_FINGERPRINTS)).toEqual([]);
    refuse(dist, []);
    expect(existsSync(dist)).toBe(true);
  });
  it('without fingerprints still refuses paths and unknown types', () => {
    putText('restricted/a.exe', '');
    expect(names(scan(dist, NO_FINGERPRINTS))).toEqual(['RestrictedPath', 'UnknownFileType']);
  });
  it('removes the folder and throws the flaws on a leak', () => {
    const flaws = putText('index.html', SENTENCE);
    expect(() => refuse(dist, flaws)).toThrow(GateRefusal);
    expect(existsSync(dist)).toBe(false);
  });
  it('never removes a project', () => {
    const flaws = putText('index.html', SENTENCE);
    putText('package.json', '{}');
    expect(() => refuse(dist, flaws)).toThrow('does not look like a build');
    expect(existsSync(dist)).toBe(true);
  });
  it('says in which file, by which channel and what kind, and not what', () => {
    expect(putText('en/index.html', `<p title="${PHONE}">`).map(({ place, actual }) => [place.file, actual.replace(/[0-9a-f]{16}/, '…')])).toMatchInlineSnapshot(`
      [
        [
          "dist/en/index.html",
          "a restricted phone in the channel \`attribute\` (2 fingerprints, first \`…\`)",
        ],
      ]
    `);
  });
});

/** The compiler of this machine, whichever of its packages is installed. */
function typst(): { create: () => { pdf: (options: { mainFileContent: string }) => Uint8Array } } | undefined {
  const require = createRequire(import.meta.url);
  for (const platform of ['linux-x64-gnu', 'linux-x64-musl', 'linux-arm64-gnu', 'win32-x64-msvc', 'darwin-arm64']) {
    try {
      return require(`@myriaddreamin/typst-ts-node-compiler-${platform}`).NodeCompiler;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return undefined;
}

function zipOf(name: string): Buffer {
  const entry = Buffer.alloc(30 + name.length);
  entry.write('PK\x03\x04', 'latin1');
  entry.writeUInt16LE(name.length, 26);
  entry.write(name, 30);
  const central = Buffer.alloc(46 + name.length);
  central.write('PK\x01\x02', 'latin1');
  central.writeUInt16LE(name.length, 28);
  central.write(name, 46);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 16);
  return Buffer.concat([entry, central, end]);
}
