/**
 * Citation → BibTeX entry. `@misc` because plain BibTeX knows no laws; field names are biblatex's where it has one, and `entrysubtype`
 * says what it is. Letters of all scripts stay (Biber and modern BibTeX read UTF-8); what TeX takes for commands is escaped.
 */
import { isoDate, type CslItem } from './item.ts';

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}', '{': '\\{', '}': '\\}', $: '\\$', '&': '\\&', '#': '\\#', '%': '\\%', _: '\\_', '^': '\\textasciicircum{}', '~': '\\textasciitilde{}',
};

export function toBibtex(item: CslItem): string {
  const author = item.authority ?? item.jurisdiction;
  const fields: [string, string | undefined][] = [
    // Corporate names and titles in a second pair of braces keep their words and capitals.
    ['author', author && `{${escape(author)}}`],
    ['title', `{${escape(item.title)}}`],
    ['shorttitle', item['title-short'] && `{${escape(item['title-short'])}}`],
    ['entrysubtype', escape(item.type)],
    ['number', item.number && escape(item.number)],
    ['institution', item.authority && escape(item.authority)],
    ['address', item.jurisdiction && escape(item.jurisdiction)],
    ['year', item.issued && String(item.issued['date-parts'][0][0]).padStart(4, '0')],
    ['date', item.issued && isoDate(item.issued)],
    ['note', item.section && escape(item.section)],
    ['version', item.version && escape(item.version)],
    ['language', item.language && escape(item.language)],
    ['publisher', escape(item.source)],
    // Addresses are taken as they are; percent signs and the like are read by url packages.
    ['url', item.URL?.replace(/[{}\\\s]/g, encodeURIComponent)],
    ['urldate', item.accessed && isoDate(item.accessed)],
  ];
  return `@misc{${item.id},\n${fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},\n`])).join('')}}\n`;
}

function escape(text: string): string {
  return text.replace(/[\\{}$&#%_^~]/g, (character) => SPECIAL[character]!);
}
