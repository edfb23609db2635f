/** The page of an authority: everything its record says, but for what is internal to the Secretariat. */
import { renderText } from '../../markdown/text.ts';
import type { Entry } from '../directory.ts';
import { workAddress, type Edition } from '../edition.ts';
import { FIELDS, labelOf } from '../fields.ts';
import { FUNCTIONS, inWords } from '../vocabulary.ts';
import type { Page } from './frame.ts';
import { html, Markup, type Child } from './html.ts';
import { clock } from './lists.ts';
import { authorityLink, basisLink, channelTable, positionOf, procedureSections, reach } from './state.ts';
import { addressLines, daysInWords, fieldList, languageName, show } from './values.ts';

const names = (group: string): string[] => FIELDS.filter((field) => field.group === group).map(({ name }) => name);

export function recordPage(edition: Edition, entry: Entry): Omit<Page, 'sample'> {
  const { data } = entry;
  const path = `authorities/${data.id}/`;
  const state = edition.states.get(data.country)!;
  const sections: { id: string; title: string; body: Child }[] = [
    { id: 'contact', title: 'Contact', body: contactSection(entry) },
    { id: 'hours', title: 'Hours and languages', body: hoursSection(entry) },
    { id: 'mandate', title: 'Competent for', body: mandateSection(edition, entry) },
    ...(data.procedure ?? []).map((procedure) => ({ id: procedure.function, title: `${FUNCTIONS[procedure.function]}: what a request needs`, body: html`${procedureSections(procedure)}<h3>By which way</h3>${channelTable(procedure)}` })),
    { id: 'urgency', title: 'Urgent cases', body: fieldList(data.urgency, names('urgency'), { data_preservation_contact: () => authorityLink(edition, data.urgency.data_preservation_contact!, path) }) },
    { id: 'treaties', title: 'Position under treaties', body: positionOf(edition, state, path) },
    ...(data.practice ? [{ id: 'practice', title: 'Practice', body: fieldList(data.practice, names('practice')) }] : []),
    ...(data.law ? [{ id: 'law', title: 'Laws and remarks', body: lawSection(edition, entry) }] : []),
    ...(entry.text.trim() === '' ? [] : [{ id: 'notes', title: 'Notes', body: new Markup(renderText(entry.text).html) }]),
    { id: 'record', title: 'About this record', body: aboutSection(entry) },
  ];
  return {
    path,
    title: data.identity.name_en,
    crumbs: [{ name: 'States', path: 'states/' }, { name: state.name, path: `states/${state.code}/` }],
    scripts: ['clock'],
    body: html`<div class="reading with-outline"><nav class="outline" aria-label="On this page"><details open><summary class="lab">On this page</summary><ol>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></details></nav>
<div class="text"><h1>${data.identity.name_en}</h1><p class="lead" translate="no">${data.identity.name_official}</p>
${data.status !== 'confirmed_by_state' && html`<p class="flag">This record is ${data.status === 'public_source_only' ? 'from public sources only; the State has not confirmed it' : inWords(data.status)}.</p>`}
<p class="flag" data-confirmed="${data.last_confirmed}" hidden>Not confirmed for more than twelve months: check the contact by a second way.</p>
${fieldList({ ...data.identity, territory: data.territory }, ['unit', 'authority_type', 'territory', 'contact_role', 'names_other'], { names_other: () => html`<ul>${data.identity.names_other!.map(({ lang, name }) => html`<li lang="${lang}" dir="auto">${name}</li>`)}</ul>` })}
${sections.map(({ id, title, body }) => html`<section><h2 id="${id}">${title}</h2>${body}</section>`)}
<p class="noprint"><a href="../../edit/${data.id}/">Edit this record</a> <span class="d">with the account of this authority</span></p></div></div>`,
  };
}

function contactSection(entry: Entry): Child {
  const { contact } = entry.data;
  return html`${reach(entry)}<div class="two"><div><h3>Post</h3>${addressLines(contact.postal_address)}</div>${contact.street_address && html`<div><h3>Couriers</h3>${addressLines(contact.street_address)}</div>`}</div>${fieldList(contact, ['secure_email', 'website'])}`;
}

function hoursSection({ data: { operation } }: Entry): Child {
  return html`<p>${clock(operation)}</p>${fieldList(operation, names('operation'), {
    office_hours: () => html`<ul>${operation.office_hours!.map(({ days, from, to }) => html`<li>${daysInWords(days)}, ${from === '00:00' && to === '23:59' ? 'day and night' : `${from}–${to}`}</li>`)}</ul>`,
    break_hours: () => `${operation.break_hours!.from}–${operation.break_hours!.to}`,
    request_languages: () => html`<ul>${operation.request_languages.map(({ lang, when }) => html`<li>${languageName(lang)}: ${inWords(when)}</li>`)}</ul>`,
  })}`;
}

function mandateSection(edition: Edition, { data: { mandate } }: Entry): Child {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Competent for"><table><thead><tr><th scope="col">Function</th><th scope="col">Designated under</th><th scope="col">Role</th><th scope="col">Since</th></tr></thead><tbody>${mandate.map((block) => html`<tr><th scope="row">${FUNCTIONS[block.function]}${block.scope_limits !== undefined && html`<span class="d">${block.scope_limits}</span>`}</th><td>${block.legal_basis.map((basis, index) => html`${index > 0 && ', '}${basisLink(edition, basis)}`)}${(block.legal_basis_text ?? []).map((text) => html`<span class="d">${text}</span>`)}${block.notification_ref !== undefined && html`<span class="d">${block.notification_ref}</span>`}</td><td>${block.role === 'both' ? 'receives and sends' : inWords(block.role)}</td><td>${block.designated_on ?? ''}</td></tr>`)}</tbody></table></div>`;
}

function lawSection(edition: Edition, { data: { law } }: Entry): Child {
  return html`${(law?.law_links ?? []).length > 0 && html`<ul>${law!.law_links!.map(({ title, url, work, date, lang, gist }) => {
    const address = work === undefined ? undefined : workAddress(edition, work);
    return html`<li>${url === undefined ? title : html`<a href="${url}" rel="noreferrer">${title}</a>`}${date !== undefined && ` (${date})`}${lang !== undefined && `, ${languageName(lang)}`}${work !== undefined && html`: ${address === undefined ? work : html`<a href="${address}" rel="noreferrer">${work}</a>`}`}${gist !== undefined && html`<span class="gist">${gist}</span>`}</li>`;
  })}</ul>`}${(law?.guides ?? []).length > 0 && html`<h3>Guides</h3><ul>${law!.guides!.map(({ title, url }) => html`<li>${url === undefined ? title : html`<a href="${url}" rel="noreferrer">${title}</a>`}</li>`)}</ul>`}${law?.remarks !== undefined && html`<p>${law.remarks}</p>`}`;
}

function aboutSection({ data }: Entry): Child {
  return html`${fieldList(data, ['id', 'status', 'last_confirmed', 'confirmed_by', 'source_urls'])}${(data.change_log ?? []).length > 0 && html`<h3>${labelOf('change_log')}</h3><ul>${[...data.change_log!].sort((one, other) => (one.date < other.date ? 1 : -1)).map(({ date, what, source }) => html`<li>${date}: ${what} <span class="d">${show(source, 'source')}</span></li>`)}</ul>`}`;
}
