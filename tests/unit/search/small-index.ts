/** A small index made in memory, and search over it. */
import type { Column, DocumentKind } from '../../../src/search/format.ts';
import { LanguageSearch } from '../../../src/search/language-search.ts';
import { LanguageIndex, type DocumentRecord } from '../../../src/search/build/language-index.ts';
import { textBlocks } from '../../../src/search/build/text-blocks.ts';
import { renderText } from '../../../src/markdown/text.ts';

export interface SmallDocument {
  title: string;
  names?: string[];
  keywords?: string[];
  kind?: DocumentKind;
  date?: string;
  columns?: Partial<Record<Column, string[]>>;
  /** Markdown. */
  text?: string;
}

export function record(document: SmallDocument, number: number): DocumentRecord {
  return {
    kind: document.kind ?? 'law', title: document.title, names: document.names ?? [], keywords: document.keywords, address: `d/${number}/`, date: document.date ?? '',
    columns: document.columns ?? {}, text: textBlocks(renderText(document.text ?? '', { dropTitle: true })),
  };
}

/** Files of an index by name. */
export function indexOf(language: string, documents: readonly SmallDocument[]): Map<string, Uint8Array> {
  const index = new LanguageIndex(language);
  const files = new Map<string, Uint8Array>();
  const keep = ({ name, content }: { name: string; content: Uint8Array | string }): void => {
    files.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  };
  documents.forEach((document, number) => {
    for (const file of index.add(record(document, number))) keep(file);
  });
  for (const file of index.finish()) keep(file);
  return files;
}

export async function searchIn(language: string, documents: readonly SmallDocument[]): Promise<{ search: LanguageSearch; titles: (query: string) => Promise<string[]>; provision: (query: string) => Promise<string> }> {
  const files = indexOf(language, documents);
  const search = await LanguageSearch.open((name) => (files.has(name) ? Promise.resolve(files.get(name)!) : Promise.reject(new Error(name))));
  return {
    search,
    titles: async (query) => ((await search.search(query))?.hits ?? []).map(({ document }) => search.catalogue.titles[document]!),
    provision: async (query) => {
      const results = (await search.search(query))!;
      const [hit] = results.hits;
      return hit ? `${search.catalogue.titles[hit.document]} ${(await search.show(hit, results, 1))[0]?.eid ?? ''}`.trim() : '';
    },
  };
}
