/**
 * One law or decision under two addresses: two editors took two numbers for it. Found by what lawyers call it, so it is a question to the
 * editor and no verdict.
 */
import { slugify } from '../domain/iri.ts';
import { flaw, type Flaw } from '../flaws/flaw.ts';
import type { ExpressionEntry } from './entry.ts';
import type { Library, Work } from './library.ts';
import { placeIn } from './links.ts';

interface Named {
  title: string;
  language: string;
  jurisdiction: string;
  date_document?: string | undefined;
  id_local?: string | undefined;
  ecli?: string | undefined;
}

/** Works that another work seems to be. Asked of the whole library only. */
export function duplicateWorks(library: Library): Flaw[] {
  return [...twins(library, [...library.laws.values()]), ...twins(library, [...library.cases.values()])];
}

function twins<Data extends Named>(library: Library, works: readonly Work<Data>[]): Flaw[] {
  const holders = new Map<string, Work<Data>>();
  const flaws: Flaw[] = [];
  for (const work of works) {
    for (const { key, of } of keysOf(work)) {
      const holder = holders.get(key);
      if (!holder) holders.set(key, work);
      else if (!relatesTo(work, holder) && !relatesTo(holder, work)) {
        flaws.push(flaw('DuplicateWork', placeIn(library.root, of.entry, [of.name]), `\`${of.name}: ${of.value}\`, as \`${holder.path}\` has`, 'another law or decision; or one record for both'));
        break;
      }
    }
  }
  return flaws;
}

interface Key<Data> {
  key: string;
  of: { name: string; value: string; entry: ExpressionEntry<Data> };
}

/** What makes two records the same work: an ECLI; or title, date and number of one jurisdiction. */
function keysOf<Data extends Named>({ expressions }: Work<Data>): Key<Data>[] {
  const entry = expressions[0]!;
  const { title, jurisdiction, date_document: date, id_local: number, ecli } = entry.data;
  const keys: Key<Data>[] = [];
  if (ecli !== undefined) keys.push({ key: `ecli ${ecli}`, of: { name: 'ecli', value: ecli, entry } });
  // A title alone is not enough: many States have passed a second Act of one name. Nor is a number, which courts and years share.
  if (date !== undefined) keys.push({ key: [jurisdiction, date, slugify(title), slugify(number ?? '')].join(' '), of: { name: 'title', value: title, entry } });
  return keys;
}

/** A text may bear the name of one it amends, repeals or supplements. */
function relatesTo({ expressions }: Work<Named>, other: Work<Named>): boolean {
  const data = expressions[0]!.data as Named & Partial<Record<'amends' | 'repeals' | 'based_on', readonly string[]>>;
  return [...(data.amends ?? []), ...(data.repeals ?? []), ...(data.based_on ?? [])].some((reference) => reference.endsWith(other.path));
}
