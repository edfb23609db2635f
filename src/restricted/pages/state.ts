/** Pages of a State: its authorities and position, and for every kind of request one page that can be printed and taken to the desk. */
import { basisAddress, slug, type Edition, type State } from '../edition.ts';
import type { Entry } from '../directory.ts';
import { FIELDS } from '../fields.ts';
import { basisInWords, FUNCTIONS, inWords } from '../vocabulary.ts';
import { from, type Page } from './frame.ts';
import { html, type Child, type Markup } from './html.ts';
import { authorityTable } from './lists.ts';
import { addressLines, fieldList, languageName, mailbox, show, telephone } from './values.ts';

type Body = Omit<Page, 'sample'>;
const names = (group: string): string[] => FIELDS.filter((field) => field.group === group).map(({ name }) => name);

/** A State and each of its kinds of request. */
export function statePages(edition: Edition, state: State): Body[] {
  const path = `states/${state.code}/`;
  return [
    {
      path,
      title: state.name,
      crumbs: [{ name: 'States', path: 'states/' }],
      scripts: ['clock'],
      body: html`<h1>${state.name}</h1>
<h2>What a request needs</h2>
<ul class="rows">${state.procedures.map(({ procedure, by }) => html`<li><a class="t" href="${slug(procedure.function)}/">${FUNCTIONS[procedure.function]}</a><span class="d">to ${by.data.identity.name_en}${by.data.territory && `, for ${by.data.territory.join(', ')}`}</span></li>`)}</ul>
<h2>Authorities</h2>${authorityTable(edition, state.authorities, path)}
<h2>Position under treaties</h2>${positionOf(edition, state, path)}`,
    },
    ...state.procedures.map((said) => requestPage(edition, state, said)),
  ];
}

/** Position of a State, with the authority that has said it. */
export function positionOf(edition: Edition, { position }: State, path: string): Child {
  if (!position) return html`<p>No authority of this State has said it.</p>`;
  return html`${fieldList(position.said, names('treaty_position'), {
    untoc_18_13_authority: () => html`<ul>${position.said.untoc_18_13_authority.map((id) => html`<li>${authorityLink(edition, id, path)}</li>`)}</ul>`,
    treaties_in_force: () => html`<ul>${position.said.treaties_in_force!.map(({ title, partner, in_force, url }) => html`<li>${url === undefined ? title : html`<a href="${url}" rel="noreferrer">${title}</a>`}${partner !== undefined && `, with ${partner}`}${in_force !== undefined && `, in force since ${in_force}`}</li>`)}</ul>`,
    reservations: () => html`<ul>${position.said.reservations!.map(({ treaty, article, gist }) => html`<li>${treaty}${article !== undefined && `, article ${article}`}: ${gist}</li>`)}</ul>`,
  })}<p class="d">As said by ${authorityLink(edition, position.by.data.id, path)}.</p>`;
}

export function authorityLink({ entries }: Edition, id: string, path: string): Markup {
  return html`<a href="${from(path, `authorities/${id}/`)}">${entries.get(id)?.data.identity.name_en ?? id}</a>`;
}

type Said = State['procedures'][number];

