/** What a change file may change. Shared by the form in the browser and by the command that applies the file. */
import { authority } from './authority.ts';
import { controlOf, type Control } from './control.ts';

export const CHANGE_FORMAT = 'comity-directory-change-1';
/** The public key that an authority sends to have it registered. */
export const KEY_FORMAT = 'comity-directory-key-1';

/** Path → new value; null takes the field out. */
export type Changes = Record<string, unknown>;

/** Groups whose fields change one by one. */
const GROUPS = ['identity', 'contact', 'operation', 'treaty_position', 'urgency', 'practice', 'law'] as const;
/** What changes as a whole. Identifier, State, status, reviewer and the log of changes are the Secretariat's. */
const WHOLE = ['territory', 'source_urls', 'mandate', 'procedure'] as const;

const root = controlOf(authority) as Extract<Control, { kind: 'group' }>;

/** Sections of the form: key of the record → control. */
export const SECTIONS: readonly { name: string; control: Control; required: boolean }[] = [...GROUPS, ...WHOLE].map((name) => root.fields.find((field) => field.name === name)!);

/** Paths that a change file may name; `text` is the Markdown after the front matter. */
export const EDITABLE: ReadonlySet<string> = new Set([
  ...SECTIONS.flatMap(({ name, control }) => (control.kind === 'group' ? control.fields.map((field) => `${name}.${field.name}`) : [name])),
  'text',
]);
