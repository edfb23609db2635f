/** Links between records: every reference must lead to a record, and to a provision that the record has. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCitation } from '../domain/citation.ts';
import { flaw, nearest, type Flaw, type Place } from '../flaws/flaw.ts';
import { readProvisions } from '../markdown/text.ts';
import { readYaml, splitFrontMatter, type ReadYaml } from '../schema/parse.ts';
import { decodeText } from './disk.ts';
import type { Entry, ExpressionEntry } from './entry.ts';
import { workPath, type Library } from './library.ts';
import type { Memory } from './memory.ts';
import { manualLinkFlaws } from './manual-links.ts';
import type { Law } from '../schema/law.ts';

type Path = readonly (string | number)[];

/**
 * Every reference of a record that leads nowhere, and every provision described that the text does not have.
 *
 * @param placeOfReview where the article of a review stands, by its place in the list of reviews
 * @param judged paths of the records whose references are followed; of a part of the library, those asked about
 * @param memory what is remembered of an earlier reading
 */
export function linkFlaws(library: Library, placeOfReview: (index: number) => Place, judged: (path: string) => boolean = () => true, memory?: Memory): Flaw[] {
  const eids = new EidIndex(library, memory);
  const flaws: Flaw[] = [];
  for (const work of library.laws.values()) {
    for (const entry of new Set([...work.expressions, ...work.versions])) {
      if (!judged(entry.file.path)) continue;
      const { data } = entry;
      const check = (reference: string, path: Path): void => {
        flaws.push(...referenceFlaws(library, eids, reference, () => placeIn(library.root, entry, path)));
      };
      for (const [eid, provision] of Object.entries(data.provisions ?? {})) {
        provision.implements.forEach((reference, index) => check(reference, ['provisions', eid, 'implements', index]));
      }
      for (const [eid, article] of Object.entries(data.articles ?? {})) {
        article.related?.forEach((reference, index) => check(reference, ['articles', eid, 'related', index]));
      }
      if (entry.data.translation?.of === undefined) {
        for (const key of ['amends', 'repeals', 'based_on', 'cites'] as const) data[key]?.forEach((reference, index) => check(reference, [key, index]));
        if (data.supplements !== undefined) check(data.supplements, ['supplements']);
      }
      flaws.push(...textFlaws(library, eids, entry));
    }
  }
  for (const work of library.cases.values()) {
    const entry = work.expressions[0]!;
    if (!judged(entry.file.path)) continue;
    entry.data.applies.forEach((reference, index) => flaws.push(...referenceFlaws(library, eids, reference, () => placeIn(library.root, entry, ['applies', index]))));
    entry.data.illustrates?.forEach((reference, index) => flaws.push(...referenceFlaws(library, eids, reference, () => placeIn(library.root, entry, ['illustrates', index]))));
  }
  for (const languages of library.crimes.values()) {
    for (const entry of languages.values()) {
      if (!judged(entry.file.path)) continue;
      entry.data.articles.forEach((reference, index) => flaws.push(...referenceFlaws(library, eids, reference, () => placeIn(library.root, entry, ['articles', index]))));
    }
  }
  for (const entry of library.states.values()) {
    if (!judged(entry.file.path)) continue;
    for (const alias of Object.keys(entry.data.participation)) {
      if (library.aliases.has(alias)) continue;
      flaws.push(flaw('UnknownWork', placeIn(library.root, entry, ['participation', alias]), `\`${alias}\``, 'the alias of a convention of the library', nearest(alias, library.aliases.keys())));
    }
  }
  library.reviews.forEach((review, index) => flaws.push(...referenceFlaws(library, eids, review.article, () => placeOfReview(index))));
  flaws.push(...manualLinkFlaws(library, (path) => eids.of(path)));
  return flaws;
}

function referenceFlaws(library: Library, eids: EidIndex, reference: string, place: () => Place): Flaw[] {
  const citation = parseCitation(reference)!; // the schema has checked its form
  const target = workPath(library, citation.work);
  if (target === undefined) {
    const suggestion = nearest(citation.work, [...library.aliases.keys(), ...library.laws.keys()]);
    return [flaw('UnknownWork', place(), `\`${reference}\``, 'the alias or path of a work of the library', suggestion && reference.replace(citation.work, suggestion))];
  }
  if (citation.eid === undefined) return [];
  const known = eids.of(target);
  if (known.size === 0 || known.has(citation.eid)) return [];
  const suggestion = nearest(citation.eid, known);
  return [flaw('UnknownProvision', place(), `\`${reference}\``, `a provision of \`${citation.work}\`${range(known)}`, suggestion && `${citation.work}#${suggestion}`)];
}

/** Provisions that front matter describes must be in the text. */
function textFlaws(library: Library, eids: EidIndex, entry: ExpressionEntry<Law>): Flaw[] {
  const flaws: Flaw[] = [];
  for (const key of ['provisions', 'articles', 'element_labels', 'article_terms'] as const) {
    const described = Object.keys(entry.data[key] ?? {});
    if (described.length === 0) continue;
    const known = eids.ofEntry(entry);
    for (const eid of described) {
      if (known.has(eid)) continue;
      flaws.push(flaw('ProvisionWithoutText', placeIn(library.root, entry, [key, eid]), `\`${eid}\``, 'the id of a heading of the text', nearest(eid, known)));
    }
  }
  return flaws;
}

/** eIds of works, read from their texts when first asked for. */
class EidIndex {
  private readonly byFile = new Map<string, ReadonlySet<string>>();
  private readonly library: Library;

  private readonly memory: Memory | undefined;

  constructor(library: Library, memory: Memory | undefined) {
    this.library = library;
    this.memory = memory;
  }

  of(path: string): ReadonlySet<string> {
    const work = this.library.laws.get(path) ?? this.library.cases.get(path);
    return work ? this.ofEntry(work.expressions[0]!) : new Set();
  }

  ofEntry(entry: Entry<unknown>): ReadonlySet<string> {
    let found = this.byFile.get(entry.file.path);
    if (!found) {
      const read = (): ReadonlySet<string> => new Set(readProvisions(sourceOf(this.library.root, entry).body).map((provision) => provision.eid));
      found = this.memory ? this.memory.value(entry.file.path, this.memory.read(this.library.root, entry.file).text ?? '', read) : read();
      this.byFile.set(entry.file.path, found);
    }
    return found;
  }
}

/** Where a value (of a path of two parts: its key) stands in the front matter of an entry: the front matter is read again, which only a flaw costs. */
export function placeIn(root: string, entry: Entry<unknown>, path: Path): Place {
  // A record with one wrong reference often has many: its front matter is read once for all of them.
  if (lastRead?.entry !== entry) {
    const { yaml, yamlLine } = sourceOf(root, entry);
    lastRead = { entry, yaml: readYaml(yaml, entry.file.shown, yamlLine) };
  }
  return lastRead.yaml.placeOf(path, path.length === 2 ? 'key' : 'value');
}

let lastRead: { entry: Entry<unknown>; yaml: ReadYaml } | undefined;

function sourceOf(root: string, entry: Entry<unknown>) {
  const { text } = decodeText(readFileSync(join(root, entry.file.path)), entry.file.shown);
  const split = splitFrontMatter(text ?? '', entry.file.shown);
  if ('name' in split) throw new Error(`${entry.file.shown} changed while it was being read`);
  return split;
}

function range(known: ReadonlySet<string>): string {
  const list = [...known].filter((eid) => !eid.startsWith('hcontainer'));
  return list.length < 2 ? '' : `, from \`${list[0]}\` to \`${list.at(-1)}\``;
}
