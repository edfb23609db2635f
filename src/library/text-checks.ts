/**
 * What may be wrong with the text of a record: numbers that come twice, links that lead nowhere, notes without text.
 * Pages can be built with most of it, so these checks belong to the linter and not to the reading of the library.
 */
import { parseCitation } from '../domain/citation.ts';
import { isEid } from '../domain/eid.ts';
import { parseWork } from '../domain/iri.ts';
import { isLanguage, LANGUAGE_CODES } from '../domain/language.ts';
import type { FlawName } from '../flaws/catalogue.ts';
import { flaw, nearest, type Flaw, type Place } from '../flaws/flaw.ts';
import { splitOwnId } from '../markdown/provisions.ts';
import { LANGUAGE_MARK } from '../markdown/text.ts';
import { locate, pointOf, scanText, type Point, type Scan } from '../markdown/scan.ts';
import type { Entry } from './entry.ts';
import { foreignPiece, textLanguageFlaw, wordsLanguageFlaws, type ForeignPiece } from './language-checks.ts';
import { placeIn } from './links.ts';
import { workPath, type Library } from './library.ts';
import { bodyOf } from './read.ts';
import { translationFlaws } from './translation-checks.ts';

/** Longer texts (in UTF-16 code units) are slow to open on a slow link. */
const VERY_LARGE = 1_000_000;
/** A text this short needs no headings. */
const SHORT = 2_000;

/** A text scanned, with its place in its file; made once per record, however many checks ask. */
export interface ScannedText {
  entry: Entry<unknown>;
  /** The text, read anew: texts are not kept. */
  body: () => string;
  scan: Scan;
  eids: ReadonlySet<string>;
  /** The first words in another script than the text's. */
  foreign?: { piece: ForeignPiece; point: Point } | undefined;
  /** A point of the text → its place in the file. */
  place: (point: Point) => Place;
}

/** Reads and scans texts of a library, each once. */
export function textScanner(library: Library): (entry: Entry<unknown>) => ScannedText {
  const scans = new Map<string, ScannedText>();
  return (entry) => {
    let found = scans.get(entry.file.path);
    if (!found) {
      const body = (): string => bodyOf(library, entry);
      const text = body();
      const scan = scanText(text);
      const { language } = entry.data as { language?: string };
      const piece = language === undefined ? undefined : foreignPiece(text, language);
      const eids = new Set(scan.headings.map((heading) => heading.provision.eid));
      found = { entry, body, scan, eids, foreign: piece && { piece, point: pointOf(text, piece.index) }, place: ({ line, column }) => ({ file: entry.file.shown, line: line + entry.bodyLine - 1, column }) };
      scans.set(entry.file.path, found);
    }
    return found;
  };
}

/**
 * Flaws of the texts of records.
 *
 * @param asked paths of the records to look at; all unless given
 */
export function textFlaws(library: Library, asked: (path: string) => boolean = () => true, scanned: (entry: Entry<unknown>) => ScannedText = textScanner(library)): Flaw[] {
  const flaws: Flaw[] = [];
  for (const work of library.laws.values()) {
    for (const entry of new Set([...work.expressions, ...work.versions])) {
      if (!asked(entry.file.path)) continue;
      const text = scanned(entry);
      flaws.push(...headingFlaws(text, entry.data.text === 'full'), ...sharedFlaws(library, scanned, text));
    }
    flaws.push(...translationFlaws(work, scanned, asked));
  }
  const others = [
    ...[...library.cases.values()].flatMap((work) => work.expressions),
    ...[...library.crimes.values(), ...library.networks.values()].flatMap((languages) => [...languages.values()]),
    ...library.states.values(),
  ];
  for (const entry of others) if (asked(entry.file.path)) flaws.push(...sharedFlaws(library, scanned, scanned(entry)));
  return flaws;
}

function headingFlaws({ entry, body, scan, place }: ScannedText, full: boolean): Flaw[] {
  const flaws: Flaw[] = [];
  if (entry.bodyLength > VERY_LARGE) {
    flaws.push(flaw('VeryLargeText', place({ line: 1, column: 1 }), `a text of ${entry.bodyLength} characters`, `at most ${VERY_LARGE}`));
  }
  if (full && scan.headings.length === 0 && entry.bodyLength > SHORT) {
    flaws.push(flaw('NoHeadings', place({ line: 1, column: 1 }), `a text of ${entry.bodyLength} characters without a heading`, 'a heading for each article or section'));
  }
  const repeated = scan.headings.filter((heading) => heading.provision.repeated);
  if (repeated.length === 0) return flaws;
  const at = locate(body());
  for (const { index, provision, text } of repeated) {
    flaws.push(flaw('DuplicateProvision', place(at('heading', index)), `\`${clip(text)}\` again`, `a number used once; links to this one need \`#${provision.eid}\``));
  }
  return flaws;
}

