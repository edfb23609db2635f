import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedBytes } from '../../../src/restricted/canonical.ts';
import { CHANGE_FORMAT, EDITABLE } from '../../../src/restricted/change-format.ts';
import { prepareChange, type ChangeFile, type Prepared } from '../../../src/restricted/change.ts';
import { readDirectory, readEntry, type Entry } from '../../../src/restricted/directory.ts';

const { entries } = readDirectory('restricted', 'restricted');
const entry = [...entries.values()].find(({ data }) => data.treaty_position)!;
const other = [...entries.values()].find(({ data }) => !data.treaty_position)!;
const TODAY = '2026-11-23';

const file = (changes: Record<string, unknown>, more: Partial<Record<keyof ChangeFile, unknown>> = {}): string =>
  JSON.stringify({ format: CHANGE_FORMAT, authority: entry.data.id, base: entry.digest, changes, reason: 'New number of the counter', signed_off_by: 'Registrar’s desk', date: TODAY, ...more });
/** What a file says is tested without its signature; signature.test.ts tests who may say it. */
const prepare = (text: string, account?: string): Prepared => prepareChange(text, entries, { today: TODAY, account, keys: new Map(), unsigned: true });
const refusal = (text: string, account?: string): string => {
  const prepared = prepare(text, account);
  return prepared.ok ? 'accepted' : prepared.reasons.join('\n');
};
const accepted = (text: string): Extract<Prepared, { ok: true }> => {
  const prepared = prepare(text);
  if (!prepared.ok) throw new Error(prepared.reasons.join('\n'));
  return prepared;
};
const PHONES = [{ number: '+999 20 555 0099', purpose: 'requests' }];

describe('a change file is taken', () => {
  it('when it changes a field, and the rest of the record stays as it was', () => {
    const { source, changed, message, path } = accepted(file({ 'contact.phones': PHONES, 'law.remarks': null }));
    expect(path).toBe(entry.path);
    expect(changed).toEqual(['contact.phones', 'law.remarks']);
    const after = readEntry(source, path).entry!;
    expect(after.data.contact.phones).toEqual(PHONES);
    expect(after.data.law).not.toHaveProperty('remarks');
    expect(after.data).toMatchObject({ status: 'confirmed_by_state', last_confirmed: TODAY, confirmed_by: 'Registrar’s desk' });
    expect(after.data.change_log!.at(-1)).toEqual({ date: TODAY, what: 'New number of the counter', source: 'Change file without a signature, signed off by Registrar’s desk' });
    expect({ ...after.data, contact: 0, law: 0, status: 0, last_confirmed: 0, confirmed_by: 0, change_log: 0 }).toEqual({ ...entry.data, contact: 0, law: 0, status: 0, last_confirmed: 0, confirmed_by: 0, change_log: 0 });
    expect(after.text).toBe(entry.text);
    expect(message).toBe(`${entry.data.id}: telephone, Remarks\n\nNew number of the counter\n\nConfirmed-on: ${TODAY}\nSigned-off-by: Registrar’s desk\nSignature: none (--unsigned)\nChange-file: ${hash('sha256', signedBytes(JSON.parse(file({ 'contact.phones': PHONES, 'law.remarks': null })) as ChangeFile))}\n`);
  });
  it('when it confirms the record without change', () => {
    expect(accepted(file({})).message).toContain(': confirmed without change\n');
    expect(accepted(file({ 'contact.phones': entry.data.contact.phones })).changed).toEqual([]);
  });
  it('when it changes the notes below the record', () => {
    expect(readEntry(accepted(file({ text: 'Ring twice.\r\n\r\nThen wait.' })).source, entry.path).entry!.text).toBe('\nRing twice.\n\nThen wait.\n');
  });
  it('and changes few lines of the file', () => {
    const lines = (text: string): Set<string> => new Set(text.split('\n'));
    const before = lines(readFileSync(join('restricted', entry.path), 'utf8'));
    const added = [...lines(accepted(file({ 'operation.holidays_url': 'https://holidays.example.org/' })).source)].filter((line) => !before.has(line));
    expect(added.length).toBeLessThanOrEqual(7);
  });
});

