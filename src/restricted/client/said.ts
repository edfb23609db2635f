/** Words that a page hands to its scripts, in its own language (pages/frame.ts). */
import type { TextKey } from '../words/words.ts';

const said = JSON.parse(document.querySelector('#words')?.textContent ?? '{}') as Partial<Record<TextKey, string>>;

/** A text of the page, its slots filled. */
export function say(key: TextKey, slots: Readonly<Record<string, string | number>> = {}): string {
  return (said[key] ?? key).replace(/\{(\w+)\}/g, (slot, name: string) => (name in slots ? String(slots[name]) : slot));
}
