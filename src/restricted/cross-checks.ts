/** What holds between records: references lead somewhere, and a State speaks with one voice. */
import { flaw, nearest, type Flaw } from '../flaws/flaw.ts';
import type { Entry } from './directory.ts';
import { inWords } from './vocabulary.ts';

/** Flaws between records, in the order of the records. */
export function crossFlaws(entries: ReadonlyMap<string, Entry>): Flaw[] {
  return [...referenceFlaws(entries), ...voiceFlaws(entries)];
}

function referenceFlaws(entries: ReadonlyMap<string, Entry>): Flaw[] {
  const flaws: Flaw[] = [];
  const mustBeThere = (entry: Entry, path: (string | number)[], id: string): Entry | undefined => {
    const target = entries.get(id);
    if (!target) flaws.push(flaw('UnknownWork', entry.placeOf(path), `\`${id}\``, 'the id of a record of the directory', nearest(id, entries.keys())));
    return target;
  };
  for (const entry of entries.values()) {
    const { treaty_position: position, urgency, country } = entry.data;
    position?.untoc_18_13_authority.forEach((id, index) => {
      const path = ['treaty_position', 'untoc_18_13_authority', index];
      const target = mustBeThere(entry, path, id);
      if (target && target.data.country !== country) flaws.push(flaw('InvalidValue', entry.placeOf(path), `\`${id}\`, an authority of another State`, 'an authority of the same State'));
      if (target && !target.data.mandate.some(({ function: name }) => name === 'mutual_legal_assistance')) {
        flaws.push(flaw('InvalidValue', entry.placeOf(path), `\`${id}\`, which is not competent for mutual legal assistance`, 'the central authority under UNTOC article 18(13)'));
      }
    });
    if (urgency.data_preservation_contact !== undefined) mustBeThere(entry, ['urgency', 'data_preservation_contact'], urgency.data_preservation_contact);
  }
  return flaws;
}

/** Requirements of one State for one kind of request, and its position under treaties, are said once. */
function voiceFlaws(entries: ReadonlyMap<string, Entry>): Flaw[] {
  const flaws: Flaw[] = [];
  const said = new Map<string, string>();
  const once = (entry: Entry, key: string, path: (string | number)[], what: string): void => {
    const before = said.get(key);
    if (before === undefined) said.set(key, entry.data.id);
    else flaws.push(flaw('DuplicateIdentifier', entry.placeOf(path), `${what} of ${entry.data.country.toUpperCase()}, which \`${before}\` has said`, 'each thing said by one authority of a State'));
  };
  for (const entry of entries.values()) {
    const { country, territory = [], treaty_position: position, procedure = [] } = entry.data;
    if (position) once(entry, country, ['treaty_position'], 'the position under treaties');
    procedure.forEach(({ function: name }, index) => once(entry, `${country} ${territory.join('+')} ${name}`, ['procedure', index, 'function'], `requirements for ${inWords(name).toLowerCase()}`));
  }
  return flaws;
}
