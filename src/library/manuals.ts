/**
 * content/manuals/ → manuals: one folder a language, its index.md with the manual's own data, a chapter a file (.mdx).
 *
 * `manuals/int/doc/manual/2026/mla-extradition/eng/03-scope-and-definitions.mdx`
 */
import type { z } from 'zod';
import { parseWork } from '../domain/iri.ts';
import { isLanguage } from '../domain/language.ts';
import { flaw, type Flaw } from '../flaws/flaw.ts';
import { parseChapter } from '../manuals/parse.ts';
import type { ChapterText } from '../manuals/tree.ts';
import { chapter as chapterSchema, manual as manualSchema, type Manual } from '../schema/manual.ts';
import { checkSchema, readYaml, splitFrontMatter, type ReadYaml } from '../schema/parse.ts';
import { readText, type SourceFile } from './disk.ts';

export interface ManualChapter {
  /** Last part of its address: `scope-and-definitions`; the same in every language. */
  slug: string;
  number: number;
  title: string;
  summary?: string | undefined;
  text: ChapterText;
  file: SourceFile;
}

/** A manual in one language. */
export interface ManualExpression {
  /** ISO 639-3. */
  language: string;
  data: Manual;
  /** What stands before the first chapter: the body of index.md. */
  preface: ChapterText;
  chapters: ManualChapter[];
  /** Anchor → the numbered paragraph that carries it. */
  anchors: ReadonlyMap<string, { chapter: string; number: string; id: string }>;
  file: SourceFile;
}

export interface ManualWork {
  /** Path without `/akn/`: `int/doc/manual/2026/mla-extradition`. */
  path: string;
  /** Last part of that path, by which its pages are addressed. */
  slug: string;
  /** The language it was written in first, then its translations. */
  expressions: ManualExpression[];
}

const PATH = /^manuals\/(?<work>.+)\/(?<language>[a-z]{3})\/(?<name>index\.md|\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*\.mdx)$/;

interface Folder {
  work: string;
  language: string;
  index?: SourceFile;
  chapters: Map<string, SourceFile>;
}

/**
 * Reads all manuals.
 *
 * @param root content folder
 * @param files the files below `manuals/`, in order of path
 */
export function readManuals(root: string, files: readonly SourceFile[]): { manuals: Map<string, ManualWork>; flaws: Flaw[] } {
  const flaws: Flaw[] = [];
  const folders = new Map<string, Folder>();
  for (const file of files) {
    const { work, language, name } = PATH.exec(file.path)?.groups ?? {};
    if (work === undefined || !parseWork(work) || !isLanguage(language!)) {
      flaws.push(flaw('UnexpectedFile', file.shown, `\`${file.path}\``, 'a path such as `manuals/int/doc/manual/2026/mla-extradition/eng/01-foundations.mdx`'));
      continue;
    }
    const key = `${work}/${language}`;
    const folder = folders.get(key) ?? { work, language: language!, chapters: new Map<string, SourceFile>() };
    folders.set(key, folder);
    if (name === 'index.md') folder.index = file;
    else folder.chapters.set(name!.replace(/\.mdx$/, ''), file);
  }
  const manuals = new Map<string, ManualWork>();
  for (const folder of folders.values()) {
    const { expression, flaws: found } = readExpressionFolder(root, folder);
    flaws.push(...found);
    if (!expression) continue;
    const slug = folder.work.split('/').at(-1)!;
    const known = manuals.get(slug);
    if (!known) manuals.set(slug, { path: folder.work, slug, expressions: [expression] });
    else if (known.path === folder.work) known.expressions.push(expression);
    else flaws.push(flaw('DuplicateIdentifier', folder.index!.shown, `the address of \`${known.path}\``, 'a work path that ends in a word of its own'));
  }
  for (const manual of manuals.values()) manual.expressions.sort((a, b) => Number(a.data.translation?.of !== undefined) - Number(b.data.translation?.of !== undefined));
  return { manuals, flaws };
}

