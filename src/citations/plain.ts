/** Citation → one line of text, in the order lawyers read: what, number, who, when; where in it; which version; where read. */
import { formatDate } from '../domain/date.ts';
import { isoDate, type CslItem } from './item.ts';

export interface PlainWords {
  /** BCP 47 of the reader, for dates. */
  tag: string;
  /** `version of {date}`. */
  version: string;
}

/**
 * Anti-Human Trafficking Act (No. 11 of 2008), Zambia, 2008, Section 3, version of 1 May 2012. Comity. https://…
 */
export function toPlain(item: CslItem, { tag: asked, version }: PlainWords): string {
  // "November 6, 2008" would part the date among the commas of the citation.
  const tag = asked === 'en' ? 'en-GB' : asked;
  const date = item.issued && formatDate(isoDate(item.issued), tag);
  const parts = [
    item.number === undefined || item.title.includes(item.number) ? item.title : `${item.title} (${item.number})`,
    item.type === 'legal_case' ? item.authority : undefined,
    item.jurisdiction,
    date,
    item.section,
    item.version && version.replace('{date}', formatDate(item.version, tag)),
  ];
  return [parts.filter((part) => part !== undefined).join(', '), item.source, item.URL].filter((part) => part !== undefined).join('. ');
}
