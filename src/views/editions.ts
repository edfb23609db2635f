/** The versions of one text, in their order. */
import { isoToTag } from '../domain/language.ts';
import type { ExpressionEntry } from '../library/entry.ts';
import type { LawWork } from '../library/library.ts';
import type { Routes } from '../i18n/routes.ts';
import type { Law } from '../schema/law.ts';

export interface Edition {
  /** Day of the version; absent for a newest text without a date. */
  version: string | undefined;
  entry: ExpressionEntry<Law>;
  /** Address of its page: the newest version is the law's own page. */
  href: string;
  /** Address of the page with what changed since the version before; absent for the first. */
  changes: string | undefined;
}

/** Versions of a law in one language, oldest first, with an undated newest text at the end. One where a law has no versions. */
export function editionsOf(work: LawWork, iso: string, routes: Routes): Edition[] {
  const dated = work.versions.filter(({ expression }) => expression.language === iso).toReversed();
  const newest = work.expressions.find(({ expression }) => expression.language === iso)!;
  const all = dated.includes(newest) ? dated : [...dated, newest];
  return all.map((entry, index) => {
    const { version } = entry.expression;
    return {
      version,
      entry,
      href: routes.law(work.path, iso, undefined, index === all.length - 1 ? undefined : version),
      changes: index === 0 ? undefined : `${routes.law(work.path, iso, undefined, version)}changes/`,
    };
  });
}

/** Static paths of the pages that say what changed: below each version but the first. */
export function changePaths(works: Iterable<LawWork>, routes: Routes) {
  return [...works]
    .filter(({ versions }) => versions.length > 0)
    .flatMap((work) =>
      work.expressions.flatMap(({ expression: { language: iso } }) =>
        editionsOf(work, iso, routes)
          .slice(1)
          .map(({ version }) => ({ params: { lang: isoToTag(iso), work: version === undefined ? work.path : `${work.path}/@${version}` }, props: { iso, path: work.path, version } })),
      ),
    );
}
