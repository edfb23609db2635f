/** The page of an authority: everything its record says, but for what is internal to the Secretariat. */
import { renderText } from '../../markdown/text.ts';
import type { Entry } from '../directory.ts';
import { nameOf, workAddress, type Edition } from '../edition.ts';
import { FIELDS } from '../fields.ts';
import type { Words } from '../words/words.ts';
import { from, type Page } from './frame.ts';
import { html, Markup, type Child } from './html.ts';
import { clock } from './lists.ts';
import { authorityLink, basesOf, channelTable, officeHours, positionOf, procedureSections, reach } from './state.ts';
import { addressLines, fieldList, show, withLabel, written } from './values.ts';

const names = (group: string): string[] => FIELDS.filter((field) => field.group === group).map(({ name }) => name);

export function recordPage(edition: Edition, entry: Entry): Page {
  const { words } = edition;
  const { data } = entry;
  const path = `authorities/${data.id}/`;
  const state = edition.states.get(data.country)!;
  const sections: { id: string; title: string; body: Child }[] = [
    { id: 'contact', title: words.t('contact'), body: contactSection(words, entry) },
    { id: 'hours', title: words.t('hours'), body: hoursSection(words, entry) },
    { id: 'mandate', title: words.t('competentFor'), body: mandateSection(edition, entry) },
    ...(data.procedure ?? []).map((procedure) => ({ id: procedure.function, title: words.t('needsOf', { function: words.function(procedure.function) }), body: html`${procedureSections(words, procedure)}<h3>${words.t('byWay')}</h3>${channelTable(words, procedure)}` })),
    { id: 'urgency', title: words.t('urgent'), body: fieldList(words, data.urgency, names('urgency'), { data_preservation_contact: () => authorityLink(edition, data.urgency.data_preservation_contact!, path) }) },
    { id: 'treaties', title: words.t('position'), body: positionOf(edition, state, path) },
    ...(data.practice ? [{ id: 'practice', title: words.t('practice'), body: fieldList(words, data.practice, names('practice')) }] : []),
    ...(data.law ? [{ id: 'law', title: words.t('law'), body: lawSection(edition, entry) }] : []),
    ...(entry.text.trim() === '' ? [] : [{ id: 'notes', title: words.t('notes'), body: html`<div dir="auto">${new Markup(renderText(entry.text).html)}</div>` }]),
    { id: 'record', title: words.t('about'), body: aboutSection(words, entry) },
  ];
  const status = data.status === 'public_source_only' ? words.t('unconfirmed') : words.t('statusIs', { status: words.value(data.status) });
  return {
    path,
    title: nameOf(edition, data),
    crumbs: [{ name: words.t('states'), path: 'states/' }, { name: state.name, path: `states/${state.code}/` }],
    scripts: ['clock'],
    body: html`<div class="reading with-outline"><nav class="outline" aria-label="${words.t('onThisPage')}"><details open><summary class="lab">${words.t('onThisPage')}</summary><ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></details></nav>
<div class="text"><h1>${written(nameOf(edition, data))}</h1><p class="lead" translate="no">${written(data.identity.name_official)}</p>
${data.status !== 'confirmed_by_state' && html`<p class="flag">${status}</p>`}
<p class="flag" data-confirmed="${data.last_confirmed}" hidden>${words.t('old')}</p>
${fieldList(words, { ...data.identity, territory: data.territory }, [...(nameOf(edition, data) === data.identity.name_en ? [] : ['name_en']), 'unit', 'authority_type', 'territory', 'contact_role', 'names_other'], { names_other: () => html`<ul>${data.identity.names_other!.map(({ lang, name }) => html`<li lang="${lang}" dir="auto">${name}</li>`)}</ul>` })}
${sections.map(({ id, title, body }) => html`<section><h2 id="${id}">${title}</h2>${body}</section>`)}
<p class="noprint"><a href="${from(path, `edit/${data.id}/`)}">${words.t('edit')}</a> <span class="d">${words.t('editWith')}</span></p></div></div>`,
  };
}

