/** The native parser gives the tree that remark gives: same nodes, same values, same places. Everything else stands on that. */
import { readFileSync } from 'node:fs';
import { markdownToMdast } from 'satteri';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../../../src/markdown/text.ts';

const remark = unified().use(remarkParse).use(remarkGfm);

/** A tree as data: keys without a value left out, so that only what is said is compared. */
function plain(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (value === null || value === undefined || key === 'data' ? undefined : value)));
}

const TEXTS: Record<string, string> = {
  'an act in English': `# Sample Act

*An Act to sample*

## Part 1 — Preliminary

### Section 2A — Definitions

**(1)** In this Act, “group” means —
- (a) three persons; or
  - (i) more, *acting in concert*;
  - (ii) “over time”…
- (b) a body.

> Note: see section 5 \\*

1. One
2. Two

   continued

---

Text with a hard  
break, an &amp; entity, \`code\`, ~~struck~~ words, a <https://example.org/> link and https://example.org/a?b=c.
`,
  'a convention with footnotes': `## Article 1 — Terms

A group[^1] and its proceeds[^note] are as article 2 says.[^missing]

[^1]: The first note.

    With a second paragraph.

[^note]: The *other* note, with [a link](untoc#art_2).
`,
  'tables': `| State | Penalty | Years |
| :--- | :---: | ---: |
| A | imprisonment \\| fine | 5 |
| B |  | 10 |
| 文 | *fine* | **2** |

| no table here
`,
  'an order in Arabic': `# نظام مكافحة غسل الأموال

## المادة الحادية والعشرون — العقوبات

يعاقب بالسجن مدةً لا تقل عن (٣) سنوات:

- أ) «الأموال»؛
- ب) المتحصلات.

| المادة | المدة |
| --- | --- |
| الأولى | سنة |
`,
  'a law in Chinese': `# 引渡法

## 第一章 总 则

### 第一条

　　为了保障正常引渡，**加强**惩罚犯罪方面的国际合作，制定本法。“引渡”——……𠮷

1. 一
2. 二[^注]

[^注]: 注释
`,
  'a code in Russian': `## Статья 127-1. Торговля людьми

1. Купля-продажа человека – «сделка» – наказывается:

а) штрафом;
б) лишением свободы.
`,
  'a loi in French': `## Article L. 123-4 — Peine

La peine est de 5 ans : « réclusion » ; n° 1º.

  1° Les numéros ;
  2° L’État.

    un bloc retrait
`,
  'raw HTML and traps': `<div onclick="x">raw</div>

Text<br>with <b>tags</b> <!-- comment --> and [a trap](javascript:alert(1)).

![picture](x.png "title")

[ref]: <target> 'Title'

See [this][ref], [ref][] and [ref].
`,
  'emoji and combining marks': '## Section 1 😀\n\ne\u0301 👩‍👩‍👧 *文* **b**\u00A0c [x](y)\n',
};

describe('A text', () => {
  it.each(Object.entries(TEXTS))('has one tree: %s', (_, text) => {
    expect(plain(markdownToMdast(text, { features: FEATURES }))).toEqual(plain(remark.parse(text)));
  });

  it.each(['laws/un/act/convention/unga/2000-01-01/alpha/eng.md', 'laws/un/act/convention/unga/2000-01-01/alpha/ara.md', 'laws/xa/act/2018-03-01/extradition/zho.md', 'laws/xb/act/nn/code-penal/fra.md'])('of the small library has one tree: %s', (path) => {
    const text = readFileSync(`tests/fixtures/library/content/${path}`, 'utf8').replace(/^---\n[^]*?\n---\n/, '');
    expect(plain(markdownToMdast(text, { features: FEATURES }))).toEqual(plain(remark.parse(text)));
  });

  it('made of headings, paragraphs and lists at random has one tree', () => {
    const words = fc.array(fc.constantFrom('law', 'Статья', '条', 'المادة', '“x”', '(a)', '§ 5', 'L’État', '😀', '5.', '—'), { minLength: 1, maxLength: 8 }).map((list) => `w ${list.join(' ')}`);
    const block = fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 6 }), words).map(([depth, text]) => `${'#'.repeat(depth)} ${text}`),
      words,
      fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
      fc.array(words, { minLength: 1, maxLength: 3 }).map((items) => items.map((item, index) => `${index + 1}. ${item}`).join('\n')),
      words.map((text) => `> ${text}`),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const text = `${blocks.join('\n\n')}\n`;
        expect(plain(markdownToMdast(text, { features: FEATURES }))).toEqual(plain(remark.parse(text)));
      }),
      { numRuns: 200 },
    );
  });
});
