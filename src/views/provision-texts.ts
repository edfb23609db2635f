/** Texts of single provisions: an expression is rendered once, and only the provisions that are shown alone are kept. */
import { isInterfaceLanguage, isoToTag } from '../domain/language.ts';
import { translator } from '../i18n/translate.ts';
import type { ExpressionEntry } from '../library/entry.ts';
import type { Library, LawWork } from '../library/library.ts';
import { bodyOf } from '../library/read.ts';
import { cutSections, type Section } from '../markdown/sections.ts';
import { renderText } from '../markdown/text.ts';
import type { Law } from '../schema/law.ts';

const cache = new WeakMap<ExpressionEntry<Law>, ReadonlyMap<string, Section>>();

/** eId → text, of the articles of a convention or of the provisions of a law that the library classifies. */
export function provisionTexts(library: Library, work: LawWork, entry: ExpressionEntry<Law>): ReadonlyMap<string, Section> {
  let texts = cache.get(entry);
  if (!texts) {
    const tag = isoToTag(entry.expression.language);
    const t = translator(isInterfaceLanguage(tag) ? tag : 'en');
    const wanted = work.data.articles ?? work.data.provisions ?? {};
    texts = cutSections(renderText(bodyOf(library, entry), { unverified: t('unverified'), dropTitle: true }), (eid) => eid in wanted);
    cache.set(entry, texts);
  }
  return texts;
}
