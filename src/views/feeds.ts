/**
 * Feeds of what changed: Atom (RFC 4287) and JSON Feed 1.1. Dates are git's, ids are made from record and commit: the same commit
 * gives the same bytes, and a library that moves to another address keeps its ids.
 */
import { createHash } from 'node:crypto';
import { translator } from '../i18n/translate.ts';
import { escapeHtml } from '../markdown/phrase.ts';
import type { Site } from '../site.ts';
import { changesOf, feedPath, groupName, recordLink } from './changes.ts';

/** Entries of a feed: who reads it weekly misses none, and a first visit is not a download of the library. */
const MOST = 100;

interface Item {
  id: string;
  url: string;
  title: string;
  text: string;
  date: string;
}

interface Feed {
  id: string;
  title: string;
  home: string;
  self: { atom: string; json: string };
  items: Item[];
}

/** Groups that have a feed; undefined stands for all records. None where git knows nothing. */
export function feedGroups(site: Site): (string | undefined)[] {
  const { history, groups } = changesOf(site);
  return history.commits.length === 0 ? [] : [undefined, ...groups.keys()];
}

/**
 * @param group `state/ke`, `convention/untoc`, `crime/money-laundering`, or undefined for all records
 * @param origin origin of the site; without it addresses are relative to it
 */
export function atom(site: Site, group: string | undefined, origin: URL | undefined): string {
  const feed = feedOf(site, group, origin);
  const entries = feed.items.map(
    ({ id, url, title, text, date }) => `<entry>\n<id>${id}</id>\n<title>${escapeHtml(title)}</title>\n<link href="${escapeHtml(url)}"/>\n<updated>${date}</updated>\n<summary>${escapeHtml(text)}</summary>\n</entry>`,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${feed.id}</id>`,
    `<title>${escapeHtml(feed.title)}</title>`,
    `<updated>${feed.items[0]!.date}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escapeHtml(feed.self.atom)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeHtml(feed.home)}"/>`,
    '<author><name>Comity</name></author>',
    '<rights>CC BY 4.0</rights>',
    ...entries,
    '</feed>\n',
  ].join('\n');
}

/** As {@link atom}, as JSON Feed 1.1. */
export function jsonFeed(site: Site, group: string | undefined, origin: URL | undefined): string {
  const feed = feedOf(site, group, origin);
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      home_page_url: feed.home,
      feed_url: feed.self.json,
      language: 'en',
      authors: [{ name: 'Comity' }],
      items: feed.items.map(({ id, url, title, text, date }) => ({ id, url, title, content_text: text, date_modified: date })),
    },
    null,
    1,
  )}\n`;
}

function feedOf(site: Site, group: string | undefined, origin: URL | undefined): Feed {
  const t = translator('en');
  const { byRecord, groups } = changesOf(site);
  const absolute = (href: string): string => (origin ? new URL(href, origin).href : href);
  const records = group === undefined ? [...byRecord.values()] : groups.get(group)!;
  const changes = records.flatMap(({ record, changes }) => changes.map((change) => ({ record, ...change })));
  changes.sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : one.record < other.record ? -1 : 1));
  const items = changes.slice(0, MOST).map(({ record, hash, date, subject, kind }) => {
    const { title, href, facts } = recordLink(site, record, 'en', t);
    return { id: uuid(`${record} ${hash}`), url: absolute(href), title: `${title} (${facts}): ${t(kind === 'added' ? 'changesAdded' : 'changesAmended')}`, text: subject, date };
  });
  return {
    id: uuid(`feed ${group ?? 'all'}`),
    title: group === undefined ? `${t('siteName')}: ${t('changes')}` : `${t('siteName')}: ${t('changesIn', { name: groupName(site, group, 'en', t) })}`,
    home: absolute(site.routes.page('en', group === undefined ? 'changes' : `changes/${group}`)),
    self: { atom: absolute(site.routes.file(feedPath(group, 'atom'))), json: absolute(site.routes.file(feedPath(group, 'json'))) },
    items,
  };
}

/** An id of its own for a text, the same wherever and whenever it is made (RFC 9562, version 8). */
function uuid(text: string): string {
  const hex = createHash('sha256').update(`comity ${text}`).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${'89ab'[parseInt(hex[16]!, 16) & 3]}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
