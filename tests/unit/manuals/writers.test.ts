import { describe, expect, test } from 'vitest';
import { chapterToHtml, type HtmlWords } from '../../../src/manuals/html.ts';
import { parseChapter } from '../../../src/manuals/parse.ts';
import type { References } from '../../../src/manuals/references.ts';
import { chapterToTypst } from '../../../src/manuals/typst.ts';

const references: References = {
  article: ({ id, para }) => ({ text: `${id}(${para ?? ''})`, href: '/en/laws/untoc/art_18/' }),
  law: ({ id }) => ({ text: `Law ${id}`, href: '#law' }),
  case: ({ id }) => ({ text: `Case <${id}>`, href: '/en/cases/x/', lang: 'fr' }),
  para: ({ to }) => ({ text: 'para. 3.2', href: `#${to}` }),
};
const words: HtmlWords = { unverified: 'not verified', linkToParagraph: 'Link to paragraph', footnote: 'Footnote', close: 'Close', example: 'Example', checklist: 'Checklist', form: 'Form', copyForm: 'Copy', figureInWords: 'In words', table: 'Table' };
const read = (source: string) => parseChapter(source, { file: 'x.mdx', firstLine: 1, number: 3 });
const html = (source: string): string => chapterToHtml(read(source), { references, words });
const typst = (source: string): string => chapterToTypst(read(source), { references, words: { ...words, figure: 'Figure' }, scope: 'c3' });

describe('on the web', () => {
  test('the number of a paragraph is the link to it', () => {
    expect(html('Text & more.')).toBe('<p class="provision" id="para_3-1"><a class="num" href="#para_3-1" aria-label="Link to paragraph 3.1">3.1</a> Text &amp; more.</p>');
  });

  test('a footnote stands where it is called, with a way back', () => {
    expect(html('Text.[^1]\n\n[^1]: A *note*.')).toContain('Text.<a class="fn-mark" id="fnref_1" href="#fn_1" aria-label="Footnote 1">1</a><span class="fn" id="fn_1" role="note"><span class="fn-n">1</span> A <em>note</em>. <a class="fn-close noprint" href="#fnref_1" aria-label="Close">×</a></span>');
  });

  test('a form shows its blanks, and its button waits for the script', () => {
    const form = html('<ModelForm id="request" title="Request">\n\n### 1. Authority\n\n- **From:** [name of authority]\n\n</ModelForm>');
    expect(form).toContain('<button type="button" class="noprint" hidden data-copy="request-b">');
    expect(form).toContain('<li><strong>From:</strong> <span class="blank">[name of authority]</span></li>');
    expect(form).toMatch(/<h3 [^>]*>Request<\/h3>.*<h4 [^>]*>1\. Authority<\/h4>/s);
  });

  test('a name in another language says so, and cannot bring markup in', () => {
    expect(html('In <Case id="b" /> it was held.')).toContain('<cite><a href="/en/cases/x/" lang="fr" dir="auto">Case &lt;b&gt;</a></cite>');
  });

  test('rows and columns of a table have headers', () => {
    expect(html('| A | B |\n| --- | ---: |\n| one | 2 |')).toContain('<thead><tr><th scope="col">A</th><th class="n" scope="col">B</th></tr></thead><tbody><tr><th scope="row">one</th><td class="n">2</td></tr></tbody>');
  });

  test('a figure has its words beside it', () => {
    expect(html('<Figure title="T" alt="All of it">\n\n1. one\n\n</Figure>')).toContain('<details class="alt"><summary>In words</summary><p>All of it</p></details>');
  });

  test('no attribute carries a style or a handler', () => {
    const page = html('Text.[^1]\n\n<Checklist title="a">\n\n- one\n\n</Checklist>\n\n<Example case="b" title="c">\n\nText.\n\n</Example>\n\n[^1]: Note.');
    expect(page).not.toMatch(/ style=| on[a-z]+=/);
  });
});

describe('in print', () => {
  test('words are strings, so that none is taken for markup', () => {
    expect(typst('| A |\n| --- |\n| 1. General #principles $x$ *y |')).toContain('[#"1. General #principles $x$ *y";]');
    expect(typst('He said \\"no\\" to a \\\\ slash.')).toContain(String.raw`#"He said “no” to a \\ slash.";`);
  });

  test('a reference to a paragraph prints its page', () => {
    expect(typst('See <Para to="para_3-2" />.')).toContain('#para-page("para_3-2", "para.\u00a03.2")');
  });

  test('a footnote called twice is printed once', () => {
    const source = typst('One.[^1] Two.[^1]\n\n[^1]: Note.');
    expect(source).toContain('#[#footnote[#"Note.";]#label("fn-c3-1")]');
    expect(source).toContain('#footnote(label("fn-c3-1"))');
  });

  test('a name in another language is hyphenated in that language', () => {
    expect(typst('In <Case id="b" />.')).toContain('#emph[#link("/en/cases/x/")[#text(lang: "fr")[#"Case <b>";]]]');
  });

  test('what leads within the volume leads to a label', () => {
    expect(typst('Under <Law id="a" />.')).toContain('#link(label("law"))[#"Law a";]');
  });
});
