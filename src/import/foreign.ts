/**
 * A text of a collection that is not ours → what is known of it. Two forms are read:
 *
 * - `en/ca-e-23-01.md`: Markdown with front matter (title, country, date, language in BCP 47, source, licence …);
 * - `opiumwet/nld@2013-07-01.md`: a dated version of the law its folder names, without front matter.
 */
import { z } from 'zod';
import { isJurisdiction } from '../domain/jurisdiction.ts';
import { isLanguage, isoToTag, tagToIso } from '../domain/language.ts';
import { isWholeDate } from '../domain/date.ts';
import { flaw, hasErrors, type Flaw } from '../flaws/flaw.ts';
import { decodeText, type SourceFile } from '../library/disk.ts';
import { checkSchema, readYaml, splitFrontMatter } from '../schema/parse.ts';
import { partialDate, text } from '../schema/fields.ts';

/** Front matter of collections. Keys beyond these are reported and left out. */
const foreignKeys = {
  title: text.optional(),
  title_nl: text.optional(),
  country: text.optional(),
  jurisdiction: text.optional(),
  date: partialDate.optional(),
  language: text.optional(),
  source: text.optional(),
  licence: text.optional(),
  license: text.optional(),
  kind: text.optional(),
  citation: text.optional(),
  identifier: text.optional(),
  amended: partialDate.optional(),
  summary: text.optional(),
  status: text.optional(),
  category: text.optional(),
};
const foreignSchema = z.looseObject(foreignKeys);

export type ForeignData = Partial<Record<keyof typeof foreignKeys, string>>;

/** A text of a collection, read. */
export interface ForeignText {
  file: SourceFile;
  /** Jurisdiction as the library writes it: `ca`, `us-dc`. */
  jurisdiction: string;
  /** True where the jurisdiction was concluded from the language only. */
  jurisdictionGuessed: boolean;
  /** ISO 639-3. */
  language: string;
  /** BCP 47, as the collection writes it. */
  tag: string;
  /** Name of the work in its collection: file name without language, version and ending, or the folder's. */
  name: string;
  /** Work path, where the text itself says it. */
  work?: string;
  /** Day of the version, for a dated version. */
  version?: string;
  title: string;
  data: ForeignData;
  /** Text after the front matter, with line feeds only, otherwise byte for byte as it was. */
  body: string;
}

export interface ForeignOptions {
  /** Jurisdiction of texts that name none. */
  country?: string | undefined;
}

const VERSION_NAME = /^(?<language>[a-z]{3})@(?<version>\d{4}-\d{2}-\d{2})$/;

/**
 * Reads a text of a collection.
 *
 * @param bytes content of the file
 * @returns the text, or nothing where a flaw is an error
 */
