/** Citation → RIS record, as reference managers read it: a tag of two signs, two spaces, a hyphen, a space, the value; CRLF ends a line. */
import { isoDate, type CslDate, type CslItem } from './item.ts';

/** STAT statute, LEGAL legal rule or regulation (RIS has no type for treaties), CASE case. */
const TYPES: Record<CslItem['type'], string> = { legislation: 'STAT', treaty: 'LEGAL', legal_case: 'CASE' };

/** Tags for what a type has a tag for. In a case SE is the day it was filed and in a legal rule M1 is the first page, so they are not used there. */
const TAGS: Record<CslItem['type'], { number?: string; section?: string; version?: string; jurisdiction?: string }> = {
  legislation: { number: 'M1', section: 'SE' },
  treaty: { number: 'SN', section: 'SE', version: 'ET', jurisdiction: 'CY' },
  legal_case: {},
};

/** Writes a record; tests/unit/citations/independent-reader.test.ts says what a foreign reader makes of it. */
export function toRis(item: CslItem): string {
  const tags = TAGS[item.type];
  const parts = (['number', 'jurisdiction', 'section', 'version'] as const).map((name) => ({ name, tag: tags[name], value: item[name] }));
  const untagged = parts.flatMap(({ name, tag, value }) => (tag === undefined && value !== undefined ? [name === 'version' ? `version ${value}` : value] : []));
  const lines: [string, string | undefined][] = [
    ['TY', TYPES[item.type]],
    ['ID', item.id],
    // A comma would part family and given names; no sign protects the name of an organ.
    ['AU', (item.authority ?? item.jurisdiction)?.replace(/\s*,\s*/g, ' ')],
    ['TI', item.title],
    ['ST', item['title-short']],
    ['PB', item.authority],
    ['PY', item.issued && String(item.issued['date-parts'][0][0]).padStart(4, '0')],
    ['DA', item.issued && risDate(item.issued)],
    ...parts.flatMap(({ tag, value }): [string, string | undefined][] => (tag === undefined ? [] : [[tag, value]])),
    // What the type has no tag for stands in the notes.
    ['N1', untagged.length > 0 ? untagged.join('; ') : undefined],
    ['LA', item.language],
    ['DB', item.source],
    ['UR', item.URL],
    ['Y2', item.accessed && risDate(item.accessed)],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('');
}

/** `2010-10` → `2010/10//`, always with three slashes. */
function risDate(date: CslDate): string {
  const [year, month = '', day = ''] = isoDate(date).split('-');
  return `${year}/${month}/${day}/`;
}
