/** Feeds of what changed: `/feeds/all.atom`, `/feeds/states/ke.json`, `/feeds/conventions/untoc.atom`, `/feeds/crimes/cybercrime.atom`. */
import type { APIRoute } from 'astro';
import { site } from '../../site.ts';
import { feedPath } from '../../views/changes.ts';
import { atom, feedGroups, jsonFeed } from '../../views/feeds.ts';

export function getStaticPaths() {
  return feedGroups(site()).flatMap((group) => (['atom', 'json'] as const).map((kind) => ({ params: { file: feedPath(group, kind).slice('feeds/'.length) }, props: { group, kind } })));
}

export const GET: APIRoute<{ group: string | undefined; kind: 'atom' | 'json' }> = ({ props: { group, kind }, site: origin }) => {
  const body = kind === 'atom' ? atom(site(), group, origin) : jsonFeed(site(), group, origin);
  return new Response(body, { headers: { 'content-type': kind === 'atom' ? 'application/atom+xml; charset=utf-8' : 'application/feed+json' } });
};
