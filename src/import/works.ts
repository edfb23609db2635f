/**
 * Texts of a collection → works with their paths. Texts of one name and one jurisdiction are expressions of one work:
 * `en/ca-e-23-01.md` and `fr/ca-e-23-01.md` → `ca/act/1999-06-17/e-23-01/eng.md` and `…/fra.md`.
 */
import { compareDates } from '../domain/date.ts';
import { expressionToPath, parseExpressionPath, slugify, workToPath } from '../domain/iri.ts';
import { flaw, type Flaw } from '../flaws/flaw.ts';
import type { ForeignText } from './foreign.ts';
import { typeOfKind } from './kinds.ts';

export interface PlacedText {
  foreign: ForeignText;
  /** Work path without `/akn/`. */
  work: string;
  /** Path of the file below `laws/`, without `.md`. */
  path: string;
}

/** Gives each text its path. A text whose path is taken by another is reported and left out. */
export function placeTexts(texts: readonly ForeignText[]): { placed: PlacedText[]; flaws: Flaw[] } {
  const groups = new Map<string, ForeignText[]>();
  for (const text of texts) {
    const key = text.work ?? `${text.jurisdiction} ${numberOf(text)}`;
    const group = groups.get(key);
    if (group) group.push(text);
    else groups.set(key, [text]);
  }
  const placed: PlacedText[] = [];
  const flaws: Flaw[] = [];
  const holders = new Map<string, ForeignText>();
  for (const group of groups.values()) {
    const dates = group.map((text) => text.data.date).filter((date) => date !== undefined).sort(compareDates);
    const first = group[0]!;
    const work = first.work ?? workToPath({
      country: first.jurisdiction,
      doctype: 'act',
      ...(typeOfKind(first.data.kind) === 'treaty' ? { subtype: 'treaty' } : {}),
      date: dates[0] ?? 'nn',
      number: numberOf(first),
    });
    for (const foreign of group) {
      const path = expressionToPath({ work, language: foreign.language, ...(foreign.version === undefined ? {} : { version: foreign.version }) });
      const holder = holders.get(path);
      if (holder) {
        flaws.push(flaw('DuplicateIdentifier', foreign.file.shown, `a text for \`${path}\`, as is \`${holder.file.shown}\``, 'a name of its own'));
      } else if (!parseExpressionPath(`${path}.md`)) {
        flaws.push(flaw('UnexpectedFile', foreign.file.shown, `the name \`${foreign.name}\``, 'a file name of letters, digits, dots and hyphens'));
      } else {
        holders.set(path, foreign);
        placed.push({ foreign, work, path });
      }
    }
  }
  placed.sort((a, b) => (a.foreign.file.path < b.foreign.file.path ? -1 : 1));
  return { placed, flaws };
}

/** Number of the work: its name in the collection without the jurisdiction's code, `ca-e-23-01` → `e-23-01`. */
function numberOf({ name, jurisdiction }: ForeignText): string {
  const slug = slugify(name);
  return slug.startsWith(`${jurisdiction}-`) ? slug.slice(jurisdiction.length + 1) : slug;
}
