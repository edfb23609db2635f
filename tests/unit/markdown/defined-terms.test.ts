import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineTerms } from '../../../src/markdown/defined-terms.ts';
import { renderText } from '../../../src/markdown/text.ts';

const terms = (markdown: string, iso: string): string[] => defineTerms(renderText(markdown), iso).terms.map(({ term }) => term);
const unmarked = (html: string): string => html.replace(/<dfn id="[^"]*">|<\/dfn>/g, '');

describe('a law’s defined terms', () => {
  it('are those that its definitions provision sets off by quotation marks or in the type', () => {
    const text = '## s. 2. Interpretation\n\nIn this Act—\n\n"vessel" means any type of water craft.\n\n(a) “child & ward” means a person under 18;\n\n- **exploitation** includes slavery.\n\n**Not this one.** It goes on.\n';
    const { html, terms: found } = defineTerms(renderText(text), 'eng');
    expect(found).toEqual([
      { term: 'vessel', anchor: 'sec_2__def_1' },
      { term: 'child & ward', anchor: 'sec_2__def_2' },
      { term: 'exploitation', anchor: 'sec_2__def_3' },
    ]);
    expect(html).toContain('"<dfn id="sec_2__def_1">vessel</dfn>" means');
  });

  it.each([
    ['eng', '### Section 2 — Definitions\n\nIn this Act,\n\n- (a) Authority Authority means the Bridge Authority; and\n\nA reference to a person includes a company.\n\nstream or water means any river; (cours d’eau ou eau)\n', ['Authority', 'stream or water']],
    ['fra', '## Définitions\n\n### Article 1\n\nLes définitions qui suivent s’appliquent au présent règlement.\n\ncours d’eau ou eau Rivière, ruisseau, lac ou autre eau. (stream or water)\n\n- b) pont pont désigne le pont autorisé.\n\nLes termes de la présente loi s’entendent au sens de la Loi.\n', ['cours d’eau ou eau', 'pont']],
    ['spa', '## Artículo 3. Definiciones\n\nA los fines de esta ley entiéndase por:\n\na) Cuidados Paliativos: un modelo de atención.\n\nb) Por "trata de personas" se entenderá la captación.\n\nc) Víctima: toda persona.\n', ['Cuidados Paliativos', 'trata de personas', 'Víctima']],
    ['rus', '## Статья 1. Основные понятия\n\n1) суд - любой суд общей юрисдикции;\n\n2) близкие лица - иные лица;\n', ['суд', 'близкие лица']],
    ['ara', '## المادة الأولى\n\nيقصد بالألفاظ والعبارات الآتية المعاني المبينة أمامها:\n\n١- المركز: المركز الوطني.\n\nالجهة المختصة: الجهة التي يحددها المجلس.\n', ['المركز', 'الجهة المختصة']],
    ['zho', '## 第二条\n\n本法所称信托，是指委托人基于对受托人的信任，将其财产权委托给受托人。\n\n## 第三条\n\n本条例下列用语的含义：\n\n（一）稀土，是指镧、铈等元素。\n\n（二）冶炼分离，是指将稀土矿产品加工。\n', ['信托', '稀土', '冶炼分离']],
  ])('are found by the forms of drafters (%s)', (iso, text, expected) => {
    expect(terms(text, iso)).toEqual(expected);
  });

  it('are looked for in definitions provisions only', () => {
    expect(terms('## s. 9. Penalties\n\n"fine" means nothing here.\n\nperson means nobody.\n', 'eng')).toEqual([]);
    expect(terms('## Артикул\n\nсуд - любой суд;\n\nлицо - иное;\n', 'rus')).toEqual([]);
  });

  it('of a summary are those its record names, marked where they are first mentioned and led to the article where they are not', () => {
    const rendered = renderText('## Article 2. Use of terms\n\nAmong them Serious Crime and property.\n\n## Article 3. Scope\n\nProperty again.\n', { after: ({ eid }) => (eid === 'art_2' ? '<aside class="side"><p>property</p></aside>' : '') });
    const { html, terms: found } = defineTerms(rendered, 'eng', new Map([['art_2', ['serious crime', 'property', 'structured group']]]));
    expect(found).toEqual([{ term: 'serious crime', anchor: 'art_2__def_1' }, { term: 'property', anchor: 'art_2__def_2' }, { term: 'structured group', anchor: 'art_2' }]);
    expect(html).toContain('Among them <span class="term" id="art_2__def_1">Serious Crime</span> and <span class="term" id="art_2__def_2">property</span>.');
    expect(html).toContain('<aside class="side"><p>property</p></aside>');
  });

  it('are marked without a change to a word of the text, whatever it says', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('"x & y" means z', '**a** means b', 'foo means <b>', '- (a) “q” includes *r*', '| "a" | b |\n|---|---|\n| "c" | d |', 'المركز: المركز', '本法所称“信托”，是指', '## Definitions', '### s. 3', '> "quoted" means'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('eng', 'fra', 'spa', 'rus', 'ara', 'zho', 'nld'), (lines, iso) => {
        const rendered = renderText(`## Definitions\n\n${lines.join('\n\n')}\n`);
        const { html, terms: found } = defineTerms(rendered, iso);
        expect(unmarked(html)).toBe(rendered.html);
        expect(html.split('<dfn ').length - 1).toBe(found.length);
      }),
      { numRuns: 500 },
    );
  });
});
