/** References of manuals: every article, law, case and paragraph they name must be there. */
import { parseCitation } from '../domain/citation.ts';
import { flaw, nearest, type Flaw } from '../flaws/flaw.ts';
import { descend, inlinesOf, type Inline } from '../manuals/tree.ts';
import { workPath, type Library } from './library.ts';
import type { ManualExpression } from './manuals.ts';

/** eIds of a work's text, by the path of the work. */
export type EidsOf = (path: string) => ReadonlySet<string>;

/** Flaws of every reference in every manual. */
export function manualLinkFlaws(library: Library, eidsOf: EidsOf): Flaw[] {
  const flaws: Flaw[] = [];
  for (const { expressions } of library.manuals.values()) {
    for (const expression of expressions) {
      for (const inline of everyInline(expression)) flaws.push(...inlineFlaws(library, eidsOf, expression, inline));
    }
  }
  return flaws;
}

function* everyInline(expression: ManualExpression): Generator<Inline> {
  for (const text of [expression.preface, ...expression.chapters.map((chapter) => chapter.text)]) {
    for (const { inline } of inlinesOf(text.blocks)) yield inline;
    for (const { paragraphs } of text.footnotes) yield* descend(paragraphs.flat());
  }
}

function inlineFlaws(library: Library, eidsOf: EidsOf, expression: ManualExpression, inline: Inline): Flaw[] {
  switch (inline.kind) {
    case 'article': {
      const citation = parseCitation(inline.id);
      const path = citation && workPath(library, citation.work);
      if (path === undefined || !library.laws.has(path)) return [flaw('UnknownWork', inline.place, `\`${inline.id}\``, 'the alias of a convention with #art_…', nearest(inline.id.split('#')[0]!, library.aliases.keys()))];
      if (citation!.eid === undefined) return [flaw('UnknownProvision', inline.place, `\`${inline.id}\``, 'an article, such as `untoc#art_18`')];
      return provisionFlaws(eidsOf(path), citation!.eid, inline.id, inline.place);
    }
    case 'law': {
      if (!library.laws.has(inline.id)) return [flaw('UnknownWork', inline.place, `\`${inline.id}\``, 'the path of a law of the library', nearest(inline.id, library.laws.keys()))];
      return inline.provision === undefined ? [] : provisionFlaws(eidsOf(inline.id), inline.provision, `${inline.id}#${inline.provision}`, inline.place);
    }
    case 'case':
      return library.cases.has(inline.id) ? [] : [flaw('UnknownWork', inline.place, `\`${inline.id}\``, 'the path of a case of the library', nearest(inline.id, library.cases.keys()))];
    case 'para':
      return expression.anchors.has(inline.to) ? [] : [flaw('UnknownAnchor', inline.place, `\`${inline.to}\``, 'an anchor of this manual', nearest(inline.to, expression.anchors.keys()))];
    default:
      return [];
  }
}

function provisionFlaws(known: ReadonlySet<string>, eid: string, shown: string, place: Flaw['place']): Flaw[] {
  return known.has(eid) ? [] : [flaw('UnknownProvision', place, `\`${shown}\``, 'a provision of that text', nearest(eid, known))];
}
