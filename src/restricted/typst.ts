/** Edition → Typst source of its printed form. Text goes in as string literals, so nothing in a record is read as markup. */
import type { Entry } from './directory.ts';
import { isSampleEdition, nameOf, type Edition, type State } from './edition.ts';
import type { EditionData } from './edition-data.ts';
import { FIELDS, isShown, type Field } from './fields.ts';
import { FUNCTIONS, type Day } from './vocabulary.ts';
import type { Words } from './words/words.ts';

/** Languages whose scripts the fonts of the Typst binding hold. */
export const PRINTED_LANGUAGES = ['en', 'fr', 'es', 'ru'] as const;

/** Scripts that the fonts of the Typst binding hold. A name in another script stands in the edition on the screen only. */
const PRINTABLE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;

const head = (words: Words): string => `#set page(paper: "a4", margin: (x: 22mm, y: 24mm), numbering: "1", header: align(center, text(size: 8pt, fill: rgb("#8a5312"), ${literal(words.t('doNotPassOn'))})))
#set text(font: "Libertinus Serif", size: 9.5pt, lang: "${words.language}", number-width: "tabular")
#set par(leading: 0.55em)
#show heading.where(level: 1): it => { pagebreak(weak: true); block(below: 1em, text(size: 17pt, weight: "regular", it.body)) }
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.7em, text(size: 12.5pt, it.body))
#show heading.where(level: 3): it => block(above: 1.8em, below: 0.9em, text(size: 10pt, it.body))
#let row(label, body) = grid(columns: (34mm, 1fr), column-gutter: 4mm, text(fill: rgb("#585d68"), label), body)
`;

/** Source of the whole book: what changed, then State by State. */
export function editionToTypst(edition: Edition, data: EditionData): string {
  const { words } = edition;
  const name = words.t('edition', { edition: edition.name });
  const parts = [
    head(words),
    `#set document(title: ${literal(words.list([words.t('title'), name]))}, date: none)`,
    `#v(1fr)\n#text(size: 26pt, ${literal(words.t('title'))})\n\n#text(size: 14pt, ${literal(name)})\n\n#${literal(words.t('asOf', { date: data.as_of, authorities: edition.entries.size, states: edition.states.size }))}`,
    isSampleEdition(edition) ? `\n\n#text(weight: "bold", ${literal(words.t('bannerSample'))})` : '',
    `#v(2fr)\n#pagebreak()\n#outline(depth: 2, title: ${literal(words.t('contents'))})`,
    changesToTypst(edition, data),
    ...[...edition.states.values()].map((state) => stateToTypst(edition, state)),
  ];
  return `${parts.join('\n')}\n`;
}

function changesToTypst(edition: Edition, { changes_since: changes }: EditionData): string {
  if (!changes) return '';
  const { words } = edition;
  const name = (id: string): string => edition.entries.get(id)?.data.identity.name_en ?? id;
  const item = (text: string): string => `- #${literal(text)}`;
  const list = (title: string, items: readonly string[]): string => (items.length === 0 ? '' : `== #${literal(title)}\n${items.map(item).join('\n')}`);
  const called = (path: string): string => words.list(path.split('.').map((part) => words.group(part)));
  const changed = Object.entries(changes.changed).map(([id, fields]) => words.t('colon', { name: name(id), value: fields.map(called).join('; ') }));
  const none = changes.added.length + changes.removed.length + changed.length === 0 ? `#${literal(words.t('nothing'))}` : '';
  return [`= #${literal(words.t('changesSince', { edition: changes.since }))}`, none, list(words.t('added'), changes.added.map(name)), list(words.t('gone'), changes.removed.map(name)), list(words.t('changed'), changed)].filter(Boolean).join('\n\n');
}

function stateToTypst(edition: Edition, state: State): string {
  return `= #${literal(state.name)}\n${state.authorities.map((entry) => authorityToTypst(edition, entry)).join('\n')}`;
}

function authorityToTypst(edition: Edition, { data, text }: Entry): string {
  const { words } = edition;
  const record = data as unknown as Record<string, Record<string, unknown> | undefined>;
  const group = (key: Field['group'], holder: Record<string, unknown> | undefined = record[key]): string => {
    const rows = FIELDS.filter((field) => field.group === key && isShown(field.name) && holder?.[field.name] !== undefined).map(({ name }) => row(words.label(name), inPrint(words, holder![name], name)));
    return rows.filter((line) => line !== '').join('\n');
  };
  const section = (title: string, body: string): string => (body === '' ? '' : `=== #${literal(title)}\n${body}`);
  const shown = nameOf(edition, data);
  return [
    `== #${literal(PRINTABLE.test(shown) ? shown : data.identity.name_en)}`,
    group('identity'),
    section(words.group('contact'), group('contact')),
    section(words.group('operation'), group('operation')),
    section(words.group('mandate'), data.mandate.map((block) => row(words.function(block.function), [words.list(block.legal_basis.map((basis) => words.basis(basis))), ...(block.legal_basis_text ?? []), block.role === 'both' ? words.t('both') : words.value(block.role), block.scope_limits].filter(Boolean).join('; '))).join('\n')),
    section(words.group('treaty_position'), group('treaty_position')),
    ...(data.procedure ?? []).map((procedure) => section(words.t('needsOf', { function: words.function(procedure.function) }), [group('documents', procedure.documents), group('conditions', procedure.conditions), group('transmission', procedure.transmission)].join('\n'))),
    section(words.group('urgency'), group('urgency')),
    section(words.group('practice'), group('practice')),
    section(words.group('law'), group('law')),
    section(words.t('notes'), text.trim() === '' ? '' : text.trim().split(/\n{2,}/).map((paragraph) => `#${literal(paragraph)}`).join('\n\n')),
    row(words.label('last_confirmed'), words.list([data.last_confirmed, data.confirmed_by])),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function row(label: string, text: string): string {
  return text === '' ? '' : `#row(${literal(label)}, ${literal(text)})`;
}

/** A value in words on one line or a few. */
function inPrint(words: Words, value: unknown, key: string): string {
  if (Array.isArray(value)) return key === 'days' ? words.days(value as Day[]) : value.map((item) => inPrint(words, item, key)).filter((text) => text !== '').join(key === 'lines' ? words.t('comma') : '; ');
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).filter(([, item]) => item !== undefined).map(([name, item]) => objectPart(words, name, inPrint(words, item, key === 'usual_time' ? key : name)));
    return words.list(parts.filter((text) => text !== ''));
  }
  const text = String(value);
  if (!PRINTABLE.test(text)) return '';
  if (key === 'lang' || key === 'working_languages' || key === 'untoc_18_14_languages') return words.languageName(text);
  if (['confirm_within', 'ship_request_answer_time', 'usual_time'].includes(key)) return words.duration(text);
  return /^[a-z][a-z0-9_]*$/i.test(text) ? words.value(text) : text;
}

/** Parts that speak for themselves need no label. */
function objectPart(words: Words, name: string, text: string): string {
  if (text === '') return '';
  return ['lines', 'city', 'postcode', 'country', 'number', 'address', 'purpose', 'hours', 'lang', 'name', 'when', 'title', 'days', 'from', 'to', 'channel', 'url', 'kind', 'key_url'].includes(name) ? text : words.t('colon', { name: name in FUNCTIONS ? words.value(name) : words.label(name), value: text });
}

/** A Typst string literal. JSON's escapes are Typst's but for control characters and \\u, which take braces there. */
function literal(text: string): string {
  const quoted = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, ' ');
  return `"${quoted}"`;
}
