/** Words that collections use for kinds of text and for their status → the library's own. What is not in a table stays unknown, never guessed. */
import type { Law } from '../schema/law.ts';

const TYPES: Record<string, Law['type_document']> = {
  // English words of collections
  act: 'act', statute: 'act', law: 'act', regulation: 'regulation', rule: 'regulation', treaty: 'treaty', convention: 'convention', protocol: 'protocol',
  code: 'code', 'code-chapter': 'code', constitution: 'constitution', decision: 'decision',
  // France
  constitution_fr: 'constitution',
  // Argentina and Peru
  ley: 'act', ley_organica: 'act', ley_de_reforma_constitucional: 'act', decreto_ley: 'act', decreto_legislativo: 'act', decreto_necesidad_urgencia: 'act',
  decreto_de_urgencia: 'act', decreto_urgencia: 'act', resolucion_legislativa: 'decision', constitucion: 'constitution',
  // China
  'admin-reg': 'regulation', 'dept-rule': 'regulation', local: 'regulation', 'judicial-interp': 'decision', administrative: 'act', civil: 'act', 'civil-code': 'code',
  'const-rel': 'act', criminal: 'act', economic: 'act', procedure: 'act', social: 'act',
  // Saudi Arabia: law, regulation, royal decree, royal order, decision, agreement
  نظام: 'act', لائحة: 'regulation', 'مرسوم ملكي': 'decision', 'أمر ملكي': 'decision', قرار: 'decision', اتفاقية: 'treaty',
};

/** Kind of a collection → eli:type_document. */
export function typeOfKind(kind: string | undefined): Law['type_document'] {
  const key = (kind ?? '').toLowerCase();
  return Object.hasOwn(TYPES, key) ? TYPES[key]! : 'other';
}

/** Words of a status → the library's status, in order: words of repeal are looked for before words of force. */
const STATUS_WORDS: readonly [RegExp, Law['status']][] = [
  [/repealed|abrog|derogad|لاغي|ملغي|[أا]لغي|إلغ|حل محله/iu, 'repealed'],
  [/not in force|غير ساري/iu, 'not_in_force'],
  [/in force|en vigueur|vigente|ساري/iu, 'in_force'],
];

/** Status as a collection words it → the library's status. */
export function statusOf(words: string | undefined): Law['status'] {
  if (words === undefined) return 'unknown';
  return STATUS_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'unknown';
}