function readExpressionFolder(root: string, folder: Folder): { expression?: ManualExpression; flaws: Flaw[] } {
  if (!folder.index) {
    const first = [...folder.chapters.values()][0]!;
    return { flaws: [flaw('UnknownChapter', first.shown, 'chapters without an `index.md` beside them', '`index.md` with the front matter of the manual')] };
  }
  const { record, yaml, body, bodyLine, flaws } = readFrontMatter(root, folder.index, manualSchema);
  if (!record) return { flaws };
  const file = folder.index;
  if (record.language !== folder.language) flaws.push(flaw('IdentifierMismatch', yaml!.placeOf(['language']), `\`language: ${record.language}\``, `\`${folder.language}\`, as in the path`));
  const preface = parseChapter(body!, { file: file.shown, firstLine: bodyLine! });
  flaws.push(...preface.flaws);
  const chapters: ManualChapter[] = [];
  const anchors = new Map<string, { chapter: string; number: string; id: string }>();
  record.chapters.forEach((name, index) => {
    const source = folder.chapters.get(name);
    if (!source) {
      flaws.push(flaw('UnknownChapter', yaml!.placeOf(['chapters', index]), `\`${name}\``, `the file \`${name}.mdx\` beside it`));
      return;
    }
    const { chapter, flaws: found } = readChapter(root, source, name);
    flaws.push(...found);
    if (!chapter) return;
    for (const [anchor, { number, id, place }] of chapter.text.anchors) {
      if (anchors.has(anchor)) flaws.push(flaw('DuplicateAnchor', place, `\`${anchor}\`, which chapter \`${anchors.get(anchor)!.chapter}\` has`, 'an anchor of its own'));
      else anchors.set(anchor, { chapter: chapter.slug, number, id });
    }
    chapters.push(chapter);
  });
  for (const [name, source] of folder.chapters) {
    if (!record.chapters.includes(name)) flaws.push(flaw('UnknownChapter', source.shown, `\`${name}\`, which the manual does not list`, '`chapters` in index.md to name it'));
  }
  return { expression: { language: folder.language, data: record, preface, chapters, anchors, file }, flaws };
}

function readChapter(root: string, file: SourceFile, name: string): { chapter?: ManualChapter; flaws: Flaw[] } {
  const { record, yaml, body, bodyLine, flaws } = readFrontMatter(root, file, chapterSchema);
  if (!record) return { flaws };
  if (record.number !== Number(name.slice(0, 2))) flaws.push(flaw('IdentifierMismatch', yaml!.placeOf(['number']), `\`number: ${record.number}\``, `\`${Number(name.slice(0, 2))}\`, as in the name of the file`));
  const { flaws: textFlaws, ...text } = parseChapter(body!, { file: file.shown, firstLine: bodyLine!, number: record.number });
  flaws.push(...textFlaws);
  return { chapter: { slug: name.slice(3), number: record.number, title: record.title, summary: record.summary, text, file }, flaws };
}

interface FrontMatter<Data> {
  record?: Data | undefined;
  yaml?: ReadYaml;
  body?: string;
  bodyLine?: number;
  flaws: Flaw[];
}

function readFrontMatter<Schema extends z.ZodType>(root: string, file: SourceFile, schema: Schema): FrontMatter<z.infer<Schema>> {
  const { text, flaws } = readText(root, file);
  if (text === undefined) return { flaws };
  const split = splitFrontMatter(text, file.shown);
  if ('name' in split) return { flaws: [...flaws, split] };
  const yaml = readYaml(split.yaml, file.shown, split.yamlLine);
  const { record, flaws: found } = checkSchema(schema, yaml);
  return { record, yaml, body: split.body, bodyLine: split.bodyLine, flaws: [...flaws, ...found] };
}

/** The expression to show a reader of a language: in that language if there is one, else in the language it was written in. */
export function bestManual(manual: ManualWork, language: string): ManualExpression {
  return manual.expressions.find((expression) => expression.language === language) ?? manual.expressions[0]!;
}
