/** Values of a record → HTML: lists, tables of what to do when, and words for codes. */
import { isShown, labelOf } from '../fields.ts';
import { FUNCTIONS, inWords, type Day, DAYS } from '../vocabulary.ts';
import { html, type Child, type Markup } from './html.ts';

/** Name of a language in English: `fr` → `French`. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
}

/** ISO 8601 duration → words: `PT24H` → `24 hours`. */
export function durationInWords(duration: string): string {
  const units: Record<string, string> = { Y: 'year', M: 'month', W: 'week', D: 'day', TH: 'hour', TM: 'minute' };
  const [date = '', clock = ''] = duration.slice(1).split('T');
  const parts = [...date.matchAll(/(\d+)([YMWD])/g), ...clock.matchAll(/(\d+)([HM])/g).map((match) => [match[0], match[1], `T${match[2]}`] as const)];
  return parts.map(([, number, unit]) => `${number} ${units[unit!]}${number === '1' ? '' : 's'}`).join(' ');
}

/** Days in a row become a span: Monday to Friday. */
export function daysInWords(days: readonly Day[]): string {
  const places = days.map((day) => DAYS.indexOf(day));
  const inRow = places.every((place, index) => index === 0 || place === (places[index - 1]! + 1) % 7);
  return inRow && days.length > 2 ? `${inWords(days[0]!)} to ${inWords(days.at(-1)!)}` : days.map(inWords).join(', ');
}

/** Keys whose values are languages, durations, links or text in plain words; all other short values are codes of the vocabulary. */
const LANGUAGE_KEYS = new Set(['lang', 'working_languages', 'untoc_18_14_languages']);
const DURATION_KEYS = new Set(['confirm_within', 'ship_request_answer_time', 'usual_time']);

/** A value in words and links, whatever its shape. */
export function show(value: unknown, key: string): Child {
  if (Array.isArray(value)) return value.length === 1 ? show(value[0], key) : html`<ul>${value.map((item) => html`<li>${show(item, key)}</li>`)}</ul>`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return html`<ul>${entries.map(([name, item]) => html`<li>${name in FUNCTIONS ? inWords(name) : labelOf(name)}: ${Array.isArray(item) ? item.map((one, index) => [index > 0 && ', ', show(one, name)]) : show(item, key === 'usual_time' ? key : name)}</li>`)}</ul>`;
  }
  if (typeof value === 'number') return value;
  const text = String(value);
  if (LANGUAGE_KEYS.has(key)) return languageName(text);
  if (DURATION_KEYS.has(key)) return durationInWords(text);
  if (/^https?:\/\//.test(text)) return html`<a href="${text}" rel="noreferrer">${text.replace(/^https?:\/\//, '').replace(/\/$/, '')}</a>`;
  return /^[a-z][a-z0-9_]*$/i.test(text) ? inWords(text) : text;
}

/** Fields of a group as a list of names and values; what is absent is left out, what is internal too. */
export function fieldList(group: Readonly<Record<string, unknown>> | undefined, names: readonly string[], special: Readonly<Record<string, () => Child>> = {}): Markup | undefined {
  const rows = names.filter((name) => isShown(name) && group?.[name] !== undefined).map((name) => html`<dt>${labelOf(name)}</dt><dd>${special[name]?.() ?? show(group![name], name)}</dd>`);
  return rows.length === 0 ? undefined : html`<dl class="meta">${rows}</dl>`;
}

export function addressLines(address: { lines: readonly string[]; city: string; postcode?: string | undefined; country: string }): Markup {
  const lines = [...address.lines, [address.postcode, address.city].filter(Boolean).join(' '), address.country];
  return html`<address>${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</address>`;
}

export function telephone(number: string): Markup {
  return html`<a href="tel:${number.replace(/[^+\d]/g, '')}">${number}</a>`;
}

export function mailbox(address: string): Markup {
  return html`<a href="mailto:${address}">${address}</a>`;
}
