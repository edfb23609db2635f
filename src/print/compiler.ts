/** Typst's native compiler, where the platform has it, and the fonts it sets with. Nothing is downloaded and no font of the system is used. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

interface Binding {
  NodeCompiler: {
    create: (options: { workspace: string; fontArgs: ({ fontBlobs: Buffer[] } | { fontPaths: string[] })[]; inputs?: Record<string, string> }) => Compiler;
  };
}
interface Compiler {
  mapShadow: (path: string, content: Buffer) => void;
  compile: (options: { mainFileContent: string; inputs?: Record<string, string> }) => { result: { numOfPages: number } | null; hasError: () => boolean; takeDiagnostics: () => unknown; takeWarnings: () => unknown };
  fetchDiagnostics: (diagnostics: unknown) => Diagnostic[];
  pdf: (document: unknown, options: { pdfStandard: string; creationTimestamp: number }) => Buffer;
  evictCache: (age: number) => void;
}
interface Diagnostic { severity?: string; message: string; range?: unknown; hints?: string[] }

const PLATFORM_PACKAGES = ['linux-x64-gnu', 'linux-x64-musl', 'linux-arm64-gnu', 'darwin-arm64', 'darwin-x64', 'win32-x64-msvc'].map((platform) => `@myriaddreamin/typst-ts-node-compiler-${platform}`);

/** The native binding; undefined where the platform has none. */
export function loadBinding(project: string): Binding | undefined {
  const require = createRequire(join(project, 'package.json'));
  for (const name of PLATFORM_PACKAGES) {
    try {
      return require(name) as Binding;
    } catch {
      continue; // not the package of this platform
    }
  }
  return undefined;
}

/** Families to set a language with, in order; undefined where a font is not installed. Libertinus Serif comes within the binding. */
export function fontsFor(language: string, project: string): { families: string[]; files: Buffer[] } | undefined {
  const at = (...parts: string[]): string => join(project, 'node_modules', ...parts);
  if (language === 'ar') {
    const files = ['400-normal', '700-normal'].map((style) => at('@fontsource/amiri/files', `amiri-arabic-${style}.woff`));
    return files.every(existsSync) ? { families: ['Amiri', 'Libertinus Serif'], files: files.map((file) => woffToFont(readFileSync(file))) } : undefined;
  }
  if (language === 'zh') {
    const files = ['400Regular/NotoSerifSC_400Regular.ttf', '700Bold/NotoSerifSC_700Bold.ttf'].map((name) => at('@expo-google-fonts/noto-serif-sc', name));
    return files.every(existsSync) ? { families: ['Libertinus Serif', 'Noto Serif SC'], files: files.map((file) => readFileSync(file)) } : undefined;
  }
  return { families: ['Libertinus Serif'], files: [] };
}

/** Fonts of all scripts that are installed: a law in one language names things in another. */
export function fontsForAll(project: string): { families: { latin: string; arabic?: string; chinese?: string }; files: Buffer[] } {
  const [arabic, chinese] = [fontsFor('ar', project), fontsFor('zh', project)];
  return {
    families: { latin: 'Libertinus Serif', ...(arabic ? { arabic: 'Amiri' } : {}), ...(chinese ? { chinese: 'Noto Serif SC' } : {}) },
    files: [...(arabic?.files ?? []), ...(chinese?.files ?? [])],
  };
}

/** What a compiler says of a volume that cannot be made. */
export class PrintError extends Error {}

export interface Printed {
  pdf: Buffer;
  pages: number;
}

/** One compiler a language: fonts are read once. */
export class Press {
  private readonly compiler: Compiler;

  constructor(binding: Binding, project: string, files: Buffer[]) {
    this.compiler = binding.NodeCompiler.create({ workspace: join(project, 'src/print'), fontArgs: [{ fontBlobs: files }] });
  }

  /**
   * Sets a volume and writes it once for each standard.
   *
   * @param source Typst markup
   * @param standards `ua-1`, `a-2a`
   * @param timestamp seconds since 1970, for the file's own dates
   * @throws PrintError with what the compiler says
   */
  print(source: string, standards: readonly string[], timestamp: number): Printed[] {
    const outcome = this.compiler.compile({ mainFileContent: source });
    if (outcome.hasError() || !outcome.result) throw new PrintError(this.say(outcome.takeDiagnostics(), source));
    const warnings = outcome.takeWarnings();
    // A font that is not there is only a warning to Typst; to a reader it is a page in another face.
    if (warnings) throw new PrintError(this.say(warnings, source));
    const { result } = outcome;
    return standards.map((pdfStandard) => {
      try {
        return { pdf: this.compiler.pdf(result, { pdfStandard, creationTimestamp: timestamp }), pages: result.numOfPages };
      } catch (error) {
        throw new PrintError(`${pdfStandard}: ${words(error instanceof Error ? error.message : String(error))}`);
      }
    });
  }

  /** Frees what the last volume left. */
  rest(): void {
    this.compiler.evictCache(0);
  }

  private say(diagnostics: unknown, source: string): string {
    const lines = source.split('\n');
    return this.compiler
      .fetchDiagnostics(diagnostics)
      .slice(0, 8)
      .map(({ message, hints, range }) => {
        const line = /"?line"?\D+(\d+)|^(\d+):/.exec(typeof range === 'string' ? range : JSON.stringify(range ?? ''));
        const number = Number(line?.[1] ?? line?.[2] ?? Number.NaN);
        return [message, ...(hints ?? []), ...(Number.isNaN(number) ? [] : [`  near: ${(lines[number] ?? '').slice(0, 200)}`])].join('\n');
      })
      .join('\n');
  }
}

/** The binding prints Rust's own form of a diagnostic; a person needs the messages. */
function words(text: string): string {
  const messages = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message]) => message!.replace(/\\(.)/g, '$1'));
  return messages.length === 0 ? text : messages.slice(0, 8).join('\n');
}

/**
 * WOFF 1 → the OpenType font it wraps: its tables inflated, under a new directory.
 *
 * @see https://www.w3.org/TR/WOFF/
 */
export function woffToFont(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new RangeError('Unexpected file, expected a WOFF 1 font');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = 44 + 20 * index;
    const offset = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(offset, offset + woff.readUInt32BE(entry + 8));
    const length = woff.readUInt32BE(entry + 12);
    return { tag: woff.subarray(entry, entry + 4), checksum: woff.readUInt32BE(entry + 16), data: packed.length < length ? inflateSync(packed) : packed };
  });
  const power = 31 - Math.clz32(count);
  const directory = Buffer.alloc(12 + 16 * count);
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(16 << power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * count - (16 << power), 10);
  const parts: Uint8Array[] = [directory];
  let position = directory.length;
  tables.forEach(({ tag, checksum, data }, index) => {
    const row = 12 + 16 * index;
    tag.copy(directory, row);
    directory.writeUInt32BE(checksum, row + 4);
    directory.writeUInt32BE(position, row + 8);
    directory.writeUInt32BE(data.length, row + 12);
    const padding = -data.length & 3;
    parts.push(data, Buffer.alloc(padding));
    position += data.length + padding;
  });
  return Buffer.concat(parts);
}
