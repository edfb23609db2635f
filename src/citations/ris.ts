/** Citation → RIS record, as reference managers read it: a tag of two signs, two spaces, a hyphen, a space, the value; CRLF ends a line. */
import { isoDate, type CslDate, type CslItem } from './item.ts';

/** STAT statute, LEGAL legal rule or regulation (RIS has no type for treaties), CASE case. */
const TYPES: Record<CslItem['type'], string> = { legislation: 'STAT', treaty: 'LEGAL', legal_case: 'CASE' };

export function toRis(item: CslItem): string {
  const lines: [string, string | undefined][] = [
    ['TY', TYPES[item.type]],
    ['ID', item.id],
    ['AU', item.authority ?? item.jurisdiction],
    ['TI', item.title],
    ['ST', item['title-short']],
    ['M1', item.number],
    ['PB', item.authority],
    ['CY', item.jurisdiction],
    ['PY', item.issued && String(item.issued['date-parts'][0][0]).padStart(4, '0')],
    ['DA', item.issued && risDate(item.issued)],
    ['SE', item.section],
    ['ET', item.version],
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
