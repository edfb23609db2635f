/** The words of every interface language; a browser loads those of its page only (client/edit.ts). */
import type { InterfaceLanguage } from '../../domain/language.ts';
import { dictionary as ar } from './ar.ts';
import { dictionary as es } from './es.ts';
import { dictionary as fr } from './fr.ts';
import { dictionary as ru } from './ru.ts';
import { ENGLISH_WORDS, Words, type Dictionary } from './words.ts';
import { dictionary as zh } from './zh.ts';

export const DICTIONARIES: Readonly<Record<Exclude<InterfaceLanguage, 'en'>, Dictionary>> = { fr, es, ru, ar, zh };

const made = new Map<InterfaceLanguage, Words>([['en', ENGLISH_WORDS]]);

export function wordsOf(language: InterfaceLanguage): Words {
  const known = made.get(language);
  if (known || language === 'en') return known ?? ENGLISH_WORDS;
  const words = new Words(language, DICTIONARIES[language]);
  made.set(language, words);
  return words;
}
