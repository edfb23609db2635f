/** Edition → Typst source of its printed form. Text goes in as string literals, so nothing in a record is read as markup. */
import type { Entry } from './directory.ts';
import { isSampleEdition, type Edition, type State } from './edition.ts';
import type { EditionData } from './edition-data.ts';
import { FIELDS, GROUPS, isShown, labelOf, type Field } from './fields.ts';
import { basisInWords, FUNCTIONS, inWords, type Day } from './vocabulary.ts';
import { daysInWords, durationInWords, languageName } from './pages/values.ts';

/** Scripts that the fonts of the Typst binding hold. A name in another script stands in the edition on the screen only. */
const PRINTABLE = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;

const HEAD = `#set page(paper: "a4", margin: (x: 22mm, y: 24mm), numbering: "1", header: align(center, text(size: 8pt, fill: rgb("#8a5312"))[Restricted: for designated authorities only. Do not pass on.]))
#set text(font: "Libertinus Serif", size: 9.5pt, lang: "en", number-width: "tabular")
#set par(leading: 0.55em)
#show heading.where(level: 1): it => { pagebreak(weak: true); block(below: 1em, text(size: 17pt, weight: "regular", it.body)) }
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.7em, text(size: 12.5pt, it.body))
#show heading.where(level: 3): it => block(above: 1.8em, below: 0.9em, text(size: 10pt, it.body))
#let row(label, body) = grid(columns: (34mm, 1fr), column-gutter: 4mm, text(fill: rgb("#585d68"), label), body)
`;

/** Source of the whole book: what changed, then State by State. */
export function editionToTypst(edition: Edition, data: EditionData): string {
  const parts = [
    HEAD,
    `#set document(title: ${literal(`Directory of competent national authorities, edition ${edition.name}`)}, date: none)`,
    `#v(1fr)\n#text(size: 26pt)[Directory of competent national authorities]\n\n#text(size: 14pt)[Edition #${literal(edition.name)}]\n\n#${literal(`${edition.entries.size} authorities of ${edition.states.size} States, as of ${data.as_of}.`)}`,
    isSampleEdition(edition) ? `\n\n#text(weight: "bold")[Sample records: none of these authorities, numbers or addresses exists.]` : '',
    '#v(2fr)\n#pagebreak()\n#outline(depth: 2, title: [Contents])',
    changesToTypst(edition, data),
    ...[...edition.states.values()].map((state) => stateToTypst(state)),
  ];
  return `${parts.join('\n')}\n`;
}

function changesToTypst(edition: Edition, { changes_since: changes }: EditionData): string {
  if (!changes) return '';
  const name = (id: string): string => edition.entries.get(id)?.data.identity.name_en ?? id;
  const item = (text: string): string => `- #${literal(text)}`;
  const list = (title: string, items: readonly string[]): string => (items.length === 0 ? '' : `== ${title}\n${items.map(item).join('\n')}`);
  const changed = Object.entries(changes.changed).map(([id, fields]) => `${name(id)}: ${fields.map((path) => path.split('.').map(labelOf).join(', ')).join('; ')}`);
  const none = changes.added.length + changes.removed.length + changed.length === 0 ? 'Nothing has changed.' : '';
  return [`= #${literal(`Changes since edition ${changes.since}`)}`, none, list('New', changes.added.map(name)), list('Removed', changes.removed.map(name)), list('Changed', changed)].filter(Boolean).join('\n\n');
}

function stateToTypst(state: State): string {
  return `= #${literal(state.name)}\n${state.authorities.map((entry) => authorityToTypst(entry)).join('\n')}`;
}

function authorityToTypst({ data, text }: Entry): string {
  const record = data as unknown as Record<string, Record<string, unknown> | undefined>;
  const group = (key: Field['group'], holder: Record<string, unknown> | undefined = record[key]): string => {
    const rows = FIELDS.filter((field) => field.group === key && isShown(field.name) && holder?.[field.name] !== undefined).map(({ name }) => row(labelOf(name), words(holder![name], name)));
    return rows.filter((line) => line !== '').join('\n');
  };
  const section = (title: string, body: string): string => (body === '' ? '' : `=== #${literal(title)}\n${body}`);
  return [
    `== #${literal(data.identity.name_en)}`,
    group('identity'),
    section(GROUPS.contact, group('contact')),
    section(GROUPS.operation, group('operation')),
    section(GROUPS.mandate, data.mandate.map((block) => row(FUNCTIONS[block.function], [block.legal_basis.map(basisInWords).join(', '), ...(block.legal_basis_text ?? []), block.role === 'both' ? 'receives and sends' : inWords(block.role), block.scope_limits].filter(Boolean).join('; '))).join('\n')),
    section(GROUPS.treaty_position, group('treaty_position')),
    ...(data.procedure ?? []).map((procedure) => section(`${FUNCTIONS[procedure.function]}: what a request needs`, [group('documents', procedure.documents), group('conditions', procedure.conditions), group('transmission', procedure.transmission)].join('\n'))),
    section(GROUPS.urgency, group('urgency')),
    section(GROUPS.practice, group('practice')),
    section(GROUPS.law, group('law')),
    section('Notes', text.trim() === '' ? '' : text.trim().split(/\n{2,}/).map((paragraph) => `#${literal(paragraph)}`).join('\n\n')),
    row('Last confirmed', `${data.last_confirmed}, ${data.confirmed_by}`),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function row(label: string, text: string): string {
  return text === '' ? '' : `#row(${literal(label)}, ${literal(text)})`;
}

/** A value in words on one line or a few. */
function words(value: unknown, key: string): string {
  if (Array.isArray(value)) return key === 'days' ? daysInWords(value as Day[]) : value.map((item) => words(item, key)).filter((text) => text !== '').join(key === 'lines' ? ', ' : '; ');
  if (typeof value === 'object' && value !== null) return Object.entries(value).filter(([, item]) => item !== undefined).map(([name, item]) => objectPart(name, words(item, key === 'usual_time' ? key : name))).filter((text) => text !== '').join(', ');
  const text = String(value);
  if (!PRINTABLE.test(text)) return '';
  if (key === 'lang' || key === 'working_languages' || key === 'untoc_18_14_languages') return languageName(text);
  if (['confirm_within', 'ship_request_answer_time', 'usual_time'].includes(key)) return durationInWords(text);
  return /^[a-z][a-z0-9_]*$/i.test(text) ? inWords(text) : text;
}

/** Parts that speak for themselves need no label. */
function objectPart(name: string, text: string): string {
  if (text === '') return '';
  return ['lines', 'city', 'postcode', 'country', 'number', 'address', 'purpose', 'hours', 'lang', 'name', 'when', 'title', 'days', 'from', 'to', 'channel', 'url', 'kind', 'key_url'].includes(name) ? text : `${name in FUNCTIONS ? inWords(name) : labelOf(name)}: ${text}`;
}

/** A Typst string literal. JSON's escapes are Typst's but for control characters and \\u, which take braces there. */
function literal(text: string): string {
  const quoted = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, ' ');
  return `"${quoted}"`;
}
