/** A translation keeps step with the text it translates: the same numbered provisions, under the same ids. */
import { flaw, type Flaw } from '../flaws/flaw.ts';
import { locate } from '../markdown/scan.ts';
import type { Entry } from './entry.ts';
import type { LawWork } from './library.ts';
import type { ScannedText } from './text-checks.ts';

/** Provisions that a translation lacks, or has beyond the text it translates. */
export function translationFlaws(work: LawWork, scanned: (entry: Entry<unknown>) => ScannedText, asked: (path: string) => boolean): Flaw[] {
  const flaws: Flaw[] = [];
  for (const entry of work.expressions) {
    const of = entry.data.translation?.of;
    if (of === undefined || !asked(entry.file.path)) continue;
    const base = work.expressions.find(({ expression }) => expression.language === of);
    // A summary of ours beside a full text shares no provisions with it.
    if (!base || base.data.text !== entry.data.text) continue;
    flaws.push(...outOfStep(scanned(base), scanned(entry)));
  }
  return flaws;
}

function outOfStep(base: ScannedText, translation: ScannedText): Flaw[] {
  const baseIds = numbered(base);
  const ids = numbered(translation);
  const missing = [...baseIds.keys()].filter((eid) => !ids.has(eid));
  const extra = [...ids.keys()].filter((eid) => !baseIds.has(eid));
  if (missing.length === 0 && extra.length === 0) return [];
  const at = locate(translation.body());
  // A provision is missed after the last one that precedes it in the base and is there.
  const before = new Map<string, number>();
  let last = 0;
  for (const eid of baseIds.keys()) {
    last = ids.get(eid) ?? last;
    before.set(eid, last);
  }
  return [
    ...missing.map((eid) => flaw('TranslationOutOfStep', translation.place(at('heading', before.get(eid)!)), `no provision \`${eid}\` after this place`, `each provision of \`${base.entry.file.shown}\``)),
    ...extra.map((eid) => flaw('TranslationOutOfStep', translation.place(at('heading', ids.get(eid)!)), `a provision \`${eid}\``, `only provisions of \`${base.entry.file.shown}\``)),
  ];
}

/** eIds of numbered provisions → place among the headings. */
function numbered({ scan }: ScannedText): Map<string, number> {
  return new Map(scan.headings.filter(({ provision }) => provision.label !== '').map(({ index, provision }) => [provision.eid, index]));
}
