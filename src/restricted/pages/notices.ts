/** Pages about the edition: what changed, and how to use it. */
import type { Edition } from '../edition.ts';
import type { Page } from './frame.ts';
import { html } from './html.ts';

type Body = Omit<Page, 'sample'>;

export function changesPage({ entries }: Edition): Body {
  const changes = [...entries.values()].flatMap(({ data }) => (data.change_log ?? []).map((change) => ({ ...change, data }))).sort((one, other) => (one.date === other.date ? (one.data.id < other.data.id ? -1 : 1) : one.date < other.date ? 1 : -1));
  return {
    path: 'changes/',
    title: 'Changes',
    body: html`<h1>Changes</h1><ul class="rows">${changes.slice(0, 200).map(({ date, what, data }) => html`<li><span class="d">${date}</span><a href="../authorities/${data.id}/">${data.identity.name_en}</a>: ${what}</li>`)}</ul>`,
  };
}

export function helpPage(): Body {
  return {
    path: 'help/',
    title: 'Help',
    scripts: ['offline'],
    body: html`<div class="text measure"><h1>Help</h1>
<h2>Find an authority</h2><p>Choose State, function, convention and language, or search for any words: names, places, numbers, remarks. “Open now” goes by the office hours of the record and the clock of this device; public holidays are not known.</p>
<h2>Prepare a request</h2><p>The page of a State leads to one page for each kind of request: whom to write to, in which language, by which way, which documents, and what the law requires. It prints on a sheet or two.</p>
<h2>Take it along</h2><p>On a device that is yours alone, keep the directory for when there is no network. Remove it before you hand the device to somebody else.</p>
<p class="noprint" id="offline" hidden><button type="button" data-do="keep">Keep on this device</button> <button type="button" data-do="remove">Remove from this device</button> <output aria-live="polite"></output></p>
<h2>Mend your own record</h2><p>Open your record, choose “Edit this record” and sign in with the account of your authority; no other account opens that page. The form checks what you write and makes a file that holds the changed fields only. Send the file to the Secretariat by the way agreed with it. The Secretariat reviews every change before it enters the next edition.</p>
<h2>Keep it safe</h2><p>The directory names offices and their lines so that requests arrive, and is limited to designated authorities for the safety of those who work there. Do not copy it to shared drives, and report a lost copy to the Secretariat at once.</p></div>`,
  };
}
