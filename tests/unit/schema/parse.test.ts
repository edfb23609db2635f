import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { law } from '../../../src/schema/law.ts';
import { checkSchema, readYaml, splitFrontMatter } from '../../../src/schema/parse.ts';
import { writeFrontMatter } from '../../../src/schema/write.ts';

describe('Front matter', () => {
  it('is split from the text, which keeps every character', () => {
    expect(splitFrontMatter('---\ntitle: "x"\n---\n\nText\n---\n', 'f')).toEqual({ yaml: 'title: "x"\n', body: '\nText\n---\n', yamlLine: 2, bodyLine: 4 });
    expect(splitFrontMatter('---\n---\nText', 'f')).toEqual({ yaml: '', body: 'Text', yamlLine: 2, bodyLine: 3 });
  });

  it.each([['---js\nprocess.exit()\n---\n', 'ExecutableFrontMatter'], ['--- json\n{}\n---\n', 'ExecutableFrontMatter'], ['---coffee', 'ExecutableFrontMatter'], ['# Text', 'MissingFrontMatter'], ['---\ntitle: x\n', 'MissingFrontMatter'], [' \n', 'EmptyFile']])('%j is refused: %s', (source, name) => {
    expect(splitFrontMatter(source, 'f')).toMatchObject({ name, place: { file: 'f', line: 1, column: 1 } });
  });

  it('may be as long as a record needs, not longer', () => {
    expect(splitFrontMatter(`---\nx: ${'y'.repeat(2_000_001)}\n---\n`, 'f')).toMatchObject({ name: 'InvalidValue' });
  });
});

describe('YAML', () => {
  it('says where each value stands in the file', () => {
    const { placeOf } = readYaml('a: 1\nlist:\n  - x\n  - key: "v"\n', 'f', 2);
    expect(placeOf(['list', 1, 'key'])).toEqual({ file: 'f', line: 5, column: 10 });
    expect(placeOf(['list', 1, 'key'], 'key')).toEqual({ file: 'f', line: 5, column: 5 });
    expect(placeOf(['nothing'])).toEqual({ file: 'f', line: 2, column: 1 });
  });

  it.each([
    ['title: a: b', 'a second colon in a value without quotation marks'],
    ['title: x\ntitle: y', 'a key that is there already'],
    ['title: "x', 'a quotation mark or bracket that is never closed, or a missing colon'],
    ['a:\n\t- x', 'a tab at the beginning of a line'],
  ])('%j is explained in plain words', (yaml, words) => expect(readYaml(yaml, 'f', 2).flaws[0]).toMatchObject({ name: 'MalformedYaml', actual: words }));

  it('of a thousand laughs is refused at once', () => {
    const bomb = `a0: &a0 [x,x]\n${Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index},*a${index}]\n`).join('')}`;
    const start = performance.now();
    expect(readYaml(bomb, 'f', 2).flaws[0]).toMatchObject({ name: 'MalformedYaml' });
    expect(performance.now() - start).toBeLessThan(500);
  });

  it('is YAML 1.2: `no` is a word and a date is text', () => {
    expect(readYaml('a: no\nb: 2010-10-08\nc: 010\n', 'f', 2).value).toEqual({ a: 'no', b: '2010-10-08', c: 10 });
  });

  it('cannot reach into the program by a key’s name', () => {
    const { value } = readYaml('__proto__:\n  polluted: true\n', 'f', 2);
    checkSchema(law, readYaml('__proto__:\n  polluted: true\n', 'f', 2));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe('A record written', () => {
  const schema = z.strictObject({ first: z.string(), second: z.array(z.string()), third: z.strictObject({ a: z.string(), b: z.boolean() }), fourth: z.array(z.strictObject({ x: z.int() })) });

  it('has its keys in the schema’s order and its text in quotation marks', () => {
    expect(writeFrontMatter({ fourth: [{ x: 1 }], third: { b: true, a: 'no' }, second: [], first: '2010' }, schema)).toBe('---\nfirst: "2010"\nsecond: []\nthird:\n  a: "no"\n  b: true\nfourth:\n  - x: 1\n---\n');
  });

  it('is read as it was, whatever its texts hold', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((value) => !value.includes('\u007F'));
    fc.assert(
      fc.property(fc.record({ first: text, second: fc.array(text), third: fc.record({ a: text, b: fc.boolean() }), fourth: fc.array(fc.record({ x: fc.integer() })) }), (record) => {
        const split = splitFrontMatter(writeFrontMatter(record, schema), 'f');
        if ('name' in split) throw new Error(split.actual);
        const { record: again, flaws } = checkSchema(schema, readYaml(split.yaml, 'f', 2));
        expect(flaws).toEqual([]);
        expect(again).toEqual(record);
      }),
    );
  });
});
