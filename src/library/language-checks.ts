/**
 * Words in another script than the text's own, without a mark that says which language they are in: a screen reader spells them out or
 * stays silent, and a browser takes the wrong letters (WCAG 2.2, 3.1.2).
 *
 * Latin letters are never reported: abbreviations, names and citations of every country are written in them. So nothing is said of
 * French words in an English text either: a program that guessed at that would be wrong more often than right.
 */
import { flaw, type Flaw, type Place } from '../flaws/flaw.ts';
import type { Entry } from './entry.ts';

/** Scripts in which a language is written besides Latin. */
const OWN_SCRIPTS: Readonly<Record<string, readonly string[]>> = {
  rus: ['Cyrillic'], ukr: ['Cyrillic'], ara: ['Arabic'], zho: ['Han'], jpn: ['Han', 'Hiragana', 'Katakana'], ell: ['Greek'], heb: ['Hebrew'], tha: ['Thai'],
};
/** What a script is called, and the languages of the library written in it. */
const SCRIPTS: Readonly<Record<string, { name: string; languages: readonly string[] }>> = {
  Cyrillic: { name: 'Cyrillic letters', languages: ['rus', 'ukr'] },
  Arabic: { name: 'Arabic letters', languages: ['ara'] },
  Han: { name: 'Chinese characters', languages: ['zho', 'jpn'] },
  Hiragana: { name: 'Japanese characters', languages: ['jpn'] },
  Katakana: { name: 'Japanese characters', languages: ['jpn'] },
  Greek: { name: 'Greek letters', languages: ['ell'] },
  Hebrew: { name: 'Hebrew letters', languages: ['heb'] },
  Thai: { name: 'Thai letters', languages: ['tha'] },
};
/** A text of Latin letters with none of these needs no closer look: this costs a tenth of the patterns below. */
const ANY = /[\u0370-\u1FFF\u3040-\u9FFF\uF900-\uFAFF\uFB1D-\uFDFF\uFE70-\uFEFC]{2}/;

const patterns = new Map<string, RegExp>();

/** Two letters of a script that is not the language's own: one alone is a symbol (α, Δ). */
function patternFor(language: string): RegExp {
  let pattern = patterns.get(language);
  if (!pattern) {
    const foreign = Object.keys(SCRIPTS).filter((script) => !OWN_SCRIPTS[language]?.includes(script));
    pattern = new RegExp(foreign.map((script) => `(?<${script}>\\p{Script=${script}}{2,})`).join('|'), 'u');
    patterns.set(language, pattern);
  }
  return pattern;
}

/** A piece of text in another script. */
export interface ForeignPiece {
  index: number;
  words: string;
  script: string;
}

/**
 * The first words of a text in another script than its language's, marks and addresses left aside.
 *
 * @param language ISO 639-3
 */
export function foreignPiece(text: string, language: string): ForeignPiece | undefined {
  if (!OWN_SCRIPTS[language] && !ANY.test(text)) return undefined;
  if (!patternFor(language).test(text)) return undefined;
  // What is marked, and what no one reads aloud, is blanked out, so that places stay.
  const blank = (piece: string): string => piece.replace(/[^\n]/g, ' ');
  const plain = text.replace(/\[[^\]\n]{1,500}\]\(lang:[a-z]{3}\)/g, blank).replace(/https?:\/\/\S+|\]\([^)\s]*\)|\{#[^}\s]*\}|`[^`\n]*`/g, blank);
  const found = patternFor(language).exec(plain);
  if (!found) return undefined;
  const script = Object.entries(found.groups!).find(([, words]) => words !== undefined)![0];
  return { index: found.index, words: found[0], script };
}

/** Flaw of a text; its front matter has its own. */
export function textLanguageFlaw(piece: ForeignPiece, place: Place): Flaw {
  const { name, languages } = SCRIPTS[piece.script]!;
  return flaw('UnmarkedLanguage', place, `${name} (\`${piece.words.slice(0, 20)}\`)`, `the language behind them: ${languages.map((language) => `\`[${piece.words.slice(0, 20)}](lang:${language})\``).join(' or ')}`);
}

const KEYS = ['title', 'title_short', 'title_alternative', 'summary'] as const;

/** Flaws of the words in front matter that pages print as words of the record's language. */
export function wordsLanguageFlaws({ data }: Entry<unknown>, placeOf: (path: readonly (string | number)[]) => Place): Flaw[] {
  const record = data as Record<string, unknown>;
  const { language } = record;
  if (typeof language !== 'string') return [];
  const flaws: Flaw[] = [];
  for (const key of KEYS) {
    const listed = Array.isArray(record[key]);
    const values = (listed ? record[key] : [record[key]]) as unknown[];
    const pieces = values.map((value) => (typeof value === 'string' ? foreignPiece(value, language) : undefined));
    const index = pieces.findIndex((found) => found !== undefined);
    const piece = pieces[index];
    if (piece) flaws.push(flaw('UnmarkedLanguage', placeOf(listed ? [key, index] : [key]), `${SCRIPTS[piece.script]!.name} (\`${piece.words.slice(0, 20)}\`) in \`${key}\``, `words of the language \`${language}\`; the title of the official text belongs to \`title_original\` with its language`));
  }
  const original = record['title_original'] as { text: string; language: string } | undefined;
  if (original && original.language !== language && record['title'] === original.text) {
    flaws.push(flaw('UnmarkedLanguage', placeOf(['title']), `the title in \`${original.language}\``, `a title in \`${language}\``));
  }
  return flaws;
}