export function readForeign(file: SourceFile, bytes: Uint8Array, options: ForeignOptions): { foreign?: ForeignText; flaws: Flaw[] } {
  const { text: source, flaws: found } = decodeText(bytes, file.shown);
  // A byte order mark and carriage returns are mended on the way in: no need to trouble anyone.
  const flaws = found.filter((each) => each.level === 'error');
  if (source === undefined || hasErrors(flaws)) return { flaws };
  const parts = file.path.replace(/\.(?:md|mdx)$/, '').split('/');
  const last = parts.at(-1)!;
  const dated = VERSION_NAME.exec(last);
  if (dated && !isWholeDate(dated.groups!['version']!)) {
    return { flaws: [...flaws, flaw('InvalidDate', file.shown, `\`${last}\``, 'a day the calendar has')] };
  }
  const hasFrontMatter = /^---/.test(source);
  if (dated && !hasFrontMatter) return readVersion(file, source, parts.at(-2) ?? last, dated.groups!['language']!, dated.groups!['version']!, options, flaws);
  const split = splitFrontMatter(source, file.shown);
  if ('name' in split) return { flaws: [...flaws, split] };
  const yaml = readYaml(split.yaml, file.shown, split.yamlLine);
  const { record, flaws: wrong } = checkSchema(foreignSchema, yaml);
  flaws.push(...wrong);
  if (!record) return { flaws };
  for (const key of Object.keys(record)) {
    if (!Object.hasOwn(foreignKeys, key)) flaws.push(flaw('KeyNotImported', yaml.placeOf([key], 'key'), `\`${key}\``, `one of ${Object.keys(foreignKeys).join(', ')}`));
  }
  const data = record as ForeignData;
  const tag = data.language ?? folderLanguage(parts) ?? dated?.groups!['language'];
  if (tag === undefined) return { flaws: [...flaws, flaw('MissingKey', file.shown, 'no `language`', 'a language as BCP 47 writes it, such as `en` or `zh-Hant`')] };
  const language = isoOfTag(tag);
  if (language === undefined) {
    return { flaws: [...flaws, flaw('InvalidValue', yaml.placeOf(['language']), `\`language: ${tag}\``, 'a language of src/domain/language.ts, as BCP 47 writes it')] };
  }
  const code = data.jurisdiction ?? data.country ?? options.country;
  if (code === undefined) return { flaws: [...flaws, flaw('MissingKey', file.shown, 'no `country`', 'an ISO 3166 code such as `CA`, or the option --country')] };
  const place = jurisdictionOf(code, language);
  if (place === undefined) {
    return { flaws: [...flaws, flaw('InvalidValue', yaml.placeOf([data.jurisdiction === undefined ? 'country' : 'jurisdiction']), `\`${data.jurisdiction ?? data.country}\``, 'an ISO 3166 code such as `CA` or `US-DC`, or `UN`')] };
  }
  const title = data.title ?? firstHeading(split.body);
  if (title === undefined) return { flaws: [...flaws, flaw('MissingKey', file.shown, 'neither `title` nor a heading', 'the title of the text')] };
  return {
    foreign: {
      file, ...place, language, tag, title, data, body: split.body,
      name: dated ? (parts.at(-2) ?? last) : last.endsWith(`.${tag}`) ? last.slice(0, -tag.length - 1) : last,
      ...(dated ? { version: dated.groups!['version']! } : {}),
    },
    flaws,
  };
}

function readVersion(file: SourceFile, body: string, name: string, language: string, version: string, options: ForeignOptions, flaws: Flaw[]): { foreign?: ForeignText; flaws: Flaw[] } {
  if (!isLanguage(language)) return { flaws: [...flaws, flaw('InvalidValue', file.shown, `\`${language}@${version}\``, 'an ISO 639-3 language of src/domain/language.ts')] };
  const title = firstHeading(body);
  if (title === undefined) {
    return { flaws: [...flaws, body.trim() === '' ? flaw('EmptyFile', file.shown, 'no text at all', 'the text of a law') : flaw('MissingKey', file.shown, 'no heading', 'a first heading, which gives the title')] };
  }
  const place = jurisdictionOf(options.country, language);
  if (place === undefined) return { flaws: [...flaws, flaw('InvalidValue', file.shown, `\`--country=${options.country}\``, 'an ISO 3166 code')] };
  return { foreign: { file, ...place, language, tag: isoToTag(language), name, version, title, data: {}, body }, flaws };
}

/** Jurisdiction from a code; without one, the country the language is chiefly written in (CLDR likely subtags). */
function jurisdictionOf(code: string | undefined, language: string): { jurisdiction: string; jurisdictionGuessed: boolean } | undefined {
  const given = code?.toLowerCase();
  if (given !== undefined) return isJurisdiction(given) ? { jurisdiction: given, jurisdictionGuessed: false } : undefined;
  return { jurisdiction: new Intl.Locale(isoToTag(language)).maximize().region!.toLowerCase(), jurisdictionGuessed: true };
}

/** Language of the nearest folder that is named by one: `en/…`. */
function folderLanguage(parts: readonly string[]): string | undefined {
  return parts.slice(0, -1).reverse().find((part) => isoOfTag(part) !== undefined);
}

function isoOfTag(tag: string): string | undefined {
  if (isLanguage(tag)) return tag;
  try {
    return tagToIso(tag);
  } catch {
    return undefined;
  }
}

/** Words of the first heading, also where the space after the number signs is missing, as in some collections. */
function firstHeading(body: string): string | undefined {
  for (const line of body.split('\n')) {
    if (!line.startsWith('#')) continue;
    const words = line.replace(/^#{1,6}/, '').trim();
    if (words !== '' && !words.startsWith('#')) return words;
  }
  return undefined;
}
