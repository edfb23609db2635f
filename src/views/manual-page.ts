/** What pages of manuals share: their paths, their addresses in other languages, their words, the outline of a chapter. */
import { isoToTag, type InterfaceLanguage } from '../domain/language.ts';
import type { Translate } from '../i18n/translate.ts';
import type { ManualExpression, ManualWork } from '../library/manuals.ts';
import type { HtmlWords } from '../manuals/html.ts';
import { plainText, type Block } from '../manuals/tree.ts';
import type { Provision } from '../markdown/text.ts';
import type { Site } from '../site.ts';

/** Address of a chapter, or of the manual itself, below the language. */
export function manualPath(slug: string, chapter?: string): string {
  return chapter === undefined ? `manuals/${slug}` : `manuals/${slug}/${chapter}`;
}

/** BCP 47 → address, for every language that has the page. */
export function manualAlternates({ routes }: Site, manual: ManualWork, chapter?: string): Record<string, string> {
  const has = (expression: ManualExpression): boolean => chapter === undefined || expression.chapters.some(({ slug }) => slug === chapter);
  return Object.fromEntries(manual.expressions.filter(has).map(({ language }) => [isoToTag(language), routes.page(isoToTag(language), manualPath(manual.slug, chapter))]));
}

/** Where a reader of another language is led when the page does not exist there: the manual, else the list of manuals. */
export function manualFallbacks({ routes }: Site, manual: ManualWork, languages: readonly InterfaceLanguage[]): Record<string, string> {
  const known = new Set(manual.expressions.map(({ language }) => isoToTag(language)));
  return Object.fromEntries(languages.map((tag) => [tag, routes.page(tag, known.has(tag) ? manualPath(manual.slug) : 'manuals')]));
}

export function htmlWords(t: Translate): HtmlWords {
  return {
    unverified: t('unverified'),
    linkToParagraph: t('linkToParagraph'),
    footnote: t('footnote'),
    close: t('close'),
    example: t('workedExample'),
    checklist: t('checklist'),
    form: t('modelForm'),
    copyForm: t('copyForm'),
    figureInWords: t('figureInWords'),
    table: t('table'),
  };
}

/** Headings and model forms of a chapter, for the outline at its side. */
export function chapterOutline(blocks: readonly Block[]): Provision[] {
  return blocks.flatMap((block): Provision[] => {
    if (block.kind === 'heading') return [{ eid: block.id, label: '', heading: plainText(block.children), depth: block.level, repeated: false }];
    if (block.kind === 'form') return [{ eid: block.id, label: '', heading: block.title, depth: 3, repeated: false }];
    return [];
  });
}

/** Checklists and model forms of a manual, which practitioners look for first. */
export function toolsOf(expression: ManualExpression): { kind: 'checklist' | 'form'; title: string; chapter: string; id: string }[] {
  return expression.chapters.flatMap(({ slug, text }) => text.blocks.flatMap((block) => (block.kind === 'checklist' || block.kind === 'form' ? [{ kind: block.kind, title: block.title, chapter: slug, id: block.id }] : [])));
}
