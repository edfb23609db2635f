/** Coverage as static files: `/data/coverage/untoc.csv`, `/data/coverage/untoc.json`, `/data/coverage/conventions.csv`. */
import type { APIRoute } from 'astro';
import { instruments, type LawWork } from '../../../library/library.ts';
import { site } from '../../../site.ts';
import { conventionCsv, conventionJson, overallCsv, overallJson } from '../../../views/coverage-files.ts';

export function getStaticPaths() {
  const works = instruments(site().library);
  return [undefined, ...works].flatMap((work) => ['csv', 'json'].map((kind) => ({ params: { file: `${work?.data.alias ?? 'conventions'}.${kind}` }, props: { work, kind } })));
}

export const GET: APIRoute<{ work: LawWork | undefined; kind: string }> = ({ props: { work, kind } }) => {
  const here = site();
  const body = kind === 'csv' ? (work ? conventionCsv(here, work) : overallCsv(here)) : work ? conventionJson(here, work) : overallJson(here);
  return new Response(body, { headers: { 'content-type': kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/json' } });
};