function requestPage(edition: Edition, state: State, said: Said): Body {
  const { procedure, by } = said;
  const { data } = by;
  const path = `states/${state.code}/${slug(procedure.function)}/`;
  const mandate = data.mandate.find((block) => block.function === procedure.function)!;
  const arrest = procedure.function === 'extradition' ? data.urgency.provisional_arrest : undefined;
  return {
    path,
    title: `${FUNCTIONS[procedure.function]}: ${state.name}`,
    crumbs: [{ name: 'States', path: 'states/' }, { name: state.name, path: `states/${state.code}/` }],
    scripts: ['clock'],
    body: html`<article class="request"><h1>${FUNCTIONS[procedure.function]}</h1><p class="lead">What ${state.name} requires.</p>
<div class="two"><section><h2>Write to</h2><p><strong>${authorityLink(edition, data.id, path)}</strong>${data.identity.unit !== undefined && html`<br>${data.identity.unit}`}</p>${addressLines(data.contact.postal_address)}${reach(by)}
<p>Legal basis: ${mandate.legal_basis.map((basis, index) => html`${index > 0 && ', '}${basisLink(edition, basis)}`)}${mandate.scope_limits !== undefined && html`<br>${mandate.scope_limits}`}</p></section>
<section><h2>In which language</h2><ul>${data.operation.request_languages.map(({ lang, when }) => html`<li>${languageName(lang)}${when !== 'always' && `: ${inWords(when)}`}</li>`)}</ul>
<h2>By which way</h2>${channelTable(procedure)}</section></div>
${procedureSections(procedure)}
<h2>If it is urgent</h2><p>${data.urgency.urgent_procedure}</p>${fieldList({ ...data.urgency, provisional_arrest: arrest, ship_request_contents: procedure.function.endsWith('by_sea') ? data.urgency.ship_request_contents : undefined, ship_request_answer_time: procedure.function.endsWith('by_sea') ? data.urgency.ship_request_answer_time : undefined }, ['oral_request', 'confirm_within', 'provisional_arrest', 'ship_request_answer_time', 'ship_request_contents'])}
<p class="d">Last confirmed ${data.last_confirmed} by ${data.confirmed_by}. <a href="${from(path, `authorities/${data.id}/`)}">The whole record</a></p></article>`,
  };
}

/** Numbers and mailboxes, with what they are for. */
export function reach({ data: { contact } }: Entry): Markup {
  return html`<ul class="reach">${(contact.phones ?? []).map(({ number, purpose, hours }) => html`<li>${telephone(number)}${[purpose, hours].some(Boolean) && html` <span class="d">${[purpose, hours].filter(Boolean).join(', ')}</span>`}</li>`)}${contact.phone_24_7 !== undefined && html`<li>${telephone(contact.phone_24_7)} <span class="d">day and night</span></li>`}${(contact.fax ?? []).map((number) => html`<li>${telephone(number)} <span class="d">fax</span></li>`)}${(contact.emails ?? []).map(({ address, purpose }) => html`<li>${mailbox(address)}${purpose !== undefined && html` <span class="d">${purpose}</span>`}</li>`)}</ul>`;
}

export function basisLink(edition: Edition, basis: Parameters<typeof basisInWords>[0]): Child {
  const address = basisAddress(edition, basis);
  return address === undefined ? basisInWords(basis) : html`<a href="${address}" rel="noreferrer">${basisInWords(basis)}</a>`;
}

/** By which channels, and when. */
export function channelTable({ transmission }: Said['procedure']): Markup {
  return html`<ul>${transmission.channels.filter(({ channel }) => channel !== 'interpol').map(({ channel, when }) => html`<li>${inWords(channel)}${when !== 'always' && `: ${inWords(when)}`}</li>`)}<li>INTERPOL: ${inWords(transmission.interpol_acceptance)}${transmission.interpol_ncb !== undefined && ` (${transmission.interpol_ncb})`}</li></ul>`;
}

/** Documents as boxes to tick, then requirements in law: on the page of a State and in the record. */
export function procedureSections({ conditions, documents, transmission }: Said['procedure']): Markup {
  return html`<h3>Documents</h3><ul class="ticks">${documents.required_documents.map((name) => html`<li>${inWords(name)}</li>`)}${(documents.special_documents ?? []).map((text) => html`<li>${text}</li>`)}</ul>
${fieldList({ ...documents, ...transmission }, ['originals_needed', 'copies', 'authentication', 'translation', 'model_form_url', 'email_acceptance', 'electronic_signature', 'direct_contact_encouraged'])}
<h3>Requirements in law</h3>${fieldList(conditions, names('conditions'), { minimum_value: () => `${conditions.minimum_value!.amount} ${conditions.minimum_value!.currency}`, minimum_penalty: () => show(conditions.minimum_penalty, 'minimum_penalty') })}`;
}
