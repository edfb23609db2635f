/** What a reader can keep, by group and name; and the words of the script that keeps it. */
import type { OfflineWords } from '../client/offline/words.ts';
import { OFFLINE_WORDS } from '../client/offline/words.ts';
import { endonym, INTERFACE_LANGUAGES, type InterfaceLanguage } from '../domain/language.ts';
import { isoOf } from '../i18n/routes.ts';
import type { Translate } from '../i18n/translate.ts';
import { instruments } from '../library/library.ts';
import { bestManual } from '../library/manuals.ts';
import { escapeHtml } from '../markdown/phrase.ts';
import { placeName, type Site } from '../site.ts';
import { nameOf } from './references.ts';
import { regionTree } from './regions.ts';

interface Group {
  name: string;
  /** Long lists are closed until the reader opens them. */
  long?: boolean;
  sets: { id: string; name: string; hint?: string }[];
}

/** Groups of sets: the same ids as scripts/offline/sets.ts makes. A set that holds nothing is taken away by the script, which knows the sizes. */
export function offlineGroups({ library }: Site, language: InterfaceLanguage, t: Translate): string {
  const collator = new Intl.Collator(language);
  const byName = (sets: { id: string; name: string }[]): Group['sets'] => sets.sort((a, b) => collator.compare(a.name, b.name));
  const own = isoOf(language);
  const groups: Group[] = [
    { name: t('offlineSearch'), sets: [...INTERFACE_LANGUAGES].sort((a, b) => Number(b === language) - Number(a === language)).map((tag) => ({ id: `search-${tag}`, name: t('offlineSearchIn', { name: endonym(tag) }) })) },
    { name: t('conventions'), sets: instruments(library).map((work) => ({ id: `convention-${work.data.alias!}`, name: nameOf(work, own) })) },
    { name: t('manuals'), sets: byName([...library.manuals].map(([slug, work]) => ({ id: `manual-${slug}`, name: bestManual(work, own).data.title }))) },
    { name: t('regions'), long: true, sets: byName(regionTree(library).flatMap(({ code, parts }) => [code, ...parts]).map((code) => ({ id: `region-${code}`, name: placeName(code, language) }))) },
    { name: t('states'), long: true, sets: byName([...library.states.keys()].map((code) => ({ id: `state-${code}`, name: placeName(code, language) }))) },
    { name: t('offlineEverything'), sets: [{ id: 'everything', name: t('offlineEverything'), hint: t('offlineEverythingHint') }] },
  ];
  return groups.filter(({ sets }) => sets.length > 0).map(groupHtml).join('');
}

function groupHtml({ name, long, sets }: Group): string {
  const rows = sets.map((set) => `<li data-set="${escapeHtml(set.id)}" data-name="${escapeHtml(set.name)}"><span>${escapeHtml(set.name)}${set.hint ? ` <span class="count">${escapeHtml(set.hint)}</span>` : ''}</span></li>`);
  const list = `<ul class="sets">${rows.join('')}</ul>`;
  return long ? `<details><summary><h3>${escapeHtml(name)}</h3></summary>${list}</details>` : `<section><h3>${escapeHtml(name)}</h3>${list}</section>`;
}

/** Words of the script. Slots are left open for it to fill. */
export function offlineWords({ routes }: Site, language: InterfaceLanguage, t: Translate): OfflineWords {
  const open: Record<string, string> = {};
  for (const slot of ['name', 'size', 'used', 'quota', 'done', 'total']) open[slot] = `{${slot}}`;
  return { language, root: routes.file(''), words: Object.fromEntries(OFFLINE_WORDS.map((key) => [key, t(key, open)])) as OfflineWords['words'] };
}
