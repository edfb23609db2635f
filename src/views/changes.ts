/** What changed: the history of the records (library/history.ts) joined to the library, as pages show it. */
import { readFileSync } from 'node:fs';
import { formatDate } from '../domain/date.ts';
import { direction, htmlLang, isoToTag, type InterfaceLanguage } from '../domain/language.ts';
import { crimeSlug, isoOf } from '../i18n/routes.ts';
import type { Key, Translate } from '../i18n/translate.ts';
import type { History } from '../library/history.ts';
import { bestEntry, bestExpression, instruments } from '../library/library.ts';
import { bestManual } from '../library/manuals.ts';
import { escapeHtml } from '../markdown/phrase.ts';
import { placeName, projectFile, type Site } from '../site.ts';
import { conventionAliases, crimesOf } from './facets.ts';
import { nameOf } from './references.ts';

export interface Change {
  hash: string;
  date: string;
  subject: string;
  kind: 'added' | 'amended';
}

/** A record with what git knows of it, the newest first. */
export interface ChangedRecord {
  record: string;
  changes: Change[];
  /** `state/ke`, `convention/untoc`, `crime/money-laundering`. */
  groups: readonly string[];
}

export interface Changes {
  history: History;
  byRecord: ReadonlyMap<string, ChangedRecord>;
  /** Value of a facet → records, those changed last first. */
  groups: ReadonlyMap<string, readonly ChangedRecord[]>;
}

/** Records named under one commit, and commits on the first page: an import of thousands must not make a page nobody can load. */
const MOST_RECORDS = 40;
const MOST_COMMITS = 100;
/** Records on the page of a convention or crime type; a State's page has all, because its records link to it. */
const MOST_IN_GROUP = 500;

const cache = new WeakMap<Site, Changes>();

/** History of the library's records, read once per build from COMITY_CHANGES, or from what `npm run changes` wrote last. */
export function changesOf(site: Site): Changes {
  const known = cache.get(site);
  if (known) return known;
  const history = readHistory();
  const byRecord = new Map<string, ChangedRecord>();
  for (const { added, amended, ...commit } of history.commits) {
    for (const [kind, records] of [['added', added], ['amended', amended]] as const) {
      for (const record of records) {
        const groups = byRecord.get(record)?.groups ?? groupsOf(site, record);
        if (!groups) continue;
        const changed = byRecord.get(record) ?? { record, changes: [], groups };
        changed.changes.push({ ...commit, kind });
        byRecord.set(record, changed);
      }
    }
  }
  const groups = new Map<string, ChangedRecord[]>();
  for (const changed of byRecord.values()) {
    for (const group of changed.groups) {
      const list = groups.get(group);
      if (list) list.push(changed);
      else groups.set(group, [changed]);
    }
  }
  const made = { history, byRecord, groups };
  cache.set(site, made);
  return made;
}

function readHistory(): History {
  try {
    return JSON.parse(readFileSync(process.env['COMITY_CHANGES'] ?? projectFile('.cache', 'changes.json'), 'utf8')) as History;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { known: 'none', commits: [] };
    throw error;
  }
}

/** Groups of a record, or undefined where the library no longer has it. */
function groupsOf({ library }: Site, record: string): string[] | undefined {
  const [folder, name] = split(record);
  const states = (codes: readonly string[]): string[] => [...new Set(codes)].map((code) => `state/${code}`);
  const conventions = (references: readonly string[]): string[] => conventionAliases(references, library).map((alias) => `convention/${alias}`);
  switch (folder) {
    case 'laws': {
      const data = library.laws.get(name)?.data;
      if (!data) return undefined;
      const own = data.articles && data.alias ? [`convention/${data.alias}`] : [];
      return [...states([data.jurisdiction]), ...new Set([...own, ...conventions(Object.values(data.provisions ?? {}).flatMap((provision) => provision.implements))]), ...crimesOf(data.is_about).map((crime) => `crime/${crime}`)];
    }
    case 'cases': {
      const data = library.cases.get(name)?.data;
      return data && [...states([data.jurisdiction, ...data.countries]), ...conventions([...data.applies, ...(data.illustrates ?? [])]), ...data.crime_types.map((crime) => `crime/${crimeSlug(crime)}`)];
    }
    case 'states':
      return library.states.has(name) ? [`state/${name}`] : undefined;
    case 'crimes':
      return library.crimes.has(name.replaceAll('-', '_')) ? [`crime/${name}`] : undefined;
    case 'networks':
      return library.networks.has(name) ? [] : undefined;
    default:
      return library.manuals.has(name.slice(name.lastIndexOf('/') + 1)) ? [] : undefined;
  }
}

