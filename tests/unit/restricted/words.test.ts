import { describe, expect, it } from 'vitest';
import type { INTERFACE_LANGUAGES } from '../../../src/domain/language.ts';
import { authority } from '../../../src/restricted/authority.ts';
import { SECTIONS } from '../../../src/restricted/change-format.ts';
import { controlOf, type Control } from '../../../src/restricted/control.ts';
import { readDirectory } from '../../../src/restricted/directory.ts';
import { makeEdition } from '../../../src/restricted/edition.ts';
import { FIELDS, GROUPS, isShown } from '../../../src/restricted/fields.ts';
import { folderOf } from '../../../src/restricted/pages/frame.ts';
import { renderEdition } from '../../../src/restricted/render.ts';
import { editionToData } from '../../../src/restricted/edition-data.ts';
import { editionToTypst } from '../../../src/restricted/typst.ts';
import { DAYS, LEGAL_BASES, NETWORKS } from '../../../src/restricted/vocabulary.ts';
import { DICTIONARIES, wordsOf } from '../../../src/restricted/words/all.ts';
import { ENGLISH } from '../../../src/restricted/words/words.ts';

const OTHERS = Object.entries(DICTIONARIES);
const { entries } = readDirectory('restricted', 'restricted');
/** A ministry and a coast guard of one State; names of records stand in no public file. */
const SPEAKER = [...entries.values()].find(({ data }) => data.country === 'xa' && data.treaty_position)!.data.id;
const GUARD = [...entries.values()].find(({ data }) => data.country === 'xa' && data.identity.authority_type === 'coast_guard')!.data.id;
const slots = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

/** Every key and every code that the form or a page may show. */
const keys = new Set<string>();
const codes = new Set<string>();
walk(controlOf(authority));
function walk(control: Control): void {
  if (control.kind === 'choice' || control.kind === 'choices') for (const code of control.values) codes.add(code);
  const fields = control.kind === 'group' ? control.fields : control.kind === 'rows' ? control.row.fields : [];
  for (const { name, control: inner } of fields) {
    keys.add(name);
    walk(inner);
  }
}
/** Names of their own, cited texts and days (which Intl names) are no words of ours; `true` is what marks a sample. */
const NAMES = new Set<string>([...NETWORKS, ...Object.keys(LEGAL_BASES), ...DAYS, 'true']);
NAMES.delete('regional_or_bilateral');
NAMES.delete('other');

describe.each(OTHERS)('the edition in %s', (_, dictionary) => {
  it('says every sentence, with the same slots', () => {
    for (const [key, english] of Object.entries(ENGLISH.text)) expect([key, slots(dictionary.text[key as keyof typeof ENGLISH.text])]).toEqual([key, slots(english)]);
  });
  it('has a word for every field, group, part of a field and code', () => {
    const functions = new Set([...codes].filter((code) => keys.has(code)));
    const wanted = [...FIELDS.map(({ name }) => name), ...keys, ...Object.keys(GROUPS), ...SECTIONS.map(({ name }) => name)].filter((name) => isShown(name) && name !== 'record' && !functions.has(name) && name !== 'legal_basis');
    expect([...new Set(wanted)].filter((name) => !dictionary.labels[name])).toEqual([]);
    expect([...codes].filter((code) => !NAMES.has(code) && !dictionary.values[code])).toEqual([]);
  });
  it('has the hints and the complaints that English has', () => {
    expect(Object.keys(dictionary.hints).sort()).toEqual(Object.keys(ENGLISH.hints).sort());
    expect(Object.keys(dictionary.problems).sort()).toEqual(Object.keys(DICTIONARIES.fr.problems).sort());
  });
});

describe('words', () => {
  it('tell days, durations, languages and States as the language does', () => {
    const say = (language: (typeof INTERFACE_LANGUAGES)[number]): string[] => {
      const words = wordsOf(language);
      return [words.days(['mon', 'tue', 'wed']), words.duration('P1M'), words.duration('PT24H'), words.languageName('es'), words.state('ke'), words.basis('UNTOC:18(13)')].map((text) => text.replace(/\s/g, ' '));
    };
    expect(say('en')).toEqual(['Monday to Wednesday', '1 month', '24 hours', 'Spanish', 'Kenya', 'UNTOC, article 18(13)']);
    expect(say('fr')).toEqual(['du lundi au mercredi', '1 mois', '24 heures', 'espagnol', 'Kenya', 'Convention contre la criminalité organisée, article 18(13)']);
    expect(say('zh').slice(0, 3)).toEqual(['星期一至星期三', '1个月', '24小时']);
    expect(say('ru')[2]).toBe('24 часа');
  });
  it('translate what the schema complains of, and leave alone what they do not know', () => {
    expect(wordsOf('es').problem('a time after 09:00')).toBe('una hora posterior a 09:00');
    expect(wordsOf('es').problem('a time after 09:00, or hours over midnight of at most 16 hours')).toBe('una hora posterior a 09:00, o un horario que pase la medianoche de 16 horas como máximo');
    expect(wordsOf('es').problem('something else')).toBe('something else');
    expect(wordsOf('fr').value('constructor')).toBe('constructor');
  });
});

describe('the edition in six languages', () => {
  const { files } = renderEdition(entries);
  it('has the same pages in each, and every page leads to the same page in the others', () => {
    const english = [...files.keys()].filter((path) => !/^(?:fr|es|ru|ar|zh)\//.test(path) && path !== 'robots.txt').sort();
    for (const [language] of OTHERS) expect([...files.keys()].filter((path) => path.startsWith(`${language}/`)).map((path) => path.slice(3)).sort()).toEqual(english);
    const page = files.get('ar/states/xa/extradition/index.html')!;
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).toContain('href="../../../../fr/states/xa/extradition/"');
    expect(page).toContain('href="../../../../states/xa/extradition/" lang="en"');
  });
  it('leaves nothing of our own words in English, and the words of the record as they were written', () => {
    for (const [language] of OTHERS) {
      for (const path of ['index.html', 'help/index.html', 'states/xa/extradition/index.html', `edit/${SPEAKER}/index.html`, `authorities/${SPEAKER}/index.html`]) {
        const page = files.get(folderOf(language as 'fr') + path)!;
        for (const [key, text] of Object.entries(ENGLISH.text)) if (text.length > 14 && !text.includes('{') && !DICTIONARIES[language as 'fr'].text[key as 'title'].includes(text)) expect(page.includes(text), `${language}/${path} ${text}`).toBe(false);
      }
      expect(files.get(`${folderOf(language as 'fr')}authorities/${SPEAKER}/index.html`)).toContain(entries.get(SPEAKER)!.data.contact.postal_address.lines[1]!.split(',')[0]!);
    }
  });
  it('finds a record by words in the language of the page, and in English', () => {
    const index = JSON.parse(files.get('fr/search.json')!) as Record<string, string>;
    const words = index[GUARD];
    expect(words).toContain('trafic illicite de migrants par mer');
    expect(words).toContain('smuggling of migrants by sea');
  });
  it('is printed in the languages whose letters the fonts hold', () => {
    const edition = makeEdition(entries, undefined, wordsOf('ru'));
    const source = editionToTypst(edition, editionToData(edition));
    expect(source).toContain('lang: "ru"');
    expect(source).toContain('Справочник национальных компетентных органов');
  });
});
