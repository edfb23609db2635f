/** How far a record was checked, in words: on pages and in print the same. */
import type { z } from 'zod';
import type { Translate } from '../i18n/translate.ts';
import type { provenance as schema } from '../schema/fields.ts';

/** Words for how far a record was verified; of one that was not, what of it a source bears all the same. */
export function verificationOf(t: Translate, { verified, verification_level: level }: Pick<z.infer<typeof schema>, 'verified' | 'verification_level'>): string {
  const checked = level && t(`level_${level}`);
  if (verified) return checked ?? t('verified');
  if (level === 'none') return t('notVerifiedLong');
  return checked ? `${t('unverified')} (${checked})` : t('unverified');
}
