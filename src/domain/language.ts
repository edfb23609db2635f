/**
 * Languages of texts and of the interface.
 *
 * Files and IRIs use ISO 639-3 (`eng`, as Akoma Ntoso does), URLs and `lang` attributes use BCP 47 (`en`).
 * Only this file knows both.
 */

/** BCP 47 tags of the six interface languages, the official languages of the United Nations. */
export const INTERFACE_LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

export type Direction = 'ltr' | 'rtl';

interface LanguageRow {
  /** ISO 639-3 code, used in file names and IRIs. */
  iso: string;
  /** BCP 47 tag, used in URLs. */
  tag: string;
  /** BCP 47 tag with script where the script matters to a browser's choice of font. */
  lang: string;
  direction: Direction;
  /** The language's name in itself. */
  endonym: string;
}

/** Every language that a text of the library may be in. Texts of laws may be in more languages than the interface. */
const LANGUAGES: readonly LanguageRow[] = [
  { iso: 'eng', tag: 'en', lang: 'en', direction: 'ltr', endonym: 'English' },
  { iso: 'fra', tag: 'fr', lang: 'fr', direction: 'ltr', endonym: 'Français' },
  { iso: 'spa', tag: 'es', lang: 'es', direction: 'ltr', endonym: 'Español' },
  { iso: 'rus', tag: 'ru', lang: 'ru', direction: 'ltr', endonym: 'Русский' },
  { iso: 'ara', tag: 'ar', lang: 'ar', direction: 'rtl', endonym: 'العربية' },
  { iso: 'zho', tag: 'zh', lang: 'zh-Hans', direction: 'ltr', endonym: '中文' },
  { iso: 'nld', tag: 'nl', lang: 'nl', direction: 'ltr', endonym: 'Nederlands' },
  { iso: 'deu', tag: 'de', lang: 'de', direction: 'ltr', endonym: 'Deutsch' },
  { iso: 'ita', tag: 'it', lang: 'it', direction: 'ltr', endonym: 'Italiano' },
  { iso: 'por', tag: 'pt', lang: 'pt', direction: 'ltr', endonym: 'Português' },
  { iso: 'pol', tag: 'pl', lang: 'pl', direction: 'ltr', endonym: 'Polski' },
  { iso: 'ces', tag: 'cs', lang: 'cs', direction: 'ltr', endonym: 'Čeština' },
  { iso: 'slk', tag: 'sk', lang: 'sk', direction: 'ltr', endonym: 'Slovenčina' },
  { iso: 'tur', tag: 'tr', lang: 'tr', direction: 'ltr', endonym: 'Türkçe' },
  { iso: 'ukr', tag: 'uk', lang: 'uk', direction: 'ltr', endonym: 'Українська' },
  { iso: 'ell', tag: 'el', lang: 'el', direction: 'ltr', endonym: 'Ελληνικά' },
  { iso: 'nor', tag: 'no', lang: 'no', direction: 'ltr', endonym: 'Norsk' },
  { iso: 'est', tag: 'et', lang: 'et', direction: 'ltr', endonym: 'Eesti' },
  { iso: 'isl', tag: 'is', lang: 'is', direction: 'ltr', endonym: 'Íslenska' },
  { iso: 'ind', tag: 'id', lang: 'id', direction: 'ltr', endonym: 'Bahasa Indonesia' },
  { iso: 'tha', tag: 'th', lang: 'th', direction: 'ltr', endonym: 'ไทย' },
  { iso: 'jpn', tag: 'ja', lang: 'ja', direction: 'ltr', endonym: '日本語' },
  { iso: 'heb', tag: 'he', lang: 'he', direction: 'rtl', endonym: 'עברית' },
  { iso: 'kin', tag: 'rw', lang: 'rw', direction: 'ltr', endonym: 'Ikinyarwanda' },
];

const byIso = new Map(LANGUAGES.map((row) => [row.iso, row]));
const byTag = new Map(LANGUAGES.map((row) => [row.tag, row]));

/** ISO 639-3 codes that a file name may carry. */
export const LANGUAGE_CODES: readonly string[] = LANGUAGES.map((row) => row.iso);

export function isLanguage(iso: string): boolean {
  return byIso.has(iso);
}

export function isInterfaceLanguage(tag: string): tag is InterfaceLanguage {
  return (INTERFACE_LANGUAGES as readonly string[]).includes(tag);
}

/** ISO 639-3 → BCP 47 as URLs use it: `eng` → `en`. Throws on a language the library does not know. */
export function isoToTag(iso: string): string {
  return row(byIso, iso).tag;
}

/** BCP 47 → ISO 639-3: `zh-Hans` → `zho`. Throws on a language the library does not know. */
export function tagToIso(tag: string): string {
  return row(byTag, tag.split('-')[0]!).iso;
}

/** Value for an HTML `lang` attribute, from ISO 639-3 or a URL's tag: `zho` → `zh-Hans`. */
export function htmlLang(code: string): string {
  return (byIso.get(code) ?? row(byTag, code)).lang;
}

/** Writing direction, from ISO 639-3 or a URL's tag. */
export function direction(code: string): Direction {
  return (byIso.get(code) ?? row(byTag, code)).direction;
}

/** The language's name in itself, from ISO 639-3 or a URL's tag: `fra` → `Français`. */
export function endonym(code: string): string {
  return (byIso.get(code) ?? row(byTag, code)).endonym;
}

function row(table: Map<string, LanguageRow>, code: string): LanguageRow {
  const found = table.get(code);
  if (!found) throw new RangeError(`Unknown language code "${code}"`);
  return found;
}
