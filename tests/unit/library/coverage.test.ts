import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../../src/library/coverage.ts';
import { buildGraph } from '../../../src/library/graph.ts';
import type { Library } from '../../../src/library/library.ts';

const ARTICLE = 'un/act/convention/unga/2000-11-15/untoc#art_5';

function law(path: string, provisions: Record<string, 'high' | 'medium' | 'low'>, status = 'in_force') {
  const data = { jurisdiction: path.split('/')[0], type_document: 'act', status, provisions: Object.fromEntries(Object.entries(provisions).map(([eid, confidence]) => [eid, { implements: ['untoc#art_5'], confidence }])) };
  return [path, { path, data, expressions: [], versions: [] }] as const;
}

function libraryOf(laws: ReturnType<typeof law>[], reviews: object[]): Library {
  return { laws: new Map(laws), cases: new Map(), states: new Map(), reviews, aliases: new Map([['untoc', ARTICLE.split('#')[0]]]) } as unknown as Library;
}

describe('what is known of States’ laws on an article', () => {
  const library = libraryOf(
    [law('ke/act/2010/6', { sec_1: 'high', sec_2: 'low' }), law('ug/act/2013/1', { sec_3: 'medium' }), law('zm/act/2001/14', { sec_4: 'high' }), law('int/act/scheme/1990/x', { sec_5: 'high' }), law('rw/act/2012/3', { sec_6: 'high' }, 'repealed'), law('tz/act/2020/2', { sec_7: 'high' }, 'draft'), law('vc/act/1993/4', { sec_8: 'high' }, 'unknown')],
    [{ state: 'zm', article: 'untoc#art_5', finding: 'partly', basis: 'the Act', on: '2026-01-01', by: 'an editor' }, { state: 'td', article: 'untoc#art_5', finding: 'not_found', basis: 'the gazette', on: '2026-01-01', by: 'an editor' }],
  );
  const cells = coverageOf(library, buildGraph(library), ARTICLE);

  test('is "found" where one provision is classified with high confidence, and "partly" where none is', () => {
    expect(cells.get('ke')).toMatchObject({ finding: 'found', provisions: [{ eid: 'sec_1' }, { eid: 'sec_2' }] });
    expect(cells.get('ug')!.finding).toBe('partly');
  });

  test('is what an editor found where one has looked, with or without provisions', () => {
    expect(cells.get('zm')).toMatchObject({ finding: 'partly', provisions: [{ eid: 'sec_4' }], review: { basis: 'the Act' } });
    expect(cells.get('td')).toMatchObject({ finding: 'not_found', provisions: [] });
  });

  test('is "partly" at most where it is not known whether the law is in force', () => {
    expect(cells.get('vc')!.finding).toBe('partly');
  });

  test('is silent on States nobody has reviewed, and counts no treaty, no draft and no repealed law for a State', () => {
    expect([...cells.keys()].sort()).toEqual(['ke', 'td', 'ug', 'vc', 'zm']);
  });
});
