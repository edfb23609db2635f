/** Parts of a language's index that a reader keeps → one index, as if the library had nothing else. */
import { unbundle } from './bundle.ts';
import { COLUMNS, readList, readTerms, type Catalogue } from './format.ts';
import { TermFiles } from './build/list-files.ts';
import type { ReadFile } from './texts.ts';

/** Unpacks a file. */
export type Unpack = (packed: Uint8Array) => Promise<Uint8Array>;

const TERMS_FILE = 20_000;

/**
 * Puts parts together. A document that two of them have (a State and a convention) is there once.
 *
 * @param parts bundles, see bundle.ts
 * @returns what reads the files of the index made of them
 */
export async function keptIndex(parts: readonly Uint8Array[], unpack: Unpack): Promise<ReadFile> {
  const whole = empty();
  const lists = new Map<string, number[]>();
  const texts: Uint8Array[] = [];
  const seen = new Set<string>();
  let blocks = 0;
  for (const bundle of parts) {
    const members = unbundle(bundle);
    const catalogue = JSON.parse(new TextDecoder().decode(await unpack(members[0]!))) as Catalogue;
    whole.language = catalogue.language;
    /** Block of the part → block of the whole, and one past it; 0 where another part has the document. */
    const places: number[] = [];
    let text = 1 + catalogue.terms.length;
    catalogue.titles.forEach((_, document) => {
      const pieces = [catalogue.pieces[document]!].flat();
      const count = pieces.reduce((total, piece) => total + piece, 0);
      const isNew = !seen.has(catalogue.addresses[document]!);
      for (let block = 0; block < count; block++) places.push(isNew ? ++blocks : 0);
      if (isNew) {
        seen.add(catalogue.addresses[document]!);
        addRow(whole, catalogue, document);
        for (let piece = 0; piece < filesOf(catalogue, document); piece++) texts.push(members[text + piece]!);
      }
      text += filesOf(catalogue, document);
    });
    for (const member of members.slice(1, 1 + catalogue.terms.length)) {
      for (const [term, packed] of readTerms(await unpack(member))) {
        let list = lists.get(term);
        if (!list) lists.set(term, (list = []));
        for (const block of readList(packed)) if (places[block]) list.push(places[block] - 1);
      }
    }
  }
  const terms = new TermFiles(TERMS_FILE);
  const files: Uint8Array[] = [];
  for (const [term, list] of [...lists].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const full = list.length > 0 ? terms.add(term, list) : undefined;
    if (full) files.push(full);
  }
  const last = terms.end();
  if (last) files.push(last);
  whole.terms = terms.firsts;
  const catalogue = new TextEncoder().encode(JSON.stringify(whole));
  return async (name) => {
    if (name === 'catalogue') return catalogue;
    const [kind, number] = name.split('-') as [string, string];
    return kind === 'terms' ? files[Number(number)]! : unpack(texts[Number(number)]!);
  };
}

function empty(): Catalogue {
  const columns = Object.fromEntries(COLUMNS.map((column) => [column, { values: [], of: [] }])) as unknown as Catalogue['columns'];
  return { language: '', titles: [], names: {}, keywords: {}, addresses: [], kinds: [], dates: [], columns, pieces: [], terms: [], pairs: [] };
}

function filesOf({ pieces }: Catalogue, document: number): number {
  const counts = pieces[document]!;
  return Array.isArray(counts) ? counts.length : 1;
}

function addRow(whole: Catalogue, part: Catalogue, document: number): void {
  const number = whole.titles.push(part.titles[document]!) - 1;
  if (part.names[document]) whole.names[number] = part.names[document];
  if (part.keywords[document]) whole.keywords[number] = part.keywords[document];
  whole.addresses.push(part.addresses[document]!);
  whole.kinds.push(part.kinds[document]!);
  whole.dates.push(part.dates[document]!);
  whole.pieces.push(part.pieces[document]!);
  for (const column of COLUMNS) {
    const { values, of } = whole.columns[column];
    of.push(
      [part.columns[column].of[document]!].flat().map((place) => {
        const value = part.columns[column].values[place]!;
        const known = values.indexOf(value);
        return known >= 0 ? known : values.push(value) - 1;
      }),
    );
  }
}
