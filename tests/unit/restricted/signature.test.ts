import { generateKeyPairSync, hash, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { canonicalJson, signedBytes, toBase64Url } from '../../../src/restricted/canonical.ts';
import { CHANGE_FORMAT, KEY_FORMAT } from '../../../src/restricted/change-format.ts';
import { prepareChange, type ApplyOptions, type ChangeFile } from '../../../src/restricted/change.ts';
import { readDirectory, readEntry } from '../../../src/restricted/directory.ts';
import { fingerprintOf, isSignedBy, keysPath, readKeyFile, readKeys, type Keys, type RegisteredKey } from '../../../src/restricted/keys.ts';

const { entries } = readDirectory('restricted', 'restricted');
const [entry, other] = [...entries.values()];
const TODAY = '2026-11-23';

interface Pair {
  registered: RegisteredKey;
  privateKey: KeyObject;
}
function makePair(): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const public_key = publicKey.export({ format: 'jwk' }).x!;
  return { privateKey, registered: { public_key, fingerprint: fingerprintOf(public_key), registered: '2026-11-01', checked: 'called back' } };
}
const [own, second, foreign] = [makePair(), makePair(), makePair()];
const keys: Keys = new Map([[entry!.data.id, [own.registered, second.registered]], [other!.data.id, [foreign.registered]]]);

type Unsigned = Omit<ChangeFile, 'signature'>;
const change = (more: Partial<Unsigned> = {}): Unsigned => ({ format: CHANGE_FORMAT, authority: entry!.data.id, base: entry!.digest, changes: { 'operation.holidays_url': 'https://holidays.example.org/é' }, reason: 'Holidays', signed_off_by: 'Registrar’s desk', date: TODAY, ...more });
const signed = (file: Unsigned, { privateKey, registered }: Pair = own): string =>
  JSON.stringify({ ...file, signature: { algorithm: 'Ed25519', key: registered.fingerprint, value: toBase64Url(sign(null, signedBytes(file), privateKey)) } }, null, 2);
const answer = (text: string, options: Partial<ApplyOptions> = {}): string => {
  const prepared = prepareChange(text, entries, { today: TODAY, keys, ...options });
  return prepared.ok ? `taken, ${prepared.signed ? 'signed' : 'unsigned'}` : prepared.reasons.join('\n');
};

describe('a signed change file', () => {
  it('is taken where the key is one of the authority’s', () => {
    expect(answer(signed(change()))).toBe('taken, signed');
    expect(answer(signed(change(), second))).toBe('taken, signed');
  });
  it('may be indented otherwise and have its keys in another order', () => {
    const text = signed(change());
    const shuffled = Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse());
    expect(answer(JSON.stringify(shuffled))).toBe('taken, signed');
  });
  it('names its key and its digest in the words of the commit', () => {
    const prepared = prepareChange(signed(change()), entries, { today: TODAY, keys });
    expect(prepared).toMatchObject({ ok: true, message: expect.stringContaining(`Signature: Ed25519 ${own.registered.fingerprint}\nChange-file: ${hash('sha256', signedBytes(change()))}\n`) });
  });
});

describe('a change file is refused, and the reason said,', () => {
  it('when any byte of what it says was changed after it was signed', () => {
    const text = signed(change());
    const original = canonicalJson(JSON.parse(text));
    let taken = 0;
    for (let place = 0; place < text.length; place++) {
      const changed = `${text.slice(0, place)}${text[place] === '0' ? '1' : '0'}${text.slice(place + 1)}`;
      if (answer(changed).startsWith('taken')) {
        taken++;
        expect(canonicalJson(JSON.parse(changed))).toBe(original);
      }
    }
    expect(taken).toBe(0);
    for (const more of [{ reason: 'Holidays.' }, { date: '2026-11-22' }, { signed_off_by: 'Another desk' }, { changes: {} }, { authority: other!.data.id }, { base: '0'.repeat(64) }]) {
      expect(answer(JSON.stringify({ ...(JSON.parse(text) as object), ...more })), JSON.stringify(more)).toMatch(/does not fit the file|with a key of/);
    }
  });
  it('when it is signed with the key of another authority, be it in its own name', () => {
    expect(answer(signed(change(), foreign))).toContain(`it is signed with a key of \`${other!.data.id}\``);
    // The name of a key is no key: the other's signature under the right fingerprint.
    expect(answer(signed(change(), { ...foreign, registered: own.registered }))).toContain('does not fit the file');
  });
  it('when its key is not registered', () => expect(answer(signed(change(), makePair()))).toContain('not registered'));
  it('when its key was revoked, even where the file is dated before', () => {
    const revoked: Keys = new Map([[entry!.data.id, [{ ...own.registered, revoked: '2026-11-20', revoked_because: 'the device was lost' }, second.registered]]]);
    expect(answer(signed(change({ date: '2026-11-19' })), { keys: revoked })).toMatch(/revoked on 2026-11-20.*the device was lost/);
    expect(answer(signed(change(), second), { keys: revoked })).toBe('taken, signed');
  });
  it('when it is an old one: the record has changed since', () => {
    const text = signed(change());
    const first = prepareChange(text, entries, { today: TODAY, keys });
    if (!first.ok) throw new Error('not taken');
    const after = new Map(entries).set(entry!.data.id, readEntry(first.source, first.path).entry!);
    const again = prepareChange(text, after, { today: TODAY, keys });
    expect(again).toMatchObject({ ok: false, reasons: [expect.stringContaining('has been changed since')] });
  });
  it('when it was applied once and undone: its digest stands in the history', () => {
    const digest = hash('sha256', signedBytes(change()));
    expect(answer(signed(change()), { committed: (asked) => (asked === digest ? 'abc1234' : undefined) })).toContain('applied before (commit abc1234)');
  });
  it('when it bears no signature, unless somebody says that it may', () => {
    expect(answer(JSON.stringify(change()))).toContain('bears no signature');
    expect(answer(JSON.stringify(change()), { unsigned: true })).toBe('taken, unsigned');
  });
  it('when its signature is wrong, even where none is asked for', () => {
    expect(answer(signed(change(), foreign), { unsigned: true })).toContain('with a key of');
    expect(answer(signed(change()).replace('Holidays', 'Holiday'), { unsigned: true })).toContain('does not fit the file');
    expect(answer(signed(change()).replace('"Ed25519"', '"none"'), { unsigned: true })).toContain('signature.algorithm');
  });
});

