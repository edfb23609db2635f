/** Pages of a State: its authorities and position, and for every kind of request one page that can be printed and taken to the desk. */
import { basisAddress, nameOf, slug, type Edition, type State } from '../edition.ts';
import type { Entry } from '../directory.ts';
import { FIELDS } from '../fields.ts';
import type { LegalBasis } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { from, type Page } from './frame.ts';
import { html, type Child, type Markup } from './html.ts';
import { authorityTable, clock } from './lists.ts';
import { addressLines, fieldList, mailbox, show, telephone, withLabel, written } from './values.ts';

type Said = State['procedures'][number];
const names = (group: string): string[] => FIELDS.filter((field) => field.group === group).map(({ name }) => name);

/** A State and each of its kinds of request. */
export function statePages(edition: Edition, state: State): Page[] {
  const { words } = edition;
  const path = `states/${state.code}/`;
  const receiver = ({ data }: Entry): string => (data.territory ? words.t('toFor', { name: nameOf(edition, data), territory: words.list(data.territory) }) : words.t('to', { name: nameOf(edition, data) }));
  return [
    {
      path,
      title: state.name,
      crumbs: [{ name: words.t('states'), path: 'states/' }],
      scripts: ['clock'],
      body: html`<h1>${state.name}</h1>
<h2>${words.t('needs')}</h2>
<ul class="rows">${state.procedures.map(({ procedure, by }) => html`<li><a class="t" href="${slug(procedure.function)}/">${words.function(procedure.function)}</a><span class="d">${receiver(by)}</span></li>`)}</ul>
<h2>${words.t('authorities')}</h2>${authorityTable(edition, state.authorities, path)}
<h2>${words.t('position')}</h2>${positionOf(edition, state, path)}`,
    },
    ...state.procedures.map((said) => requestPage(edition, state, said)),
  ];
}

/** Position of a State, with the authority that has said it. */
export function positionOf(edition: Edition, { position }: State, path: string): Child {
  const { words } = edition;
  if (!position) return html`<p>${words.t('notSaid')}</p>`;
  const { said } = position;
  return html`${fieldList(words, said, names('treaty_position'), {
    untoc_18_13_authority: () => html`<ul>${said.untoc_18_13_authority.map((id) => html`<li>${authorityLink(edition, id, path)}</li>`)}</ul>`,
    treaties_in_force: () => html`<ul>${said.treaties_in_force!.map(({ title, partner, in_force, url }) => html`<li>${url === undefined ? written(title) : html`<a href="${url}" rel="noreferrer">${written(title)}</a>`}${partner !== undefined && `${words.t('comma')}${words.t('withPartner', { partner })}`}${in_force !== undefined && `${words.t('comma')}${words.t('inForceSince', { date: in_force })}`}</li>`)}</ul>`,
    reservations: () => html`<ul>${said.reservations!.map(({ treaty, article, gist }) => html`<li>${withLabel(words, article === undefined ? treaty : words.list([treaty, words.t('article', { n: article })]), written(gist))}</li>`)}</ul>`,
  })}<p class="d">${words.t('saidBy')} ${authorityLink(edition, position.by.data.id, path)}</p>`;
}

export function authorityLink(edition: Edition, id: string, path: string): Markup {
  const entry = edition.entries.get(id);
  return html`<a href="${from(path, `authorities/${id}/`)}">${written(entry ? nameOf(edition, entry.data) : id)}</a>`;
}

function requestPage(edition: Edition, state: State, said: Said): Page {
  const { words } = edition;
  const { procedure, by } = said;
  const { data } = by;
  const path = `states/${state.code}/${slug(procedure.function)}/`;
  const mandate = data.mandate.find((block) => block.function === procedure.function)!;
  const arrest = procedure.function === 'extradition' ? data.urgency.provisional_arrest : undefined;
  const bySea = procedure.function.endsWith('by_sea');
  const urgency = { ...data.urgency, provisional_arrest: arrest, ship_request_contents: bySea ? data.urgency.ship_request_contents : undefined, ship_request_answer_time: bySea ? data.urgency.ship_request_answer_time : undefined };
  return {
    path,
    title: words.t('colon', { name: words.function(procedure.function), value: state.name }),
    crumbs: [{ name: words.t('states'), path: 'states/' }, { name: state.name, path: `states/${state.code}/` }],
    scripts: ['clock'],
    body: html`<article class="request"><h1>${words.function(procedure.function)}</h1><p class="lead">${words.t('requires', { state: state.name })}</p>
<div class="two"><section><h2>${words.t('writeTo')}</h2><p><strong>${authorityLink(edition, data.id, path)}</strong>${data.identity.unit !== undefined && html`<br>${written(data.identity.unit)}`}</p>${addressLines(data.contact.postal_address)}${reach(words, by)}
<div class="hours"><span class="noprint">${withLabel(words, words.t('localTime'), clock(data.operation))}</span>${data.operation.office_hours && html`${officeHours(words, data.operation)}<span class="d">${written(data.operation.time_zone)}. ${words.t('holidays')}</span>`}</div>
<p>${words.t('legalBasis')} ${basesOf(edition, mandate.legal_basis)}${(mandate.legal_basis_text ?? []).map((text) => html`<br>${written(text)}`)}${mandate.scope_limits !== undefined && html`<br>${written(mandate.scope_limits)}`}</p></section>
<section><h2>${words.t('inLanguage')}</h2><ul>${data.operation.request_languages.map(({ lang, when }) => html`<li>${when === 'always' ? words.languageName(lang) : withLabel(words, words.languageName(lang), words.value(when))}</li>`)}</ul>
<h2>${words.t('byWay')}</h2>${channelTable(words, procedure)}</section></div>
${procedureSections(words, procedure)}
<h2>${words.t('ifUrgent')}</h2><p>${written(data.urgency.urgent_procedure)}</p>${fieldList(words, urgency, ['oral_request', 'confirm_within', 'provisional_arrest', 'ship_request_answer_time', 'ship_request_contents'])}
<p class="flag" data-confirmed="${data.last_confirmed}" hidden>${words.t('old')}</p>
<p class="d">${words.t('lastConfirmed', { date: data.last_confirmed, by: data.confirmed_by })} <a href="${from(path, `authorities/${data.id}/`)}">${words.t('wholeRecord')}</a></p></article>`,
  };
}