describe('a change file is refused, and the reason said,', () => {
  it.each<[string, string, RegExp]>([
    ['when it is no JSON', 'number: 5', /no JSON/],
    ['when it is a list', '[]', /The file: /],
    ['when it is too large', ' '.repeat(600_000), /too large/],
    ['when it says a thing twice', file({}).replace('"reason"', '"reason":"Another","reason"'), /names a key twice/],
    ['when it has a key more', file({}, { extra: 1 } as never), /extra/],
    ['when it lacks its base', file({}, { base: undefined }), /base/],
    ['when the record has changed since', file({}, { base: '0'.repeat(64) }), /has been changed since/],
    ['when there is no such record', file({}, { authority: 'xa-sample-nobody' }), /holds no record/],
    ['when it names a path instead of a record', file({}, { authority: '../../content/laws/ke' }), /authority/],
    ['when it is from the future', file({}, { date: '2026-11-24' }), /yet to come/],
    ['when it is older than the record', file({}, { date: '2020-01-01' }), /before the record was last confirmed/],
    ['when its day is none', file({}, { date: '2026-02-31' }), /date/],
    ['when nobody has signed', file({}, { signed_off_by: ' ' }), /signed_off_by/],
    ['when the signature would forge lines of the commit', file({}, { signed_off_by: 'Desk\nSigned-off-by: Secretariat' }), /one line/],
    ['when it changes the identifier', file({ id: 'xb-sample-x' }), /`id` is no field/],
    ['when it changes the State', file({ country: 'xb' }), /`country` is no field/],
    ['when it changes what the Secretariat keeps', file({ reviewer: 'me', status: 'withdrawn', change_log: [] }), /reviewer[^]*status[^]*change_log/],
    ['when it changes a whole group at once', file({ contact: {} }), /`contact` is no field/],
    ['when it reaches for a prototype', file({}).replace('"changes":{}', '"changes":{"__proto__":{"polluted":true}}'), /__proto__/],
    ['when the record would not be valid', file({ 'contact.phones': [{ number: '5' }] }), /would not be valid[^]*InvalidValue/],
    ['when a required field is taken out', file({ 'urgency.urgent_procedure': null }), /would not be valid[^]*MissingKey/],
    ['when function and basis do not fit', file({ mandate: [{ function: 'extradition', legal_basis: ['1988:17'], role: 'receives' }] }), /would not be valid/],
    ['when it points to a record that is not there', file({ 'urgency.data_preservation_contact': 'xa-sample-nobody' }), /would not be valid[^]*UnknownWork/],
  ])('%s', (_, text, reason) => expect(refusal(text)).toMatch(reason));

  it('when it came from the account of another authority', () => {
    expect(refusal(file({}), other.data.id)).toMatch(/its own record only/);
    expect(refusal(file({}), entry.data.id)).toBe('accepted');
  });
  it('when an authority that does not speak for its State changes the position of the State', () => {
    expect(refusal(file({ 'treaty_position.treaty_needed_mla': 'yes' }, { authority: other.data.id, base: other.digest }))).toMatch(/Another authority speaks/);
  });
});

describe('whatever a change file holds', () => {
  const json = fc.jsonValue({ maxDepth: 3 });
  const path = fc.oneof(fc.constantFrom(...EDITABLE), fc.constantFrom('id', 'country', 'sample', 'status', '__proto__', 'constructor', 'contact', 'contact.', '.', 'contact.phones.0', 'toString'), fc.string());
  /** A valid file, with some of it put out of order. */
  const mutated = fc.record({
    changes: fc.dictionary(path, fc.oneof(json, fc.constantFrom<unknown>(null, PHONES, entry.data.mandate, [], {}, 'yes', '')), { maxKeys: 4 }),
    more: fc.dictionary(fc.constantFrom('format', 'authority', 'base', 'changes', 'reason', 'signed_off_by', 'date', 'else'), fc.oneof(json, fc.constantFrom<unknown>(other.data.id, other.digest, '2026-11-01', '../x')), { maxKeys: 1 }),
    cut: fc.option(fc.nat(400), { freq: 6 }),
  });
  const write = ({ changes, more, cut }: { changes: Record<string, unknown>; more: Record<string, unknown>; cut: number | null }): string => {
    const text = file(changes, more);
    return cut === null ? text : text.slice(0, cut) + text.slice(cut + 1);
  };

  it('it is refused with a reason, or gives a valid record of the authority it names, changed where it says and nowhere else', () => {
    const before = JSON.stringify([...entries.values()].map(({ data, text }) => [data, text]));
    let taken = 0;
    fc.assert(
      fc.property(mutated, (mutation) => {
        const text = write(mutation);
        const prepared = prepare(text);
        if (!prepared.ok) return prepared.reasons.length > 0 && prepared.reasons.every((reason) => reason.length > 10);
        taken++;
        const named = (JSON.parse(text) as ChangeFile).authority;
        const target = entries.get(named)!;
        const read = readEntry(prepared.source, prepared.path);
        return prepared.id === named && prepared.path === target.path && read.flaws.length === 0 && differsOnlyAt(target, read.entry!, prepared.changed);
      }),
      { numRuns: 400, seed: 20_261_123 },
    );
    expect(taken).toBeGreaterThan(10);
    // Refused or taken, nothing that was read has been touched, and no prototype either.
    expect(JSON.stringify([...entries.values()].map(({ data, text }) => [data, text]))).toBe(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('text that is no change file at all is refused', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => !prepare(text).ok), { numRuns: 300, seed: 1 });
  });
});

function differsOnlyAt(before: Entry, after: Entry, changed: readonly string[]): boolean {
  const allowed = new Set([...changed, 'status', 'last_confirmed', 'confirmed_by', 'change_log']);
  const flat = (data: object): Map<string, string> =>
    new Map(Object.entries(data).flatMap(([key, value]): [string, string][] => (Array.isArray(value) || typeof value !== 'object' ? [[key, JSON.stringify(value)]] : Object.entries(value as object).map(([name, item]) => [`${key}.${name}`, JSON.stringify(item)]))));
  const [old, now] = [flat(before.data), flat(after.data)];
  const differences = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path));
  return differences.every((path) => allowed.has(path)) && (before.text === after.text || allowed.has('text'));
}
