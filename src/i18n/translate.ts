/** Words of the interface in six languages. A key that a language lacks does not compile; a slot without a value throws. */
import type { InterfaceLanguage } from '../domain/language.ts';
import { ar } from './strings/ar.ts';
import { en, type Dictionary, type Key, type Message } from './strings/en.ts';
import { es } from './strings/es.ts';
import { fr } from './strings/fr.ts';
import { ru } from './strings/ru.ts';
import { zh } from './strings/zh.ts';

export type { Key } from './strings/en.ts';

const DICTIONARIES: Record<InterfaceLanguage, Dictionary> = { en, fr, es, ru, ar, zh };

export type Translate = (key: Key, slots?: Record<string, string | number>) => string;

const translators = new Map<InterfaceLanguage, Translate>();

/**
 * The words of one language.
 *
 * @returns a function: key and slots → text. `{n}` also chooses the plural form and is written with Latin digits, grouped as the language groups.
 */
export function translator(language: InterfaceLanguage): Translate {
  let found = translators.get(language);
  if (!found) {
    const plurals = new Intl.PluralRules(language);
    const numbers = new Intl.NumberFormat(`${language}-u-nu-latn`);
    const dictionary = DICTIONARIES[language];
    found = (key, slots = {}) => {
      const message: Message = dictionary[key];
      const form = typeof message === 'string' ? message : (message[plurals.select(Number(slots['n']))] ?? message.other!);
      return form.includes('{') ? fill(form, slots, numbers, key) : form;
    };
    translators.set(language, found);
  }
  return found;
}

function fill(text: string, slots: Record<string, string | number>, numbers: Intl.NumberFormat, key: string): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const value = slots[slot];
    if (value === undefined) throw new Error(`The text "${key}" needs a value for {${slot}}`);
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}
