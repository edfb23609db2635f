/** Pages that lead to authorities: the finder, and a list for every State, function, convention and language. All work without a script. */
import { drawMap, type Value } from '../../map/map.ts';
import { isSampleCode } from '../../domain/jurisdiction.ts';
import { allConventions, allFunctions, allLanguages, conventionsOf, languagesOf, slug, withFunction, type Edition } from '../edition.ts';
import type { Entry } from '../directory.ts';
import { CONVENTIONS, FUNCTIONS } from '../vocabulary.ts';
import { from, type Page } from './frame.ts';
import { html, json, Markup, type Child } from './html.ts';
import { languageName } from './values.ts';

type Body = Omit<Page, 'sample'>;

/** First page: a finder with a filter that a script brings to life, above the list of all authorities. */
export function finderPage(edition: Edition): Body {
  const option = (value: string, name: string): Markup => html`<option value="${value}">${name}</option>`;
  const select = (name: string, label: string, options: readonly Markup[]): Markup => html`<label>${label}<select name="${name}"><option value="">Any</option>${options}</select></label>`;
  return {
    path: '',
    title: 'Find an authority',
    scripts: ['finder', 'clock', 'offline'],
    body: html`<h1>Find an authority</h1>
<p class="lead">Whom to write to in another State, in which language, by which way, and what a request must hold.</p>
<form class="filter" id="finder" hidden data-table="authorities">
<label class="wide">Search names, places, numbers, remarks<input type="search" name="q" autocomplete="off"></label>
${select('state', 'State', [...edition.states.values()].map(({ code, name }) => option(code, name)))}
${select('function', 'Function', allFunctions(edition).map((name) => option(name, FUNCTIONS[name])))}
${select('convention', 'Convention', allConventions(edition).map((name) => option(name, CONVENTIONS[name].name)))}
${select('language', 'Language', allLanguages(edition).map((tag) => option(tag, languageName(tag))))}
<label>Open<select name="open"><option value="">Any</option><option value="open">Open now</option></select></label>
<output aria-live="polite"></output>
</form>
${authorityTable(edition, [...edition.entries.values()], '', 'authorities')}
<noscript><p>The finder needs a script. Without one, go by <a href="states/">State</a>, <a href="functions/">function</a>, <a href="conventions/">convention</a> or <a href="languages/">language</a>.</p></noscript>`,
  };
}

/** A list of lists, and each list as a page. */
export function listPages(edition: Edition): Body[] {
  const functions = allFunctions(edition).map((name) => ({ key: slug(name), name: FUNCTIONS[name], entries: withFunction(edition, name) }));
  const conventions = allConventions(edition).map((name) => ({ key: slug(name), name: CONVENTIONS[name].name, entries: [...edition.entries.values()].filter(({ data }) => conventionsOf(data).includes(name)) }));
  const languages = allLanguages(edition).map((tag) => ({ key: tag.toLowerCase(), name: languageName(tag), entries: [...edition.entries.values()].filter(({ data }) => languagesOf(data).includes(tag)) }));
  return [
    ...shelf(edition, 'functions', 'Functions', 'What an authority is competent for.', functions),
    ...shelf(edition, 'conventions', 'Conventions', 'Under which text an authority was designated.', conventions),
    ...shelf(edition, 'languages', 'Languages', 'Languages an authority works in, or takes requests in.', languages),
  ];
}

function shelf(edition: Edition, folder: string, title: string, lead: string, lists: readonly { key: string; name: string; entries: readonly Entry[] }[]): Body[] {
  const contents: Body = {
    path: `${folder}/`,
    title,
    body: html`<h1>${title}</h1><p class="lead">${lead}</p><ul class="columns">${lists.map(({ key, name, entries }) => html`<li><a href="${key}/">${name}</a> <span class="count">${entries.length}</span></li>`)}</ul>`,
  };
  return [
    contents,
    ...lists.map(({ key, name, entries }): Body => {
      const path = `${folder}/${key}/`;
      return { path, title: name, crumbs: [{ name: title, path: `${folder}/` }], scripts: ['clock'], body: html`<h1>${name}</h1>${authorityTable(edition, entries, path)}` };
    }),
  ];
}

/** Authorities as rows; what the finder asks about stands in data attributes. */
export function authorityTable(edition: Edition, entries: readonly Entry[], path: string, id?: string): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Authorities"><table class="authorities"${id !== undefined && html` id="${id}"`}><thead><tr><th scope="col">State</th><th scope="col">Authority</th><th scope="col">Competent for</th><th scope="col">Languages</th><th scope="col">Local time</th></tr></thead><tbody>
${entries.map(({ data }) => html`<tr data-id="${data.id}" data-state="${data.country}" data-function="${data.mandate.map((block) => block.function).join(' ')}" data-convention="${conventionsOf(data).join(' ')}" data-language="${languagesOf(data).join(' ')}"><td class="state"><a href="${from(path, `states/${data.country}/`)}">${edition.states.get(data.country)!.name}</a></td><th scope="row"><a href="${from(path, `authorities/${data.id}/`)}">${data.identity.name_en}</a>${data.identity.unit !== undefined && html`<span class="d">${data.identity.unit}</span>`}</th><td>${data.mandate.map((block) => FUNCTIONS[block.function]).join(', ')}</td><td>${languagesOf(data).map(languageName).join(', ')}</td><td>${clock(data.operation)}</td></tr>
`)}</tbody></table></div>`;
}

/** Local time and whether the office is open: a script keeps it, without one the time zone stands there. */
export function clock({ time_zone, office_hours, break_hours }: Entry['data']['operation']): Markup {
  return html`<span class="clock" data-hours="${json({ time_zone, office_hours, break_hours }).text}">${time_zone.replaceAll('_', ' ').split('/').at(-1)}</span>`;
}

/** Page of all States: on a map where the codes have land, and always as a list. */
export function statesPage(edition: Edition): Body {
  const states = [...edition.states.values()];
  return {
    path: 'states/',
    title: 'States',
    body: html`<h1>States</h1><p class="lead">What each State requires, and its authorities.</p>${mapOf(edition)}
<ul class="columns">${states.map(({ code, name, authorities }) => html`<li><a href="${code}/">${name}</a> <span class="count">${authorities.length}</span></li>`)}</ul>`,
  };
}

function mapOf(edition: Edition): Child {
  const onMap = [...edition.states.values()].filter(({ code }) => !isSampleCode(code) && /^[a-z]{2}$/.test(code));
  if (onMap.length === 0) return html`<p class="note">User-assigned codes stand for no land, so these sample States are on no map.</p>`;
  const values = new Map(onMap.map(({ code, name, authorities }): [string, Value] => [code, { state: 'found', label: `${name}: ${authorities.length}`, href: `${code}/` }]));
  return new Markup(drawMap({ kind: 'world' }, values, { title: 'States in the directory', description: 'The same States stand in the list below.', idPrefix: 'states' }));
}
