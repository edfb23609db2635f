/** The form by which an authority mends its own record. A script reads it (client/edit.ts); nothing is sent anywhere. */
import { SECTIONS } from '../change-format.ts';
import type { Control, FieldControl } from '../control.ts';
import type { Entry } from '../directory.ts';
import { GROUPS, isShown, labelOf } from '../fields.ts';
import { inWords } from '../vocabulary.ts';
import type { Page } from './frame.ts';
import { html, json, type Child, type Markup } from './html.ts';

export function editPage(entry: Entry): Omit<Page, 'sample'> {
  const { data } = entry;
  const sections = SECTIONS.filter(({ name }) => name !== 'treaty_position' || data.treaty_position !== undefined);
  const { reviewer: _, ...shown } = data;
  return {
    path: `edit/${data.id}/`,
    title: `Edit: ${data.identity.name_en}`,
    crumbs: [{ name: data.identity.name_en, path: `authorities/${data.id}/` }],
    scripts: ['edit'],
    body: html`<h1>Edit your record</h1>
<p class="lead">${data.identity.name_en}</p>
<p>Change what is no longer right, or confirm the record as it stands. The form makes a file; send it to the Secretariat by the way agreed with it. Nothing is sent from here.</p>
<noscript><p class="flag">The form needs a script. Without one, write down what should change and send it to the Secretariat.</p></noscript>
<form id="edit" class="edit" hidden novalidate>
${sections.map(({ name, control, required }) => html`<details class="section" data-section="${name}"><summary>${name in GROUPS ? GROUPS[name as keyof typeof GROUPS] : labelOf(name)}</summary>${field({ name, control, required }, (data as Record<string, unknown>)[name], true)}</details>`)}
<details class="section" data-section="text"><summary>Notes</summary><div class="field" data-name="text" data-kind="text"><label><span>Notes for those who write to you (Markdown)</span><textarea rows="8">${entry.text.trim()}</textarea></label></div></details>
<fieldset class="group sign"><legend>Sign off</legend>
<div class="field"><label><span>Why (one line; it stands in the list of changes)</span><input type="text" name="reason" maxlength="300" required></label><p class="error" hidden></p></div>
<div class="field"><label><span>Signed off by (office or role, no person’s name)</span><input type="text" name="signed_off_by" maxlength="300" required></label><p class="error" hidden></p></div>
<div class="field"><label><span>Date</span><input type="date" name="date" required></label><p class="error" hidden></p></div>
</fieldset>
<div id="outcome" tabindex="-1" aria-live="polite"></div>
<p><button type="submit">Make the file</button></p>
</form>
<script type="application/json" id="base">${json({ id: data.id, digest: entry.digest, record: shown, text: entry.text.trim() })}</script>`,
  };
}

/** A field with its control. What a script reads stands in data attributes; labels hold their inputs, so rows can be copied. */
function field({ name, control, required, hint }: FieldControl, value: unknown, outer = false): Markup {
  const label = outer ? 'All of it' : labelOf(name);
  const words = html`${label}${hint !== undefined && html` <small>${hint}</small>`}${!required && !outer && html` <small>(may be left out)</small>`}`;
  return html`<div class="field" data-name="${name}" data-kind="${control.kind}"${required && html` data-required`}>${inside(control, value, words, required)}<p class="error" hidden></p></div>`;
}

function inside(control: Control, value: unknown, words: Child, required: boolean): Markup {
  switch (control.kind) {
    case 'text':
      return control.long ? html`<label><span>${words}</span><textarea rows="3">${value as string | undefined}</textarea></label>` : html`<label><span>${words}</span><input type="text" value="${value as string | undefined}"></label>`;
    case 'number':
      return html`<label><span>${words}</span><input type="number" min="0" step="1" value="${value as number | undefined}"></label>`;
    case 'choice':
      return html`<label><span>${words}</span><select>${!(required && value !== undefined) && html`<option value="">—</option>`}${control.values.map((code) => html`<option value="${code}"${code === value && html` selected`}>${inWords(code)}</option>`)}</select></label>`;
    case 'choices':
      return html`<fieldset><legend>${words}</legend><div class="boxes">${control.values.map((code) => html`<label><input type="checkbox" value="${code}"${((value as string[] | undefined) ?? []).includes(code) && html` checked`}> ${inWords(code)}</label>`)}</div></fieldset>`;
    case 'lines':
      return html`<label><span>${words} <small>one a line</small></span><textarea rows="${Math.max(2, ((value as string[] | undefined) ?? []).length + 1)}">${((value as string[] | undefined) ?? []).join('\n')}</textarea></label>`;
    case 'group':
      return html`<fieldset class="group"><legend>${words}</legend><div class="fields">${fieldsOf(control.fields, value)}</div></fieldset>`;
    case 'rows': {
      const item = (row: unknown): Markup => html`<div class="item"><div class="fields">${fieldsOf(control.row.fields, row)}</div><button type="button" data-do="remove">Remove</button></div>`;
      return html`<fieldset class="group"><legend>${words}</legend><div class="items">${((value as unknown[] | undefined) ?? []).map(item)}</div><template>${item(undefined)}</template><button type="button" data-do="add">Add</button></fieldset>`;
    }
  }
}

function fieldsOf(fields: readonly FieldControl[], value: unknown): Markup[] {
  return fields.filter(({ name }) => isShown(name)).map((item) => field(item, (value as Record<string, unknown> | undefined)?.[item.name]));
}
