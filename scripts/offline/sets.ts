/** Which files of a built site belong to which set a reader can keep. */
import { buildGraph } from '../../src/library/graph.ts';
import { keptTogether } from '../../src/library/keepable.ts';
import { instruments, type Library } from '../../src/library/library.ts';
import { partLanguage } from '../../src/search/bundle.ts';
import { INTERFACE_LANGUAGES } from '../../src/domain/language.ts';
import { regionTree, statesOf } from '../../src/views/regions.ts';
import type { SetFiles } from '../../src/client/offline/store.ts';

/**
 * Sorts the files of a site into sets. Documents belong to a set in every language they have; pages of the interface in each language apart.
 *
 * @param files addresses below the site's root: `en/laws/ke/act/2010/8/`, `pdf/digest.en.a4.pdf`
 * @param search entry of the search index: language → folder
 * @returns id → set, in order of id; no set is empty
 */
export function offlineSets(files: readonly string[], library: Library, search: NonNullable<SetFiles['search']>): Map<string, SetFiles> {
  const graph = buildGraph(library);
  const sets = new Map<string, SetFiles>();
  const byWork = new Map<string, string[]>();
  const pages = new Map<string, string[]>();
  const indexes = new Map<string, string[]>();
  /** Set → its parts of the search index. */
  const parts = new Map<string, string[]>();
  const pdfs: string[] = [];
  const rest: string[] = [];
  for (const file of files) {
    const [first, room] = file.split('/') as [string, string?];
    const work = first !== 'pdf' && (room === 'laws' || room === 'cases') ? workOf(library, file.slice(first.length + room.length + 2)) : undefined;
    if (work !== undefined) push(byWork, work, file);
    else if (partLanguage(file) !== undefined) push(parts, file.slice('search-index/parts/'.length, -(partLanguage(file)!.length + '-.gz'.length)), file);
    else if (first === 'search-index') push(indexes, room!, file);
    // A PDF of one law or case says what its page says, which can be kept and printed.
    else if (first === 'pdf' && (room === 'laws' || room === 'cases')) continue;
    else if (first === 'pdf') pdfs.push(file);
    else if ((INTERFACE_LANGUAGES as readonly string[]).includes(first)) push(pages, file.slice(first.length + 1), file);
    else if (!file.startsWith('assets/') && file !== '404.html') rest.push(file);
  }
  const below = (...prefixes: string[]): Record<string, string[]> => {
    const found: Record<string, string[]> = {};
    for (const [path, addresses] of pages) {
      if (prefixes.some((prefix) => path.startsWith(prefix))) for (const address of addresses) (found[address.split('/')[0]!] ??= []).push(address);
    }
    return found;
  };
  const together = keptTogether(library, graph);
  const add = (id: string, set: SetFiles): void => {
    const own = parts.get(id) ?? [];
    // The part of the search index in each language the documents are in; in the others it knows the set's own page only.
    const [documents, interfaceOnly] = [own.filter((file) => set.files?.some((address) => address.startsWith(`${partLanguage(file)}/`))), [] as string[]];
    interfaceOnly.push(...own.filter((file) => !documents.includes(file)));
    const pages = { ...set.pages };
    for (const file of interfaceOnly) pages[partLanguage(file)!] = [...(pages[partLanguage(file)!] ?? []), file];
    if (set.sets?.length || set.files?.length || Object.keys(pages).length > 0) sets.set(id, { ...set, ...(set.files ? { files: [...set.files, ...documents] } : {}), ...(set.pages || interfaceOnly.length > 0 ? { pages } : {}) });
  };

  for (const code of library.states.keys()) add(`state-${code}`, { files: together.get(`state-${code}`)!.flatMap((path) => byWork.get(path) ?? []), pages: below(`states/${code}/`) });
  for (const region of regionTree(library).flatMap(({ code, parts }) => [code, ...parts])) {
    add(`region-${region}`, { sets: statesOf(library, region).map((code) => `state-${code}`).filter((id) => sets.has(id)).sort(), pages: below(`regions/${region}/`) });
  }
  for (const work of instruments(library)) {
    const alias = work.data.alias!;
    add(`convention-${alias}`, { files: together.get(`convention-${alias}`)!.flatMap((path) => byWork.get(path) ?? []), pages: below(`coverage/${alias}/`, `compare/${alias}/`) });
  }
  // A manual's pages are in its own languages, as documents are.
  for (const slug of library.manuals.keys()) add(`manual-${slug}`, { files: [...Object.values(below(`manuals/${slug}/`)).flat(), ...pdfs.filter((file) => file.startsWith(`pdf/${slug}.`))] });
  for (const [language, entry] of Object.entries(search)) add(`search-${language}`, { files: indexes.get(entry.folder) ?? [], search: { [language]: entry } });
  // What no other set has is part of everything only.
  const taken = new Set([...sets.values()].flatMap((set) => [...(set.files ?? []), ...Object.values(set.pages ?? {}).flat()]));
  const left: Record<string, string[]> = {};
  for (const address of [...pages.values()].flat()) if (!taken.has(address)) (left[address.split('/')[0]!] ??= []).push(address);
  const others = [...rest, ...pdfs, ...[...byWork.values()].flat()].filter((file) => !taken.has(file) && file !== 'search-index/languages.json').sort();
  const members = [...sets.keys()].filter((id) => !id.startsWith('region-')).sort();
  const regions = [...sets.values()].filter(({ sets: parts }) => parts).flatMap(({ pages: own }) => Object.values(own ?? {}).flat());
  for (const address of regions) (left[address.split('/')[0]!] ??= []).push(address);
  for (const list of Object.values(left)) list.sort();
  add('everything', { sets: members, files: others, pages: left });
  return new Map([...sets].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Addresses of a set in one language, with those of the sets it is made of, each once. */
export function filesOfSet(sets: ReadonlyMap<string, SetFiles>, id: string, language: string): string[] {
  const files = new Set<string>();
  const whole = new Set<string>();
  const collect = (one: string): void => {
    const set = sets.get(one)!;
    for (const tag of Object.keys(set.search ?? {})) whole.add(tag);
    for (const part of set.sets ?? []) collect(part);
    for (const file of [...(set.files ?? []), ...(set.pages?.[language] ?? [])]) files.add(file);
  };
  collect(id);
  // With the whole index of a language its parts are not needed.
  return [...files].filter((file) => !whole.has(partLanguage(file) ?? ''));
}

/** Work a path lies below: `ke/act/2010/8/@2012-05-01/` → `ke/act/2010/8`. */
function workOf(library: Library, path: string): string | undefined {
  const parts = path.split('/');
  for (let length = parts.length - 1; length > 2; length--) {
    const work = parts.slice(0, length).join('/');
    if (library.laws.has(work) || library.cases.has(work)) return work;
  }
  return undefined;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
