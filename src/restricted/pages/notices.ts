/** Pages about the edition: what changed, and how to use it. */
import { nameOf, type Edition } from '../edition.ts';
import { folderOf, from, type Page } from './frame.ts';
import { html } from './html.ts';
import { withLabel, written } from './values.ts';

export function changesPage(edition: Edition): Page {
  const { entries, words } = edition;
  const changes = [...entries.values()].flatMap(({ data }) => (data.change_log ?? []).map((change) => ({ ...change, data }))).sort((one, other) => (one.date === other.date ? (one.data.id < other.data.id ? -1 : 1) : one.date < other.date ? 1 : -1));
  return {
    path: 'changes/',
    title: words.t('changes'),
    body: html`<h1>${words.t('changes')}</h1><ul class="rows">${changes.slice(0, 200).map(({ date, what, data }) => html`<li><span class="d">${date}</span><a href="../authorities/${data.id}/">${withLabel(words, nameOf(edition, data), '')}</a> ${written(what)}</li>`)}</ul>`,
  };
}

export function helpPage({ words }: Edition): Page {
  const part = (title: Parameters<typeof words.t>[0], ...paragraphs: Parameters<typeof words.t>[0][]) => html`<h2>${words.t(title)}</h2>${paragraphs.map((key) => html`<p>${words.t(key)}</p>`)}`;
  const path = 'help/';
  // The worker serves all languages, so it stands at the top; which one to keep it learns from its address.
  const worker = `${from(folderOf(words.language) + path, '')}service-worker.js?language=${words.language}`;
  return {
    path,
    title: words.t('help'),
    scripts: ['offline'],
    says: ['fetching', 'kept', 'notKept', 'notFetched', 'removed'],
    body: html`<div class="text measure"><h1>${words.t('help')}</h1>
${part('find', 'helpFind', 'openNote')}
${part('helpRequest', 'helpRequestText')}
${part('helpAlong', 'helpAlongText')}
<p class="noprint" id="offline" data-worker="${worker}" hidden><button type="button" data-do="keep">${words.t('keep')}</button> <button type="button" data-do="remove">${words.t('removeKept')}</button> <output aria-live="polite"></output></p>
${part('helpEdit', 'helpEditText')}
${part('helpKey', 'helpKeyText')}
${part('helpSafe', 'helpSafeText')}</div>`,
  };
}
