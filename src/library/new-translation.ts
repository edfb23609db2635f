/** A new translation: beside the text it translates, with its headings, so that the two keep step. */
import type { z } from 'zod';
import { parseExpressionPath } from '../domain/iri.ts';
import { CASE_WORK_KEYS, caseTranslation } from '../schema/case.ts';
import { TRANSLATION_STATUSES } from '../schema/fields.ts';
import { LAW_WORK_KEYS, lawTranslation } from '../schema/law.ts';
import { readYaml, splitFrontMatter } from '../schema/parse.ts';
import { isoOf, LANGUAGE, LICENCE, one, provenance, SOURCE, TITLE, type Answers, type Kind, type NewRecord, type Shelf } from './new-questions.ts';

/** Front matter of a translation: the keys of the work are left out, because it takes them from the text it translates. */
const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  laws: without(lawTranslation, LAW_WORK_KEYS),
  cases: without(caseTranslation, CASE_WORK_KEYS),
};

export const TRANSLATION: Kind = {
  questions: [
    { flag: 'of', ask: 'File of the law or case that is translated, such as laws/ke/act/2010/6/eng.md' },
    { ...LANGUAGE, ask: 'Language of the translation (ISO 639-3, such as fra)' },
    TITLE,
    { flag: 'status', ask: 'official: by an authority; unofficial: by the library; machine: unreviewed', fallback: 'unofficial', wrong: one(TRANSLATION_STATUSES.filter((status) => status !== 'original')) },
    SOURCE,
    LICENCE,
  ],
  make: newTranslation,
};

function newTranslation(answers: Answers, today: string, { paths, read }: Shelf): NewRecord {
  const wanted = answers['of']!;
  const base = paths.find((path) => path === wanted || wanted.endsWith(`/${path}`));
  const folder = base?.split('/')[0];
  const expression = base && parseExpressionPath(base.slice(folder!.length + 1));
  if (!expression || !Object.hasOwn(SCHEMAS, folder!)) throw new RangeError(`Unexpected --of=${wanted}, expected the file of a law or case, such as laws/ke/act/2010/6/eng.md`);
  const language = isoOf(answers['language']!);
  if (language === expression.language) throw new RangeError(`Unexpected --language=${answers['language']!}, expected another language than that of ${base}`);
  const split = splitFrontMatter(read(base), base);
  if ('name' in split) throw new RangeError(`${base} cannot be read: ${split.actual}. Mend it first: npm run check`);
  const { text = 'summary' } = (readYaml(split.yaml, base, 1).value ?? {}) as { text?: unknown };
  const headings = split.body.split('\n').filter((line) => /^#{1,6} /.test(line));
  return {
    path: `${base.slice(0, base.lastIndexOf('/'))}/${language}.md`,
    schema: SCHEMAS[folder!]!,
    record: {
      title: answers['title'],
      language,
      text,
      translation: { status: answers['status'], of: expression.language },
      provenance: provenance(answers, today),
    },
    body: `\nTranslate below the headings; translate their words and keep their numbers.\n${headings.map((line) => `\n${line}\n`).join('')}`,
  };
}

function without(schema: z.ZodObject, keys: readonly string[]): z.ZodType {
  const dropped: Record<string, true> = Object.fromEntries(keys.map((key) => [key, true as const]));
  return schema.omit(dropped as Parameters<typeof schema.omit>[0]);
}