function split(record: string): [folder: string, name: string] {
  const slash = record.indexOf('/');
  return [record.slice(0, slash), record.slice(slash + 1)];
}

export interface RecordLink {
  title: string;
  href: string;
  /** ISO 639-3 of the title. */
  iso: string;
  /** Kind of record and State, for a reader. */
  facts: string;
}

/** Title and address of a record for a reader of a language. */
export function recordLink(site: Site, record: string, language: InterfaceLanguage, t: Translate): RecordLink {
  const { library, routes } = site;
  const iso = isoOf(language);
  const [folder, name] = split(record);
  const place = (code: string): string => (code === 'un' || code === 'int' ? t('international') : placeName(code, language));
  if (folder === 'laws') {
    const work = library.laws.get(name)!;
    const shown = bestExpression(work, iso).expression.language;
    return { title: nameOf(work, iso), href: routes.law(name, shown), iso: shown, facts: `${t(work.data.articles ? 'kindConvention' : 'kindLaw')} · ${place(work.data.jurisdiction)}` };
  }
  if (folder === 'cases') {
    const { data, expression } = bestExpression(library.cases.get(name)!, iso);
    return { title: data.title, href: routes.case(name, expression.language), iso: expression.language, facts: `${t('kindCase')} · ${place(data.jurisdiction)}` };
  }
  if (folder === 'states') return { title: placeName(name, language), href: routes.page(language, record), iso, facts: t('kindState') };
  if (folder === 'crimes') return { title: t(`crime_${name.replaceAll('-', '_')}` as Key), href: routes.page(language, record), iso, facts: t('kindCrime') };
  if (folder === 'networks') {
    const { data } = bestEntry(library.networks.get(name)!, iso);
    return { title: data.title, href: routes.page(language, record), iso: data.language, facts: t('kindNetwork') };
  }
  const slug = name.slice(name.lastIndexOf('/') + 1);
  const { data, language: shown } = bestManual(library.manuals.get(slug)!, iso);
  return { title: data.title, href: routes.page(isoToTag(shown), `manuals/${slug}`), iso: shown, facts: t('kindManual') };
}

/** Id of a record on the page of its State. */
function anchorOf(record: string): string {
  return record.replaceAll('/', '-');
}

/** Address of a law's or case's history, or undefined where git knows none. Costs a look into a map. */
export function historyHref(site: Site, record: string, jurisdiction: string, language: InterfaceLanguage): string | undefined {
  return changesOf(site).byRecord.has(record) ? `${site.routes.page(language, `changes/state/${jurisdiction}`)}#${anchorOf(record)}` : undefined;
}

/** Name of a group's value for a reader. */
export function groupName(site: Site, group: string, language: InterfaceLanguage, t: Translate): string {
  const [facet, value] = split(group);
  if (facet === 'crime') return t(`crime_${value.replaceAll('-', '_')}` as Key);
  if (facet === 'convention') return nameOf(instruments(site.library).find(({ data }) => data.alias === value)!, isoOf(language));
  return value === 'un' || value === 'int' ? t('international') : placeName(value, language);
}

/** Feeds of a group, below the base path; of all records where no group is given. */
export function feedPath(group: string | undefined, kind: 'atom' | 'json'): string {
  return `feeds/${group === undefined ? 'all' : `${split(group)[0]}s/${split(group)[1]}`}.${kind}`;
}

