import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../src/library/coverage.ts';
import { articleKey, buildGraph } from '../../../src/library/graph.ts';
import { bestExpression, instruments, nationalLaws, treaties, workPath } from '../../../src/library/library.ts';
import { bodyOf, readLibrary } from '../../../src/library/read.ts';

const { library, flaws } = readLibrary('tests/fixtures/library/content', 'content');
const graph = buildGraph(library);

describe('The small library', () => {
  it('is without a flaw', () => expect(flaws).toEqual([]));

  it('holds what its folders hold', () => {
    expect([...library.laws.keys()]).toEqual(['un/act/convention/unga/2000-01-01/alpha', 'un/act/protocol/unga/2001-02-03/beta', 'xa/act/2010/8', 'xa/act/2018-03-01/extradition', 'xb/act/nn/code-penal']);
    expect([...library.cases.keys()]).toEqual(['xa/judgment/xahc/2015/7', 'xb/judgment/nn/sample-7']);
    expect([...library.states.keys()]).toEqual(['xa', 'xb']);
    expect([...library.crimes.get('money_laundering')!.keys()]).toEqual(['eng', 'fra']);
    expect([...library.networks.keys()]).toEqual(['sample']);
    expect(library.manuals.size).toBe(1);
    expect(library.reviews).toHaveLength(1);
  });

  it('knows conventions from national laws', () => {
    expect(instruments(library).map(({ data }) => data.alias)).toEqual(['alpha', 'beta']);
    expect(treaties(library)).toEqual([]);
    expect(nationalLaws(library).map(({ path }) => path)).toEqual(['xa/act/2010/8', 'xa/act/2018-03-01/extradition', 'xb/act/nn/code-penal']);
  });

  it('finds a work by alias, path and IRI', () => {
    for (const name of ['alpha', 'un/act/convention/unga/2000-01-01/alpha', '/akn/un/act/convention/unga/2000-01-01/alpha']) expect(workPath(library, name)).toBe('un/act/convention/unga/2000-01-01/alpha');
    expect(workPath(library, 'gamma')).toBeUndefined();
  });
});

describe('A law in two languages and three versions', () => {
  const law = library.laws.get('xa/act/2010/8')!;

  it('shows the original before its translation, and the newest version before the older', () => {
    expect(law.expressions.map(({ expression }) => expression.language)).toEqual(['eng', 'fra']);
    expect(law.expressions[0]!.expression.version).toBeUndefined();
    expect(law.versions.map(({ expression }) => expression.version)).toEqual(['2012-05-01', '2010-06-01']);
  });
  it('gives its translation the data of the work', () => {
    const french = bestExpression(law, 'fra');
    expect(french.data).toMatchObject({ title: 'Loi de 2010 sur la criminalité organisée', jurisdiction: 'xa', status: 'amended', id_local: 'Act No. 8 of 2010' });
    expect(french.data.provisions).toBeUndefined();
  });
  it('is shown in English to a reader of a language it is not in', () => expect(bestExpression(law, 'rus').expression.language).toBe('eng'));
  it('keeps its text in its file', () => {
    expect(bodyOf(library, law.expressions[0]!)).toContain('“up to five years” — no more…');
    expect(bodyOf(library, law.versions[1]!)).toContain('“up to two years”');
  });
});

describe('A newest version with a date', () => {
  it('is the text of its language where there is none without', () => {
    const { library: dated } = readLibrary('tests/fixtures/library/content', 'content', { wanted: (path) => !path.endsWith('8/eng.md') && !path.endsWith('8/fra.md') });
    expect(dated.laws.get('xa/act/2010/8')!.expressions.map(({ expression }) => expression.version)).toEqual(['2012-05-01']);
  });
});

describe('Relations read backwards', () => {
  const article = (number: number): string => articleKey(library, `alpha#art_${number}`);

  it('lead from an article to the provisions and cases that answer it', () => {
    expect(graph.implementations.get(article(2))!.map(({ law, eid }) => [law.path, eid])).toEqual([['xa/act/2010/8', 'sec_2']]);
    expect(graph.cases.get(article(2))!.map(({ case: work, relation }) => [work.path, relation])).toEqual([['xa/judgment/xahc/2015/7', 'applies'], ['xb/judgment/nn/sample-7', 'applies']]);
    expect(graph.cases.get(article(3))!.map(({ relation }) => relation)).toEqual(['illustrates']);
  });
  it('lead from a State to its laws and cases', () => {
    expect(graph.lawsByState.get('xa')!.map(({ path }) => path)).toEqual(['xa/act/2010/8', 'xa/act/2018-03-01/extradition']);
    expect(graph.casesByState.get('xb')).toHaveLength(2);
  });
  it.each([
    [1, 'xa', 'found'],
    [2, 'xa', 'partly'],
    [3, 'xb', 'not_found'],
    [3, 'xa', 'not_reviewed'],
  ])('say of article %i in %s: %s', (number, state, finding) => expect(coverageOf(library, graph, article(number)).get(state)?.finding ?? 'not_reviewed').toBe(finding));
});
