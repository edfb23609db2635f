/** Words of the binder: for its page's script, and for the button on pages of documents. */
import { BINDER_WORDS, type BinderWords } from '../client/binder/words.ts';
import type { InterfaceLanguage } from '../domain/language.ts';
import type { Translate } from '../i18n/translate.ts';
import { escapeHtml } from '../markdown/phrase.ts';
import type { Site } from '../site.ts';
import type { PrintedRecord } from './printed.ts';

/** Words of the page's script. Slots are left open for it to fill. */
export function binderWords({ routes }: Site, language: InterfaceLanguage, t: Translate): BinderWords {
  const open: Record<string, string> = {};
  for (const slot of ['title', 'place', 'total', 'done', 'date', 'n']) open[slot] = `{${slot}}`;
  return { language, root: routes.file(''), file: '', words: Object.fromEntries(BINDER_WORDS.map((key) => [key, t(key, open)])) as BinderWords['words'] };
}

/**
 * Where a reader takes a document with her: its PDF where there is one, and the place of the button “Add to binder”, which a script fills.
 *
 * @param pdf the document's own PDF
 */
export function keepHtml({ routes }: Site, t: Translate, pdf?: PrintedRecord): string {
  const link = pdf === undefined ? '' : `<span><a href="${escapeHtml(routes.file(`pdf/${pdf.file}`))}" type="application/pdf">PDF</a> <span class="count">${Math.ceil(pdf.bytes / 1000)} kB</span></span>`;
  return `<div class="keep ui" data-binder="${escapeHtml([t('binderAdd'), t('binderTakeOut'), t('binderOpen', { n: '{n}' })].join('|'))}"${link === '' ? ' hidden' : ''}>${link}</div>`;
}