describe('canonical JSON', () => {
  it('is that of RFC 8785', () => {
    // The example of section 3.2.2 and 3.2.3 of the RFC, lists and literals among it.
    const value = JSON.parse('{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}') as unknown;
    expect(canonicalJson(value)).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
    expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, 1: 4, '😀': 5, '\u0080': 6, ö: 7 })).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });
  it('says the same of the same value, whatever the order of its keys, and has no form for half a character', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })), (value) => canonicalJson(value) === canonicalJson(Object.fromEntries(Object.entries(value).reverse())) && canonicalJson(JSON.parse(canonicalJson(value))) === canonicalJson(value)));
    expect(() => canonicalJson({ a: '\ud800' })).toThrow('half of a character');
  });
});

describe('a key', () => {
  const made = { format: KEY_FORMAT, authority: entry!.data.id, public_key: own.registered.public_key, made: TODAY };
  const file = (more: object = {}): string => JSON.stringify({ ...made, signature: toBase64Url(sign(null, signedBytes(made), own.privateKey)), ...more });
  it('is read from the file that its holder signed', () => expect(readKeyFile(file())).toMatchObject({ authority: entry!.data.id }));
  it.each([
    ['for another authority', { authority: other!.data.id }, /not signed with the key/],
    ['of somebody else', { public_key: foreign.registered.public_key }, /not signed with the key/],
    ['that is none', { public_key: 'AAAA' }, /public_key/],
    ['without proof', { signature: undefined }, /signature/],
  ])('is not taken %s', (_, more, reason) => expect(readKeyFile(file(more))).toMatchObject({ reason: expect.stringMatching(reason) }));
  it('signs a change file only as a change file', () => {
    // The signature under a key file is none under a change file with the same bytes but for the format.
    expect(isSignedBy({ ...made, format: CHANGE_FORMAT }, toBase64Url(sign(null, signedBytes(made), own.privateKey)), own.registered.public_key)).toBe(false);
  });
});

describe('the folder of keys', () => {
  const root = mkdtempSync(join(tmpdir(), 'comity-keys-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, authority: string, list: readonly object[]): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), JSON.stringify({ authority, keys: list })); // JSON is YAML
  };
  const found = (): string[] => readKeys(root, 'restricted').flaws.map(({ name, place }) => `${name} ${place.file}`);
  it('gives each authority its keys', () => {
    write(keysPath('xa-one'), 'xa-one', [own.registered]);
    expect(readKeys(root, 'restricted')).toMatchObject({ flaws: [], keys: new Map([['xa-one', [own.registered]]]) });
  });
  it('refuses a key that two authorities have, a fingerprint of another key, a file in the wrong place, and links', () => {
    write(keysPath('xb-two'), 'xb-two', [own.registered]);
    expect(found()).toEqual(['DuplicateIdentifier restricted/keys/xb/xb-two.yaml']);
    write(keysPath('xb-two'), 'xb-two', [{ ...foreign.registered, fingerprint: second.registered.fingerprint }]);
    expect(found()).toEqual(['InvalidValue restricted/keys/xb/xb-two.yaml']);
    write(keysPath('xb-two'), 'xb-three', [foreign.registered]);
    expect(found()).toEqual(['IdentifierMismatch restricted/keys/xb/xb-two.yaml']);
    rmSync(join(root, keysPath('xb-two')));
    symlinkSync(join(root, keysPath('xa-one')), join(root, keysPath('xb-two')));
    expect(found().length).toBeGreaterThan(0);
  });
});
