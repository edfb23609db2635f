import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSampleCode } from '../../../src/domain/jurisdiction.ts';
import { authority } from '../../../src/restricted/authority.ts';
import { crossFlaws } from '../../../src/restricted/cross-checks.ts';
import { readDirectory, readEntry, type Entry } from '../../../src/restricted/directory.ts';
import { FIELDS } from '../../../src/restricted/fields.ts';
import { FUNCTION_NAMES, LEGAL_BASES } from '../../../src/restricted/vocabulary.ts';
import { keysAt } from '../../../src/schema/parse.ts';

const { entries, flaws } = readDirectory('restricted', 'restricted');
const all = [...entries.values()];
const source = (entry: Entry): string => readFileSync(join('restricted', entry.path), 'utf8');
const first = all.find(({ data }) => data.treaty_position)!;

describe('the schema', () => {
  it('has a place for each of the 96 fields of a directory, and for no other but these', () => {
    const groups: Record<string, string[]> = { record: [], conditions: ['procedure', '0', 'conditions'], documents: ['procedure', '0', 'documents'], transmission: ['procedure', '0', 'transmission'], mandate: ['mandate', '0'] };
    const groupNames = [...new Set(FIELDS.map(({ group }) => group))];
    expect(FIELDS).toHaveLength(96);
    expect(new Set(FIELDS.map(({ name }) => name)).size).toBe(96);
    const own = new Set(['sample', 'confirmed_by', 'procedure', ...groupNames]);
    for (const group of groupNames) {
      const keys = keysAt(authority, groups[group] ?? [group]).filter((key) => group !== 'record' || !own.has(key));
      expect([group, keys]).toEqual([group, FIELDS.filter((field) => field.group === group).map(({ name }) => name)]);
    }
  });

  it('knows of every function at least one basis, or that none is known', () => {
    const based = new Set<string>(Object.values(LEGAL_BASES).flatMap(({ functions }) => functions ?? []));
    expect(FUNCTION_NAMES.filter((name) => !based.has(name))).toEqual([]);
  });
});

describe('the sample records', () => {
  it('are at least 40, of user-assigned codes, valid and marked', () => {
    expect(flaws).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(40);
    for (const { data } of all) {
      expect(isSampleCode(data.country)).toBe(true);
      expect(data.sample).toBe(true);
      expect(data.identity.name_en).toMatch(/^Sample /);
    }
  });

  it('name no real domain, number or place', () => {
    for (const entry of all) {
      const text = source(entry);
      for (const [, host] of text.matchAll(/(?:@|https?:\/\/)([a-z0-9.-]+)/g)) expect(host).toMatch(/\.example\.(?:org|com|net)$/);
      for (const [number] of text.matchAll(/\+\d[\d ]{6,}/g)) expect(number).toMatch(/^\+999 \d\d 555 \d{4}$/);
      expect(entry.data.contact.postal_address.country).toContain('a sample State');
    }
  });

  it('together use every field', () => {
    const used = new Set<string>();
    const walk = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, item] of Object.entries(value)) {
          used.add(key);
          walk(item);
        }
      }
    };
    for (const { data } of all) walk(data);
    expect(FIELDS.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });
});

describe('a record is refused, with its line, when', () => {
  const base = source(first);
  const read = (change: (text: string) => string): string => {
    const text = change(base);
    expect(text).not.toBe(base);
    const result = readEntry(text, first.path);
    return result.flaws.map(({ name, place, expected }) => `${name} ${place.line} ${expected}`).join('\n');
  };
  it.each<[string, (text: string) => string, RegExp]>([
    ['a key is unknown', (text) => text.replace('\nunit:', '\nunity:').replace('\n  unit:', '\n  unity:'), /^UnknownKey \d+/],
    ['a sample uses a real State’s code', (text) => text.replace('country: "xa"', 'country: "ke"'), /user-assigned code/],
    ['a real record uses a sample’s code', (text) => text.replace('sample: true\n', ''), /a code of ISO 3166/],
    ['it is called something other than a sample', (text) => text.replace('name_en: "Sample ', 'name_en: "'), /begins with "Sample"/],
    ['it stands at another path', (text) => text.replace(/id: "xa-sample-[a-z-]+"/, 'id: "xa-sample-other"'), /^IdentifierMismatch/],
    ['function and basis do not fit', (text) => text.replace('- "UNTOC:17"', '- "1988:17"'), /a basis for/],
    ['winter time and time zone disagree', (text) => text.replace('gmt_offset: "+03:00"', 'gmt_offset: "+04:00"'), /`\+03:00`, the winter time of Africa\/Nairobi/],
    ['there is no such time zone', (text) => text.replace('Africa/Nairobi', 'Africa/Nowhere'), /IANA time zone/],
    ['the Convention is used for extradition against the declaration', (text) => text.replace('untoc_16_5_declaration: "takes_as_basis"', 'untoc_16_5_declaration: "does_not_take"'), /since the declaration/],
    ['a number has no country code', (text) => text.replace('number: "+999 ', 'number: "0'), /country code/],
    ['an office closes before it opens', (text) => text.replace(/to: "1[67]:\d0"/, 'to: "07:00"'), /a time after/],
    ['an e-mail address is none', (text) => text.replace('address: "requests@', 'address: "requests at '), /e-mail address/],
    ['a date is none', (text) => text.replace(/last_confirmed: "[^"]+"/, 'last_confirmed: "2026-02-30"'), /^InvalidDate/],
    ['it runs a program', (text) => text.replace('---\n', '---js\n'), /^ExecutableFrontMatter/],
  ])('%s', (_, change, expected) => expect(read(change)).toMatch(expected));
});

describe('records are refused together when', () => {
  const withEntry = (entry: Entry, change: (data: Entry['data']) => void): string => {
    const data = structuredClone(entry.data);
    change(data);
    return crossFlaws(new Map([...entries, [entry.data.id, { ...entry, data }]])).map(({ actual, expected }) => `${actual}: ${expected}`).join('\n');
  };
  it('a reference leads nowhere', () => {
    expect(withEntry(first, (data) => (data.treaty_position!.untoc_18_13_authority = ['xa-sample-nobody']))).toContain('the id of a record');
    expect(withEntry(first, (data) => (data.urgency.data_preservation_contact = 'xa-sample-nobody'))).toContain('the id of a record');
  });
  it('the authority for assistance is not competent for it', () => {
    const other = all.find(({ data }) => data.country === first.data.country && !data.mandate.some((block) => block.function === 'mutual_legal_assistance'))!;
    expect(withEntry(first, (data) => (data.treaty_position!.untoc_18_13_authority = [other.data.id]))).toContain('not competent for mutual legal assistance');
  });
  it('two authorities speak for one State', () => {
    const other = all.find(({ data }) => data.country === first.data.country && data.id !== first.data.id)!;
    expect(withEntry(other, (data) => (data.treaty_position = first.data.treaty_position))).toContain('each thing said by one authority');
    expect(withEntry(other, (data) => (data.procedure = first.data.procedure))).toContain('each thing said by one authority');
  });
});