/** Numbers and mailboxes, with what they are for. */
export function reach(words: Words, { data: { contact } }: Entry): Markup {
  const line = (way: Markup, ...said: (string | undefined)[]): Markup => {
    const parts = said.filter((part) => part !== undefined);
    return html`<li>${way}${parts.length > 0 && html` <span class="d">${parts.map((part, index) => [index > 0 && words.t('comma'), written(part)])}</span>`}</li>`;
  };
  return html`<ul class="reach">${(contact.phones ?? []).map(({ number, purpose, hours }) => line(telephone(number), purpose, hours))}${contact.phone_24_7 !== undefined && line(telephone(contact.phone_24_7), words.t('dayAndNight'))}${(contact.fax ?? []).map((number) => line(telephone(number), words.t('fax')))}${(contact.emails ?? []).map(({ address, purpose }) => line(mailbox(address), purpose))}</ul>`;
}

/** Office hours, line by line; those over midnight say that they end on the next day. */
export function officeHours(words: Words, { office_hours = [] }: Entry['data']['operation']): Markup {
  const span = (from: string, to: string): string => (from === '00:00' && ['23:59', '24:00'].includes(to) ? words.t('dayAndNight') : `${from}–${to}${to <= from ? ` ${words.t('nextDay')}` : ''}`);
  return html`<ul>${office_hours.map(({ days, from, to }) => html`<li>${withLabel(words, words.days(days), span(from, to))}</li>`)}</ul>`;
}

/** Bases of a designation, linked into the public library. */
export function basesOf(edition: Edition, bases: readonly LegalBasis[]): Child {
  return bases.map((basis, index) => {
    const address = basisAddress(edition, basis);
    const text = edition.words.basis(basis);
    return [index > 0 && edition.words.t('comma'), address === undefined ? text : html`<a href="${address}" rel="noreferrer">${text}</a>`];
  });
}

/** By which channels, and when. */
export function channelTable(words: Words, { transmission }: Said['procedure']): Markup {
  const others = transmission.channels.filter(({ channel }) => channel !== 'interpol');
  return html`<ul>${others.map(({ channel, when }) => html`<li>${when === 'always' ? words.value(channel) : withLabel(words, words.value(channel), words.value(when))}</li>`)}<li>${withLabel(words, words.value('interpol'), words.value(transmission.interpol_acceptance))}${transmission.interpol_ncb !== undefined && html` (${written(transmission.interpol_ncb)})`}</li></ul>`;
}

/** Documents as boxes to tick, then requirements in law: on the page of a State and in the record. */
export function procedureSections(words: Words, { conditions, documents, transmission }: Said['procedure']): Markup {
  return html`<h3>${words.t('documents')}</h3><ul class="ticks">${documents.required_documents.map((name) => html`<li>${words.value(name)}</li>`)}${(documents.special_documents ?? []).map((text) => html`<li>${written(text)}</li>`)}</ul>
${fieldList(words, { ...documents, ...transmission }, ['originals_needed', 'copies', 'authentication', 'translation', 'model_form_url', 'email_acceptance', 'electronic_signature', 'direct_contact_encouraged'])}
<h3>${words.t('inLaw')}</h3>${fieldList(words, conditions, names('conditions'), { minimum_value: () => html`<bdi dir="ltr">${conditions.minimum_value!.amount} ${conditions.minimum_value!.currency}</bdi>`, minimum_penalty: () => show(words, conditions.minimum_penalty, 'minimum_penalty') })}`;
}
