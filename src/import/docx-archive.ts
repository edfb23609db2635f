/**
 * A DOCX file comes from anywhere: it is opened with bounds before any converter sees it. What is handed on is packed anew from the few
 * parts that hold text, so that no other program's reading of the archive counts.
 */
import { unzipSync, zipSync, type Unzipped } from 'fflate';
import { flaw, hasErrors, type Flaw } from '../flaws/flaw.ts';
import { parseXml } from './xml.ts';

/** The longest codes of law are a few megabytes of text. */
const MOST_BYTES = 50_000_000;
const MOST_UNPACKED = 100_000_000;
const MOST_PARTS = 5_000;

const TEXT_PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w-]+\.xml|word\/_rels\/[\w-]+\.xml\.rels)$/;
const decoder = new TextDecoder('utf-8', { fatal: true });

export interface OpenedDocx {
  /** The archive with its text parts only. */
  bytes: Uint8Array;
  /** Text of word/document.xml. */
  document: string;
}

/** Opens a DOCX file. Nothing is opened where a flaw is an error. */
export function openDocx(bytes: Uint8Array, shown: string): { opened?: OpenedDocx; flaws: Flaw[] } {
  const refuse = (actual: string, expected: string): { flaws: Flaw[] } => ({ flaws: [flaw('UnreadableDocument', shown, actual, expected)] });
  if (bytes.length === 0) return { flaws: [flaw('EmptyFile', shown, 'no bytes at all', 'a Word file (.docx)')] };
  if (bytes.length > MOST_BYTES) return refuse(`a file of ${megabytes(bytes.length)}`, `at most ${megabytes(MOST_BYTES)}`);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refuse('an old Word file (.doc), or one with a password', 'a file saved as .docx, without a password');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refuse('a file that is no ZIP archive', 'a Word file (.docx)');
  let parts = 0;
  let unpacked = 0;
  let macros = false;
  let files: Unzipped;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++parts > MOST_PARTS) throw new RangeError(`more than ${MOST_PARTS} parts`);
        macros ||= /vbaProject\.bin$/i.test(name);
        if (!TEXT_PARTS.test(name)) return false;
        unpacked += originalSize;
        if (unpacked > MOST_UNPACKED) throw new RangeError(`more than ${megabytes(MOST_UNPACKED)} of text when unpacked`);
        return true;
      },
    });
  } catch (error) {
    return error instanceof RangeError && error.message.startsWith('more than') ? refuse(error.message, 'a document of usual size') : refuse('an archive that is cut off or damaged', 'a whole Word file: get it again from its source');
  }
  const main = files['word/document.xml'];
  if (!main || !files['[Content_Types].xml']) return refuse('an archive without word/document.xml', 'a Word file (.docx)');
  const flaws = Object.entries(files).flatMap(([name, content]) => partFlaws(`${shown}/${name}`, content));
  if (hasErrors(flaws)) return { flaws };
  if (macros) flaws.push(flaw('PartNotImported', shown, 'macros', 'text alone; they were not run'));
  // Sizes said of themselves may be lies; what was unpacked here is what is packed again.
  return { opened: { bytes: zipSync(files, { level: 0 }), document: decoder.decode(main) }, flaws };
}

/** Wrong with one part: no UTF-8, declarations that make little text into much, elements within elements without end. */
function partFlaws(shown: string, content: Uint8Array): Flaw[] {
  let text: string;
  try {
    text = decoder.decode(content);
  } catch {
    return [flaw('NotUtf8', shown, 'bytes that are no UTF-8', 'UTF-8')];
  }
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return [flaw('UnreadableDocument', shown, 'a document type declaration, which Word never writes', 'XML without one')];
  const root = parseXml(text, shown);
  return 'children' in root ? [] : [root];
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