/** The newest commits with their records: the body of the first page. */
export function commitsHtml(site: Site, language: InterfaceLanguage, t: Translate): string {
  const { history, byRecord } = changesOf(site);
  return history.commits
    .slice(0, MOST_COMMITS)
    .map(({ hash, date, subject, added, amended }) => {
      const lists = ([['changesAdded', added], ['changesAmended', amended]] as const)
        .map(([key, records]) => [key, records.filter((record) => byRecord.has(record))] as const)
        .filter(([, records]) => records.length > 0)
        .map(([key, records]) => {
          const more = records.length - MOST_RECORDS;
          const rows = records.slice(0, MOST_RECORDS).map((record) => row(site, record, language, t));
          return `<h3>${escapeHtml(t(key))}</h3><ul class="rows">${rows.join('')}${more > 0 ? `<li class="count">${escapeHtml(t('changesMore', { n: more }))}</li>` : ''}</ul>`;
        });
      return lists.length === 0 ? '' : `<section><h2><time datetime="${date}">${escapeHtml(formatDate(date.slice(0, 10), language))}</time></h2><p class="ui" lang="en" dir="ltr">${escapeHtml(subject)} ${commitHtml(hash)}</p>${lists.join('')}</section>`;
    })
    .join('');
}

/** Records of a group, each with its history: the body of a State's, convention's or crime type's page. */
export function groupHtml(site: Site, group: string, language: InterfaceLanguage, t: Translate): string {
  const records = changesOf(site).groups.get(group)!;
  const shown = group.startsWith('state/') ? records : records.slice(0, MOST_IN_GROUP);
  const rows = shown.map(({ record, changes }) => {
    const lines = changes.map(({ hash, date, subject, kind }) => `<li><time datetime="${date}">${escapeHtml(formatDate(date.slice(0, 10), language))}</time> · ${escapeHtml(t(kind === 'added' ? 'changesAdded' : 'changesAmended'))} · <span lang="en" dir="ltr">${escapeHtml(subject)}</span> ${commitHtml(hash)}</li>`);
    return row(site, record, language, t, `<ul class="history">${lines.join('')}</ul>`);
  });
  const more = records.length - shown.length;
  return `<ul class="rows">${rows.join('')}${more > 0 ? `<li class="count">${escapeHtml(t('changesMore', { n: more }))}</li>` : ''}</ul>`;
}

function row(site: Site, record: string, language: InterfaceLanguage, t: Translate, below = ''): string {
  const { title, href, iso, facts } = recordLink(site, record, language, t);
  const foreign = iso === isoOf(language) ? '' : ` lang="${htmlLang(iso)}" dir="${direction(iso)}"`;
  return `<li${below === '' ? '' : ` id="${escapeHtml(anchorOf(record))}"`}><a class="t"${foreign} href="${href}">${escapeHtml(title)}</a><span class="d">${escapeHtml(facts)}</span>${below}</li>`;
}

/** A commit's name, which leads to the forge where COMITY_REPOSITORY says where the repository is published. */
function commitHtml(hash: string): string {
  const repository = process.env['COMITY_REPOSITORY']?.replace(/\/+$/, '');
  return repository ? `<a href="${escapeHtml(repository)}/commit/${hash}" rel="external"><code dir="ltr">${hash}</code></a>` : `<code dir="ltr">${hash}</code>`;
}

export interface FilterList {
  heading: string;
  rows: { name: string; href: string; count: number }[];
}

const filterLists = new WeakMap<Site, Map<string, FilterList[]>>();

/** States, conventions and crime types that have changed records, by name. */
export function filters(site: Site, language: InterfaceLanguage, t: Translate): FilterList[] {
  const made = filterLists.get(site) ?? new Map<string, FilterList[]>();
  filterLists.set(site, made);
  const known = made.get(language);
  if (known) return known;
  const collator = new Intl.Collator(language);
  const lists = ([['byState', 'state'], ['byConvention', 'convention'], ['byCrime', 'crime']] as const).map(([heading, facet]) => ({
    heading: t(heading),
    rows: [...changesOf(site).groups]
      .filter(([group]) => group.startsWith(`${facet}/`))
      .map(([group, records]) => ({ name: groupName(site, group, language, t), href: site.routes.page(language, `changes/${group}`), count: records.length }))
      .sort((one, other) => collator.compare(one.name, other.name)),
  }));
  made.set(language, lists);
  return lists;
}

/** What the page must say of how far back it knows. */
export function knownWords({ history }: Changes, language: InterfaceLanguage, t: Translate): string | undefined {
  if (history.known === 'all') return undefined;
  if (history.known === 'none') return t('changesNone');
  return history.since === undefined ? t('changesShallowUndated') : t('changesShallow', { date: formatDate(history.since.slice(0, 10), language) });
}
