/** Citation → CSL-JSON, a list of one item, as Zotero, pandoc and citeproc read it. */
import type { CslItem } from './item.ts';

export function toCslJson(item: CslItem): string {
  return `${JSON.stringify([item], undefined, 2)}\n`;
}