function contactSection(words: Words, entry: Entry): Child {
  const { contact } = entry.data;
  return html`${reach(words, entry)}<div class="two"><div><h3>${words.t('post')}</h3>${addressLines(contact.postal_address)}</div>${contact.street_address && html`<div><h3>${words.t('couriers')}</h3>${addressLines(contact.street_address)}</div>`}</div>${fieldList(words, contact, ['secure_email', 'website'])}`;
}

function hoursSection(words: Words, { data: { operation } }: Entry): Child {
  return html`<p>${withLabel(words, words.t('localTime'), clock(operation))} <span class="d">${words.t('holidays')}</span></p>${fieldList(words, operation, names('operation'), {
    office_hours: () => officeHours(words, operation),
    break_hours: () => `${operation.break_hours!.from}–${operation.break_hours!.to}`,
    gmt_offset: () => html`<bdi dir="ltr">${operation.gmt_offset}</bdi>`,
    request_languages: () => html`<ul>${operation.request_languages.map(({ lang, when }) => html`<li>${withLabel(words, words.languageName(lang), words.value(when))}</li>`)}</ul>`,
  })}`;
}

function mandateSection(edition: Edition, { data: { mandate } }: Entry): Child {
  const { words } = edition;
  const head = (['function', 'designated', 'role', 'since'] as const).map((key) => html`<th scope="col">${words.t(key)}</th>`);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${words.t('competentFor')}"><table><thead><tr>${head}</tr></thead><tbody>${mandate.map((block) => html`<tr><th scope="row">${words.function(block.function)}${block.scope_limits !== undefined && html`<span class="d">${written(block.scope_limits)}</span>`}</th><td>${basesOf(edition, block.legal_basis)}${(block.legal_basis_text ?? []).map((text) => html`<span class="d">${written(text)}</span>`)}${block.notification_ref !== undefined && html`<span class="d">${written(block.notification_ref)}</span>`}</td><td>${block.role === 'both' ? words.t('both') : words.value(block.role)}</td><td>${block.designated_on ?? ''}</td></tr>`)}</tbody></table></div>`;
}

function lawSection(edition: Edition, { data: { law } }: Entry): Child {
  const { words } = edition;
  const link = (text: string, url: string | undefined): Child => (url === undefined ? written(text) : html`<a href="${url}" rel="noreferrer">${written(text)}</a>`);
  return html`${(law?.law_links ?? []).length > 0 && html`<ul>${law!.law_links!.map(({ title, url, work, date, lang, gist }) => {
    const more = [date, lang === undefined ? undefined : words.languageName(lang)].filter((part) => part !== undefined);
    return html`<li>${link(title, url)}${more.length > 0 && ` (${words.list(more)})`}${work !== undefined && html`<span class="gist">${withLabel(words, words.label('work'), link(work, workAddress(edition, work)))}</span>`}${gist !== undefined && html`<span class="gist">${written(gist)}</span>`}</li>`;
  })}</ul>`}${(law?.guides ?? []).length > 0 && html`<h3>${words.t('guides')}</h3><ul>${law!.guides!.map(({ title, url }) => html`<li>${link(title, url)}</li>`)}</ul>`}${law?.remarks !== undefined && html`<p>${written(law.remarks)}</p>`}`;
}

function aboutSection(words: Words, { data }: Entry): Child {
  return html`${fieldList(words, data, ['id', 'status', 'last_confirmed', 'confirmed_by', 'source_urls'], { id: () => html`<bdi dir="ltr">${data.id}</bdi>` })}${(data.change_log ?? []).length > 0 && html`<h3>${words.label('change_log')}</h3><ul>${[...data.change_log!].sort((one, other) => (one.date < other.date ? 1 : -1)).map(({ date, what, source }) => html`<li>${withLabel(words, date, written(what))} <span class="d">${show(words, source, 'source')}</span></li>`)}</ul>`}`;
}
