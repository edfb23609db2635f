/** Pages that lead to authorities: the finder, and a list for every State, function, convention and language. All work without a script. */
import { drawMap, type Value } from '../../map/map.ts';
import { isSampleCode } from '../../domain/jurisdiction.ts';
import { allConventions, allFunctions, allLanguages, conventionsOf, languagesOf, nameOf, slug, withFunction, type Edition } from '../edition.ts';
import type { Entry } from '../directory.ts';
import type { TextKey } from '../words/words.ts';
import { from, type Page } from './frame.ts';
import { html, json, Markup, type Child } from './html.ts';
import { written } from './values.ts';

/** First page: a finder with a filter that a script brings to life, above the list of all authorities. */
export function finderPage(edition: Edition): Page {
  const { words } = edition;
  const option = (value: string, name: string): Markup => html`<option value="${value}">${name}</option>`;
  const select = (name: string, label: TextKey, options: readonly Markup[]): Markup => html`<label>${words.t(label)}<select name="${name}"><option value="">${words.t('any')}</option>${options}</select></label>`;
  const shelves = (['states', 'functions', 'conventions', 'languages'] as const).map((key) => html`<li><a href="${key}/">${words.t(key)}</a></li>`);
  return {
    path: '',
    title: words.t('find'),
    scripts: ['finder', 'clock'],
    says: ['count'],
    body: html`<h1>${words.t('find')}</h1>
<p class="lead">${words.t('findLead')}</p>
<form class="filter" id="finder" hidden data-table="authorities">
<label class="wide">${words.t('searchFor')}<input type="search" name="q" autocomplete="off"></label>
${select('state', 'state', [...edition.states.values()].map(({ code, name }) => option(code, name)))}
${select('function', 'function', allFunctions(edition).map((name) => option(name, words.function(name))))}
${select('convention', 'convention', allConventions(edition).map((name) => option(name, words.convention(name))))}
${select('language', 'language', languagesByName(edition).map(({ tag, name }) => option(tag, name)))}
${select('open', 'openChoice', [option('open', words.t('openNow'))])}
<output aria-live="polite"></output>
<p class="note">${words.t('openNote')}</p>
</form>
<noscript><p>${words.t('noFinder')}</p><ul>${shelves}</ul></noscript>
${authorityTable(edition, [...edition.entries.values()], '', 'authorities')}`,
  };
}

/** Languages in the order in which a reader of the page looks for their names. */
function languagesByName(edition: Edition): { tag: string; name: string }[] {
  const { compare } = new Intl.Collator(edition.words.language);
  return allLanguages(edition).map((tag) => ({ tag, name: edition.words.languageName(tag) })).sort((one, other) => compare(one.name, other.name));
}

interface Shelf {
  key: string;
  name: string;
  entries: readonly Entry[];
}

/** A list of lists, and each list as a page. */
export function listPages(edition: Edition): Page[] {
  const { words } = edition;
  const all = [...edition.entries.values()];
  const functions = allFunctions(edition).map((name) => ({ key: slug(name), name: words.function(name), entries: withFunction(edition, name) }));
  const conventions = allConventions(edition).map((name) => ({ key: slug(name), name: words.convention(name), entries: all.filter(({ data }) => conventionsOf(data).includes(name)) }));
  const languages = languagesByName(edition).map(({ tag, name }) => ({ key: tag.toLowerCase(), name, entries: all.filter(({ data }) => languagesOf(data).includes(tag)) }));
  return [...shelf(edition, 'functions', 'functionsLead', functions), ...shelf(edition, 'conventions', 'conventionsLead', conventions), ...shelf(edition, 'languages', 'languagesLead', languages)];
}

function shelf(edition: Edition, folder: 'functions' | 'conventions' | 'languages', lead: TextKey, lists: readonly Shelf[]): Page[] {
  const title = edition.words.t(folder);
  const contents: Page = {
    path: `${folder}/`,
    title,
    body: html`<h1>${title}</h1><p class="lead">${edition.words.t(lead)}</p><ul class="columns">${lists.map(({ key, name, entries }) => html`<li><a href="${key}/">${name}</a> <span class="count">${entries.length}</span></li>`)}</ul>`,
  };
  return [
    contents,
    ...lists.map(({ key, name, entries }): Page => {
      const path = `${folder}/${key}/`;
      return { path, title: name, crumbs: [{ name: title, path: `${folder}/` }], scripts: ['clock'], body: html`<h1>${name}</h1>${authorityTable(edition, entries, path)}` };
    }),
  ];
}

/** Authorities as rows; what the finder asks about stands in data attributes. */
export function authorityTable(edition: Edition, entries: readonly Entry[], path: string, id?: string): Markup {
  const { words } = edition;
  const head = (['state', 'authority', 'competentFor', 'languages', 'localTime'] as const).map((key) => html`<th scope="col">${words.t(key)}</th>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.t('authorities')}"><table class="authorities"${id !== undefined && html` id="${id}"`}><thead><tr>${head}</tr></thead><tbody>
${entries.map(({ data }) => html`<tr data-id="${data.id}" data-state="${data.country}" data-function="${data.mandate.map((block) => block.function).join(' ')}" data-convention="${conventionsOf(data).join(' ')}" data-language="${languagesOf(data).join(' ')}"><td class="state"><a href="${from(path, `states/${data.country}/`)}">${edition.states.get(data.country)!.name}</a></td><th scope="row"><a href="${from(path, `authorities/${data.id}/`)}">${written(nameOf(edition, data))}</a>${data.identity.unit !== undefined && html`<span class="d">${written(data.identity.unit)}</span>`}</th><td>${words.list(data.mandate.map((block) => words.function(block.function)))}</td><td>${words.list(languagesOf(data).map((tag) => words.languageName(tag)))}</td><td>${clock(data.operation)}</td></tr>
`)}</tbody></table></div>`;
}

/** Local time and whether the office is open: a script keeps it, without one the time zone stands there. */
export function clock({ time_zone, office_hours, break_hours }: Entry['data']['operation']): Markup {
  return html`<span class="clock" data-hours="${json({ time_zone, office_hours, break_hours }).text}">${time_zone.replaceAll('_', ' ').split('/').at(-1)}</span>`;
}

/** Page of all States: on a map where the codes have land, and always as a list. */
export function statesPage(edition: Edition): Page {
  const { words } = edition;
  return {
    path: 'states/',
    title: words.t('states'),
    body: html`<h1>${words.t('states')}</h1><p class="lead">${words.t('statesLead')}</p>${mapOf(edition)}
<ul class="columns">${[...edition.states.values()].map(({ code, name, authorities }) => html`<li><a href="${code}/">${name}</a> <span class="count">${authorities.length}</span></li>`)}</ul>`,
  };
}

function mapOf({ states, words }: Edition): Child {
  const onMap = [...states.values()].filter(({ code }) => !isSampleCode(code) && /^[a-z]{2}$/.test(code));
  if (onMap.length === 0) return html`<p class="note">${words.t('noMap')}</p>`;
  const values = new Map(onMap.map(({ code, name, authorities }): [string, Value] => [code, { state: 'found', label: words.t('colon', { name, value: authorities.length }), href: `${code}/` }]));
  return new Markup(drawMap({ kind: 'world' }, values, { title: words.t('mapTitle'), description: words.t('mapText'), idPrefix: 'states' }));
}
