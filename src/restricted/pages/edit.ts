/** The form by which an authority mends its own record. A script reads it (client/edit.ts); nothing is sent anywhere. */
import { SECTIONS } from '../change-format.ts';
import type { Control, FieldControl } from '../control.ts';
import type { Entry } from '../directory.ts';
import { nameOf, type Edition } from '../edition.ts';
import { isShown } from '../fields.ts';
import type { TextKey, Words } from '../words/words.ts';
import type { Page } from './frame.ts';
import { html, json, type Child, type Markup } from './html.ts';
import { written } from './values.ts';

export function editPage(edition: Edition, entry: Entry): Page {
  const { words } = edition;
  const { data } = entry;
  const sections = SECTIONS.filter(({ name }) => name !== 'treaty_position' || data.treaty_position !== undefined);
  const { reviewer: _, ...shown } = data;
  const line = (name: string, label: TextKey, type = 'text'): Markup => html`<div class="field"><label><span>${words.t(label)}</span><input type="${type}" name="${name}" maxlength="300" required></label><p class="error" hidden></p></div>`;
  return {
    path: `edit/${data.id}/`,
    title: words.t('editOf', { name: nameOf(edition, data) }),
    crumbs: [{ name: nameOf(edition, data), path: `authorities/${data.id}/` }],
    scripts: ['edit'],
    body: html`<h1>${words.t('editTitle')}</h1>
<p class="lead">${written(nameOf(edition, data))}</p>
<p class="measure">${words.t('editLead')}</p>
<noscript><p class="flag">${words.t('noForm')}</p></noscript>
<form id="edit" class="edit" data-language="${words.language}" hidden novalidate>
${sections.map(({ name, control, required }) => html`<details class="section" data-section="${name}"><summary>${words.group(name)}</summary>${field(words, { name, control, required }, (data as Record<string, unknown>)[name], true)}</details>`)}
<details class="section" data-section="text"><summary>${words.t('notes')}</summary><div class="field" data-name="text" data-kind="text"><label><span>${words.t('notesField')}</span><textarea rows="8" dir="auto">${entry.text.trim()}</textarea></label></div></details>
<fieldset class="group sign"><legend>${words.t('signOff')}</legend>
${line('reason', 'why')}${line('signed_off_by', 'signedOffBy')}${line('date', 'date', 'date')}
</fieldset>
${keyPart(words)}
<div id="outcome" tabindex="-1" aria-live="polite"></div>
<p><button type="submit">${words.t('makeFile')}</button></p>
</form>
<script type="application/json" id="base">${json({ id: data.id, digest: entry.digest, record: shown, text: entry.text.trim() })}</script>`,
  };
}

/** Where the key is made, opened and removed: client/key-ring.ts brings it to life. */
function keyPart(words: Words): Markup {
  return html`<fieldset class="group sign" id="key"><legend>${words.t('signature')}</legend>
<p class="flag" data-key="unable" hidden>${words.t('noKeySupport')}</p>
<div data-key="none" hidden><p>${words.t('noKey')}</p><p><button type="button" data-do="make-key">${words.t('makeKey')}</button></p>
<details><summary>${words.t('keyInFile')}</summary><div class="fields">
<div class="field"><label><span>${words.t('passphrase')}</span><input type="password" name="passphrase" autocomplete="off" minlength="12"></label></div>
<div class="field"><label><span>${words.t('openKeyFile')}</span><input type="file" name="keyfile" accept=".json,application/json"></label></div></div>
<p><button type="button" data-do="make-key-file">${words.t('makeKeyFile')}</button></p></details></div>
<div data-key="here" hidden><p>${words.t('hasKey')} <code class="fingerprint" dir="ltr"></code></p><p><button type="button" data-do="remove-key">${words.t('removeKey')}</button></p></div>
<div data-key="files" aria-live="polite"></div></fieldset>`;
}

/** A field with its control. What a script reads stands in data attributes; labels hold their inputs, so rows can be copied. */
function field(words: Words, { name, control, required, hint }: FieldControl, value: unknown, outer = false): Markup {
  const help = hint === undefined ? undefined : words.hint(hint);
  const label = html`${outer ? words.t('allOfIt') : words.label(name)}${help !== undefined && html` <small>${help}</small>`}${!required && !outer && html` <small>(${words.t('optional')})</small>`}`;
  return html`<div class="field" data-name="${name}" data-kind="${control.kind}"${required && html` data-required`}>${inside(words, control, value, label, required)}<p class="error" hidden></p></div>`;
}

function inside(words: Words, control: Control, value: unknown, label: Child, required: boolean): Markup {
  const rows = (value as unknown[] | undefined) ?? [];
  switch (control.kind) {
    case 'text':
      return control.long ? html`<label><span>${label}</span><textarea rows="3" dir="auto">${value as string | undefined}</textarea></label>` : html`<label><span>${label}</span><input type="text" dir="auto" value="${value as string | undefined}"></label>`;
    case 'number':
      return html`<label><span>${label}</span><input type="number" min="0" step="1" value="${value as number | undefined}"></label>`;
    case 'choice':
      return html`<label><span>${label}</span><select>${!(required && value !== undefined) && html`<option value="">—</option>`}${control.values.map((code) => html`<option value="${code}"${code === value && html` selected`}>${words.value(code)}</option>`)}</select></label>`;
    case 'choices':
      return html`<fieldset><legend>${label}</legend><div class="boxes">${control.values.map((code) => html`<label><input type="checkbox" value="${code}"${rows.includes(code) && html` checked`}> ${words.value(code)}</label>`)}</div></fieldset>`;
    case 'lines':
      return html`<label><span>${label} <small>${words.t('oneALine')}</small></span><textarea rows="${Math.max(2, rows.length + 1)}" dir="auto">${(rows as string[]).join('\n')}</textarea></label>`;
    case 'group':
      return html`<fieldset class="group"><legend>${label}</legend><div class="fields">${fieldsOf(words, control.fields, value)}</div></fieldset>`;
    case 'rows': {
      const item = (row: unknown): Markup => html`<div class="item"><div class="fields">${fieldsOf(words, control.row.fields, row)}</div><button type="button" data-do="remove">${words.t('remove')}</button></div>`;
      return html`<fieldset class="group"><legend>${label}</legend><div class="items">${rows.map(item)}</div><template>${item(undefined)}</template><button type="button" data-do="add">${words.t('add')}</button></fieldset>`;
    }
  }
}

function fieldsOf(words: Words, fields: readonly FieldControl[], value: unknown): Markup[] {
  return fields.filter(({ name }) => isShown(name)).map((item) => field(words, item, (value as Record<string, unknown> | undefined)?.[item.name]));
}
