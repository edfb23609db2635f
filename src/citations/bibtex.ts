/**
 * Citation → BibTeX entry. Entry types and field names are biblatex's (BibTeX's own styles take types they do not know for `@misc`).
 * Treaties are `@misc`: Zotero drops entries of biblatex's `@legal`. Letters of all scripts stay (Biber and modern BibTeX read UTF-8);
 * what TeX takes for commands is escaped.
 */
import { isoDate, type CslItem } from './item.ts';

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', $: '\\$', '&': '\\&', '#': '\\#', '%': '\\%', _: '\\_', '^': '\\textasciicircum{}', '~': '\\textasciitilde{}',
};

const TYPES: Record<CslItem['type'], string> = { legislation: 'legislation', treaty: 'misc', legal_case: 'jurisdiction' };

/** Writes an entry; tests/unit/citations/independent-reader.test.ts says what a foreign reader makes of it. */
export function toBibtex(item: CslItem): string {
  const author = item.authority ?? item.jurisdiction;
  const fields: [string, string | undefined][] = [
    // Corporate names and titles in a second pair of braces keep their words and capitals.
    ['author', author && `{${escape(author)}}`],
    ['title', `{${escape(item.title)}}`],
    ['shorttitle', item['title-short'] && `{${escape(item['title-short'])}}`],
    ['entrysubtype', item.type === 'treaty' ? 'treaty' : undefined],
    ['number', item.number && escape(item.number)],
    ['address', item.jurisdiction && escape(item.jurisdiction)],
    ['year', item.issued && String(item.issued['date-parts'][0][0]).padStart(4, '0')],
    ['date', item.issued && isoDate(item.issued)],
    // Styles print no number and no provision of a law; they do print its note.
    ['note', [item.number, item.section].flatMap((words) => (words === undefined ? [] : [escape(words)])).join(', ') || undefined],
    ['version', item.version && escape(item.version)],
    ['language', item.language && escape(item.language)],
    ['howpublished', escape(item.source)],
    // Addresses are taken as they are; percent signs and the like are read by url packages.
    ['url', item.URL?.replace(/[{}\\\s]/g, encodeURIComponent)],
    ['urldate', item.accessed && isoDate(item.accessed)],
  ];
  return `@${TYPES[item.type]}{${item.id},\n${fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},\n`])).join('')}}\n`;
}

/** TeX joins `--`, `''` and the like into one sign: a pair of braces keeps them apart. */
const LIGATURES = /(?<=[-`',<>!?])(?=[-`',<>])/g;

function escape(text: string): string {
  return text.replace(LIGATURES, '\u0000').replace(/[\\{}$&#%_^~]/g, (character) => SPECIAL[character]!).replaceAll('\u0000', '{}');
}
