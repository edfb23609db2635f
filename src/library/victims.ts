/** Victims, witnesses and migrants are never named in the library: their labels are words or initials. */
import { flaw, type Flaw } from '../flaws/flaw.ts';
import { placeIn } from './links.ts';
import type { Library } from './library.ts';

const PROTECTED_ROLES = new Set(['victim', 'migrant']);
/** Words that say who someone is without a name, in the languages of our digests that write capitals. */
const WORDS = /(?<!\p{L})(?:victim\w*|witness\w*|applicant\w*|complainant\w*|migrant\w*|child\w*|girls?|boys?|wom[ae]n|m[ae]n|persons?|minors?|the|an?|victimes?|témoins?|víctimas?|testigos?|потерпевш\p{L}+|свидетел\p{L}+)(?!\p{L})/giu;
/** A capital and a small letter begin a name; capitals alone are initials ("A.B.", "M.S.S."). */
const NAME = /\p{Lu}\p{Ll}/u;

/** Flaws of cases whose labels look like names of people who are to be protected. */
export function victimFlaws(library: Library): Flaw[] {
  const flaws: Flaw[] = [];
  for (const work of library.cases.values()) {
    const entry = work.expressions[0]!;
    entry.data.persons?.forEach(({ role, label }, index) => {
      if (!PROTECTED_ROLES.has(role) || !NAME.test(label.replace(WORDS, ''))) return;
      flaws.push(flaw('NamedVictim', placeIn(library.root, entry, ['persons', index, 'label']), `\`label: ${label}\` of a ${role}`, '"victim 1", or the initials the court used'));
    });
  }
  return flaws;
}