/** Flaws that any text may have. */
function sharedFlaws(library: Library, scanned: (entry: Entry<unknown>) => ScannedText, text: ScannedText): Flaw[] {
  const { body, scan, place } = text;
  let points: ReturnType<typeof locate> | undefined;
  const at: ReturnType<typeof locate> = (kind, index) => (points ??= locate(body()))(kind, index);
  const flaws: Flaw[] = [];
  for (const { index, text: words } of scan.headings) {
    const { id } = splitOwnId(words);
    if (id !== undefined && !isEid(id)) flaws.push(flaw('InvalidProvisionId', place(at('heading', index)), `\`{#${clip(id)}}\``, 'an eId such as `{#sec_5}`'));
  }
  for (const { kind, index, address } of scan.links) {
    const wrong = linkFlaw(library, scanned, text, address);
    if (wrong) flaws.push(flaw(wrong.name, place(at(kind, index)), `a link to \`${clip(address)}\``, wrong.expected, wrong.suggestion));
  }
  if (text.foreign) flaws.push(textLanguageFlaw(text.foreign.piece, place(text.foreign.point)));
  flaws.push(...wordsLanguageFlaws(text.entry, (path) => placeIn(library.root, text.entry, path)));
  if (scan.html > 0) flaws.push(flaw('RawHtml', place(at('html', 0)), times(scan.html, 'piece of HTML', 'pieces of HTML'), 'Markdown'));
  if (scan.pictures > 0) flaws.push(flaw('PictureInText', place(at('image', 0)), times(scan.pictures, 'picture', 'pictures'), 'text'));
  for (const { mark, point } of scan.footnotes.textless) flaws.push(flaw('UnknownFootnote', place(point), `\`${clip(mark)}\``, `a line that begins with \`${clip(mark)}:\``));
  scan.footnotes.defined.forEach((name, index) => {
    if (!scan.footnotes.used.has(name)) flaws.push(flaw('UnusedFootnote', place(at('footnoteDefinition', index)), `\`[^${clip(name)}]:\``, `a mark \`[^${clip(name)}]\` in the text`));
  });
  if (scan.stray) flaws.push(flaw('StrayFrontMatter', place(scan.stray.point), `\`${scan.stray.line}\` in the text`, 'one front matter, at the top'));
  return flaws;
}

function linkFlaw(library: Library, scanned: (entry: Entry<unknown>) => ScannedText, { eids }: ScannedText, address: string): { name: FlawName; expected: string; suggestion?: string | undefined } | undefined {
  if (/^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@)/i.test(address)) return undefined;
  if (address.startsWith(LANGUAGE_MARK)) return isLanguage(address.slice(LANGUAGE_MARK.length)) ? undefined : { name: 'BrokenLink', expected: 'a language of the library such as `lang:fra`', suggestion: mark(nearest(address.slice(LANGUAGE_MARK.length), LANGUAGE_CODES)) };
  if (address.startsWith('#')) {
    const id = decode(address.slice(1));
    return eids.has(id) ? undefined : { name: 'UnknownProvision', expected: 'a provision of this text', suggestion: hash(nearest(id, eids)) };
  }
  const citation = parseCitation(decode(address));
  // An alias or a work's path; "annex.pdf" is neither.
  if (!citation || !(/^[a-z][a-z0-9-]*$/.test(citation.work) || parseWork(citation.work))) return { name: 'BrokenLink', expected: 'a record such as `untoc#art_18`, a provision of this text such as `#sec_5`, or a web address' };
  const path = workPath(library, citation.work);
  if (path === undefined) {
    return { name: 'UnknownWork', expected: 'the alias or path of a work of the library', suggestion: nearest(citation.work, [...library.aliases.keys(), ...library.laws.keys()]) };
  }
  if (citation.eid === undefined) return undefined;
  const known = scanned((library.laws.get(path) ?? library.cases.get(path))!.expressions[0]!).eids;
  if (known.has(citation.eid)) return undefined;
  const suggestion = nearest(citation.eid, known);
  return { name: 'UnknownProvision', expected: `a provision of \`${citation.work}\``, suggestion: suggestion && `${citation.work}#${suggestion}` };
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function hash(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `#${id}`;
}

function mark(language: string | undefined): string | undefined {
  return language === undefined ? undefined : `${LANGUAGE_MARK}${language}`;
}

function times(count: number, one: string, many: string): string {
  return count === 1 ? `a ${one}` : `${count} ${many}`;
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
