import { describe, expect, test } from 'vitest';
import { report } from '../../../src/flaws/report.ts';
import { parseChapter } from '../../../src/manuals/parse.ts';
import { inlinesOf, type Block, type Paragraph } from '../../../src/manuals/tree.ts';

const read = (source: string) => parseChapter(source, { file: 'content/manuals/03-scope.mdx', firstLine: 7, number: 3 });
const places = (source: string): string[] => read(source).flaws.map(({ name, place }) => `${name} ${place.line}:${place.column}`);
const paragraphs = (blocks: readonly Block[]): Paragraph[] => blocks.filter((block): block is Paragraph => block.kind === 'paragraph');

describe('a chapter is read as data', () => {
  test('every paragraph of running text has a number, those within boxes and lists have none', () => {
    const { blocks, flaws } = read('## One\n\nFirst.\n\n- item\n\n<Note title="Care">\n\nWithin.\n\n</Note>\n\nSecond.\n');
    expect(flaws).toEqual([]);
    expect(paragraphs(blocks).map(({ number, id }) => [number, id])).toEqual([['3.1', 'para_3-1'], ['3.2', 'para_3-2']]);
    expect(blocks.find(({ kind }) => kind === 'note')).toMatchObject({ title: 'Care', blocks: [{ kind: 'paragraph', children: [{ kind: 'text', value: 'Within.' }] }] });
  });

  test('an anchor gives its name to the number of the paragraph after it', () => {
    const { anchors, flaws } = read('First.\n\n<Anchor id="c3-second" />\n\nSecond.\n');
    expect(flaws).toEqual([]);
    expect(anchors.get('c3-second')).toMatchObject({ number: '3.2', id: 'para_3-2' });
  });

  test('a reference keeps its line and column in the file, not in the text', () => {
    const { blocks } = read('See <Article id="untoc#art_18" para="15" /> and\n<Law id="gh/act/2010/807" provision="sec_5" />.\n');
    const references = [...inlinesOf(blocks)].map(({ inline }) => inline).filter((inline) => 'place' in inline);
    expect(references).toEqual([
      { kind: 'article', id: 'untoc#art_18', para: '15', place: { file: 'content/manuals/03-scope.mdx', line: 7, column: 5 } },
      { kind: 'law', id: 'gh/act/2010/807', provision: 'sec_5', place: { file: 'content/manuals/03-scope.mdx', line: 8, column: 1 } },
    ]);
  });

  test('footnotes are numbered in the order in which they are called, and a second call is the same note', () => {
    const { footnotes, blocks } = read('One.[^b] Two.[^a] Again.[^b]\n\n[^a]: Note a.\n[^b]: Note *b*.\n');
    expect(footnotes.map(({ number, paragraphs }) => [number, paragraphs.length])).toEqual([[1, 1], [2, 1]]);
    expect([...inlinesOf(blocks)].map(({ inline }) => inline).filter(({ kind }) => kind === 'footnote')).toEqual([
      { kind: 'footnote', number: 1, first: true }, { kind: 'footnote', number: 2, first: true }, { kind: 'footnote', number: 1, first: false },
    ]);
  });

  test('the mark of a statement nobody verified is no text', () => {
    expect(paragraphs(read('So it is said [unverified].').blocks)[0]!.children).toEqual([{ kind: 'text', value: 'So it is said ' }, { kind: 'unverified' }, { kind: 'text', value: '.' }]);
  });

  test('the text of a case is Markdown, in which braces and less-than signs are themselves', () => {
    const { flaws, blocks } = parseChapter('Fewer than < 5 {sic} cases.', { file: 'x.md', firstLine: 1, syntax: 'markdown' });
    expect(flaws).toEqual([]);
    expect(blocks).toEqual([{ kind: 'paragraph', children: [{ kind: 'text', value: 'Fewer than < 5 {sic} cases.' }] }]);
  });
});

describe('a chapter brings no program into the build', () => {
  test.each([
    ['an import', "import x from 'node:fs'\n\nText.", 'ExecutableText 7:1'],
    ['an export', 'export const x = 1\n\nText.', 'ExecutableText 7:1'],
    ['braces in a line', 'Text {1 + 1} here.', 'ExecutableText 7:6'],
    ['an attribute in braces', 'Text.\n\n<Note title={alert()}>\n\nText.\n\n</Note>', 'ExecutableText 9:1'],
    ['attributes that are spread', '<Note title="x" {...all}>\n\nText.\n\n</Note>', 'ExecutableText 7:1'],
  ])('%s is refused where it stands', (_, source, place) => {
    expect(places(source)).toContain(place);
  });
});

describe('what cannot be printed is said with its line', () => {
  test.each([
    ['a component nobody knows', 'Text.\n\n<Notes title="x">\n\nText.\n\n</Notes>', 'UnknownComponent 9:1'],
    ['HTML', 'Text with <b>bold</b>.', 'UnknownComponent 7:11'],
    ['a figure without words', '<Figure title="x">\n\n| a |\n| --- |\n| b |\n\n</Figure>', 'MissingAlternative 7:1'],
    ['a figure whose words are blank', '<Figure title="x" alt=" ">\n\n| a |\n| --- |\n| b |\n\n</Figure>', 'MissingAlternative 7:1'],
    ['a checklist without a list', '<Checklist title="x">\n\nText.\n\n</Checklist>', 'UnexpectedContent 7:1'],
    ['a tag that is not closed', 'Text.\n\n<Note title="x">\n\nText.', 'MalformedMdx 9:1'],
    ['a footnote without text', 'Text.[^9]', 'UnknownFootnote 7:1'],
    ['a note nobody calls', 'Text.\n\n[^9]: Note.', 'UnusedFootnote 9:1'],
    ['an anchor before a heading', '<Anchor id="c3-x" />\n\n## Heading\n\nText.', 'AnchorWithoutParagraph 7:1'],
    ['an anchor used twice', '<Anchor id="c3-x" />\n\nText.\n\n<Anchor id="c3-x" />\n\nText.', 'DuplicateAnchor 11:1'],
    ['a picture', 'Text ![alt](x.png)', 'UnexpectedContent 7:6'],
    ['a link within the site by hand', '[here](/en/laws/)', 'UnexpectedContent 7:1'],
    ['an attribute nobody knows', 'See <Article id="untoc#art_18" paragraph="15" />.', 'UnknownKey 7:5'],
  ])('%s', (_, source, place) => {
    expect(places(source)).toContain(place);
  });

  test('in words that say what to do', () => {
    expect(report(read('<Notes title="x">\n\nText.\n\n</Notes>').flaws, 'terminal')).toMatchInlineSnapshot(`
      "content/manuals/03-scope.mdx:7:1  error  UnknownComponent
        A component manuals do not have.
        Found \`<Notes>\`, expected one of \`Article\`, \`Case\`, \`Law\`, \`Para\`, \`Anchor\`, \`Checklist\`, \`StepList\`, \`Note\`, \`Example\`, \`ModelForm\`, \`Figure\`. Did you mean \`Note\`?
        Use one of the components of src/manuals/components.ts.  More: /en/flaws/#UnknownComponent"
    `);
  });
});
