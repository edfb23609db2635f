/** References of a manual → names in the reader's language and addresses of the site. */
import { eidToNumber, parseCitation } from '../domain/citation.ts';
import { htmlLang } from '../domain/language.ts';
import type { Routes } from '../i18n/routes.ts';
import type { Translate } from '../i18n/translate.ts';
import { bestExpression, workPath, type Library } from '../library/library.ts';
import type { ManualExpression } from '../library/manuals.ts';
import { bodyOf } from '../library/read.ts';
import type { References } from '../manuals/references.ts';
import { readProvisions } from '../markdown/text.ts';
import { nameOf, pageIso } from './references.ts';

export interface ReferenceContext {
  library: Library;
  routes: Routes;
  t: Translate;
  /** ISO 639-3 of the text. */
  iso: string;
  expression: ManualExpression;
  /** Address of a numbered paragraph. */
  paraHref: (chapter: string, id: string) => string;
}

/** Answers for the references of one manual in one language; the linter has checked that all of them lead somewhere. */
export function manualReferences({ library, routes, t, iso, expression, paraHref }: ReferenceContext): References {
  const langOf = (language: string): string | undefined => (language === iso ? undefined : htmlLang(language));
  return {
    article: ({ id, para }) => {
      const { work: name, eid } = parseCitation(id)!;
      const work = library.laws.get(workPath(library, name)!)!;
      const number = eidToNumber(eid!);
      const alias = work.data.alias;
      // Practitioners call the two great conventions by their letters; everything else by its name.
      const title = alias === 'untoc' || alias === 'uncac' ? t(`letters_${alias}`) : nameOf(work, iso);
      const language = pageIso(work, iso);
      return {
        text: para === undefined ? t('refArticle', { work: title, number }) : t('refArticlePara', { work: title, number, para: para.replace(/\((?=.)/g, ')(').replace(/\)$/, '') }),
        href: work.data.articles?.[eid!] ? routes.article(work.path, language, eid!) : routes.law(work.path, language, eid),
      };
    },
    law: ({ id, provision }) => {
      const work = library.laws.get(id)!;
      const best = bestExpression(work, iso);
      const label = provision === undefined ? undefined : provisionLabel(library, id, provision);
      const title = nameOf(work, iso);
      return { text: label === undefined ? title : t('refLaw', { work: title, provision: label }), href: routes.law(id, pageIso(work, iso), provision), lang: title === (best.data.title_short ?? best.data.title) ? langOf(best.expression.language) : undefined };
    },
    case: ({ id }) => {
      const work = library.cases.get(id)!;
      const best = bestExpression(work, iso);
      return { text: best.data.title, href: routes.case(id, best.expression.language), lang: langOf(best.expression.language) };
    },
    para: ({ to }) => {
      const { chapter, number, id } = expression.anchors.get(to)!;
      return { text: t('refPara', { number }), href: paraHref(chapter, id) };
    },
  };
}

const labels = new WeakMap<Library, Map<string, Map<string, string>>>();

/** Printed number of a provision of a law: `sec_5` → `s. 5`. Read from the law's text once. */
export function provisionLabel(library: Library, path: string, eid: string): string {
  const works = labels.get(library) ?? new Map<string, Map<string, string>>();
  labels.set(library, works);
  let provisions = works.get(path);
  if (!provisions) {
    const text = bodyOf(library, library.laws.get(path)!.expressions[0]!);
    provisions = new Map(readProvisions(text).map((provision) => [provision.eid, provision.label || provision.heading]));
    works.set(path, provisions);
  }
  return provisions.get(eid) ?? eid;
}
