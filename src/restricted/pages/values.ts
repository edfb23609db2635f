/** Values of a record → HTML: lists, tables of what to do when, and words for codes. */
import { isShown } from '../fields.ts';
import { FUNCTIONS } from '../vocabulary.ts';
import type { Words } from '../words/words.ts';
import { html, type Child, type Markup } from './html.ts';

/** Keys whose values are languages or durations; all other short values are codes of the vocabulary. */
const LANGUAGE_KEYS = new Set(['lang', 'working_languages', 'untoc_18_14_languages']);
const DURATION_KEYS = new Set(['confirm_within', 'ship_request_answer_time', 'usual_time']);

/** Text of a record, in whatever script it was written: its full stop stays at its own end. */
export function written(text: string): Markup {
  return html`<bdi>${text}</bdi>`;
}

/** A value in words and links, whatever its shape. */
export function show(words: Words, value: unknown, key: string): Child {
  if (Array.isArray(value)) return value.length === 1 ? show(words, value[0], key) : html`<ul>${value.map((item) => html`<li>${show(words, item, key)}</li>`)}</ul>`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return html`<ul>${entries.map(([name, item]) => {
      const label = name in FUNCTIONS ? words.value(name) : words.label(name);
      return html`<li>${withLabel(words, label, Array.isArray(item) ? item.map((one, index) => [index > 0 && words.t('comma'), show(words, one, name)]) : show(words, item, key === 'usual_time' ? key : name))}</li>`;
    })}</ul>`;
  }
  if (typeof value === 'number') return value;
  const text = String(value);
  if (LANGUAGE_KEYS.has(key)) return words.languageName(text);
  if (DURATION_KEYS.has(key)) return words.duration(text);
  if (key === 'number' || key === 'phone_24_7' || key === 'fax') return telephone(text);
  if (/^https?:\/\//.test(text)) return html`<a href="${text}" rel="noreferrer"><bdi>${text.replace(/^https?:\/\//, '').replace(/\/$/, '')}</bdi></a>`;
  return /^[a-z][a-z0-9_]*$/i.test(text) ? words.value(text) : written(text);
}

/** `Label: value`, as the language writes its colon. */
export function withLabel(words: Words, label: string, value: Child): Markup {
  const [before = '', after = ''] = words.t('colon', { name: label }).split('{value}');
  return html`${before}${value}${after}`;
}

/** Fields of a group as a list of names and values; what is absent is left out, what is internal too. */
export function fieldList(words: Words, group: Readonly<Record<string, unknown>> | undefined, names: readonly string[], special: Readonly<Record<string, () => Child>> = {}): Markup | undefined {
  const rows = names.filter((name) => isShown(name) && group?.[name] !== undefined).map((name) => html`<dt>${words.label(name)}</dt><dd>${special[name]?.() ?? show(words, group![name], name)}</dd>`);
  return rows.length === 0 ? undefined : html`<dl class="meta">${rows}</dl>`;
}

export function addressLines(address: { lines: readonly string[]; city: string; postcode?: string | undefined; country: string }): Markup {
  const lines = [...address.lines, [address.postcode, address.city].filter(Boolean).join(' '), address.country];
  return html`<address>${lines.map((line, index) => html`${index > 0 && html`<br>`}${written(line)}`)}</address>`;
}

/** A number is read from left to right in every script. */
export function telephone(number: string): Markup {
  return html`<a href="tel:${number.replace(/[^+\d]/g, '')}"><bdi dir="ltr">${number}</bdi></a>`;
}

export function mailbox(address: string): Markup {
  return html`<a href="mailto:${address}"><bdi dir="ltr">${address}</bdi></a>`;
}
