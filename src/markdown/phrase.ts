/** A phrase of front matter → HTML: escaped, with the mark `[unverified]` made visible. No other markup. */
import { UNVERIFIED } from './text.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);
}

/**
 * Phrase → HTML.
 *
 * @param unverified words for the mark in the language of the page
 */
export function phraseToHtml(text: string, unverified: string): string {
  return escapeHtml(text).replaceAll(UNVERIFIED, `<span class="unverified">${escapeHtml(unverified)}</span>`);
}

/** Phrase → plain text without the mark, for descriptions and lists. */
export function phraseToText(text: string): string {
  return text.replaceAll(UNVERIFIED, '').replace(/\s+([.,;:])/g, '$1').replace(/\s{2,}/g, ' ').trim();
}
