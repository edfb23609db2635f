import { describe, expect, it } from 'vitest';
import { readProvisions, renderText } from '../../../src/markdown/text.ts';

const html = (markdown: string, options = {}): string => renderText(markdown, options).html.trimEnd();

describe('Words in another language', () => {
  it('are said to be, with their direction', () => {
    expect(renderText('The [引渡法](lang:zho) and [قانون](lang:ara), [x](lang:tlh).').html).toBe('<p>The <span lang="zh-Hans" dir="ltr">引渡法</span> and <span lang="ar" dir="rtl">قانون</span>, x.</p>\n');
  });
});

describe('A text on its page', () => {
  it('has headings below the page’s own title, each with the id that lawyers cite', () => {
    const { html: page, provisions } = renderText('# Sample Act\n\n## s. 5. Scope\n\nText.\n', { dropTitle: true });
    expect(page).toBe('<h2 id="sec_5" class="provision"><a href="#sec_5" class="num">s. 5</a> Scope</h2>\n<p>Text.</p>\n');
    expect(provisions).toEqual([{ eid: 'sec_5', label: 's. 5', heading: 'Scope', depth: 2, repeated: false }]);
  });

  it('skips no level of headings', () => {
    expect([...html('## A\n\n##### B\n\n### C\n\n## D\n').matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(['2', '3', '3', '2']);
  });

  it('keeps quotes, dashes, ellipses and spaces as the legislator wrote them', () => {
    const verbatim = '"straight" \'single\' “curly” ‘x’ « fr\u00A0» -- --- – — ... … (c) (tm) 1/2 n° 1º\u202Fa  b';
    expect(html(verbatim)).toBe(`<p>${verbatim}</p>`);
  });

  it('shows raw HTML as text and never runs it', () => {
    const page = html('<script>alert(1)</script>\n\nText<br>and <img src=x onerror=alert(1)>.\n\n| a |\n| - |\n| <b>x</b> |\n\n## Section 1 <i>x</i>\n');
    expect(page).not.toMatch(/<(?:script|br|img|b|i)\b/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('Text&lt;br&gt;and');
  });

  it.each(['javascript:alert(1)', 'JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'java&#115;cript:alert(1)'])('shows a link to %s as its words', (address) => {
    expect(html(`[words](${address})`)).toBe('<p>words</p>');
  });
  it.each(['https://example.org/', 'http://example.org/', 'mailto:a@example.org', '#sec_5', '/en/laws/', '../x/'])('keeps a link to %s', (address) => {
    expect(html(`[words](${address})`)).toBe(`<p><a href="${address}">words</a></p>`);
  });
  it('leads a reference to the record it names', () => {
    expect(html('See [article 16](untoc#art_16).', { resolve: (address: string) => (address === 'untoc#art_16' ? '/en/laws/x/#art_16' : undefined) })).toBe('<p>See <a href="/en/laws/x/#art_16">article 16</a>.</p>');
  });
  it('is never led astray by what a reference resolves to', () => expect(html('[x](y)', { resolve: () => 'javascript:alert(1)' })).toBe('<p>x</p>'));

  it('shows no picture, only its words', () => expect(html('![A map](https://example.org/map.png)')).toBe('<p>A map</p>'));

  it('marks what no source bears out', () => {
    expect(html('Adopted in 1999 [unverified] and since.', { unverified: 'non vérifié' })).toBe('<p>Adopted in 1999 <span class="unverified">non vérifié</span> and since.</p>');
  });

  it('has tables and footnotes', () => {
    const page = html('A[^1]\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n[^1]: Note.\n');
    expect(page).toContain('<table>');
    expect(page).toMatch(/<sup>.*<\/sup>/);
    expect(page).toContain('Note.');
  });

  it('sets notes after the headings they belong to', () => {
    const page = html('## Section 1 — A\n\nOne.\n\n## Section 2 — B\n\nTwo.\n', { after: ({ eid }: { eid: string }) => (eid === 'sec_2' ? '<aside>note</aside>' : '') });
    expect(page.indexOf('<aside>')).toBeGreaterThan(page.indexOf('B</h2>'));
    expect(page.indexOf('<aside>')).toBeLessThan(page.indexOf('Two.'));
  });
});

describe('The provisions of a text', () => {
  const ids = (markdown: string): string[] => readProvisions(markdown).map(({ eid }) => eid);

  it('are its headings but for the title', () => expect(ids('# Act\n\n## Section 1\n\n## Preamble to the rest\n')).toEqual(['sec_1', 'hcontainer_preamble-to-the-rest']));
  it('that begin anew in a schedule are nested in it', () => expect(ids('## Section 1\n\n## Schedule 1\n\n### Section 1\n\n## Schedule 2\n\n### Section 1\n')).toEqual(['sec_1', 'att_1', 'att_1__sec_1', 'att_2', 'att_2__sec_1']));
  it('that come again are counted', () => {
    const provisions = readProvisions('## Article 3\n\n## Article 3\n\n## Article 3\n');
    expect(provisions.map(({ eid, repeated }) => [eid, repeated])).toEqual([['art_3', false], ['art_3-2', true], ['art_3-3', true]]);
  });
  it('never share an id, even where a count looks like a printed number', () => {
    const many = ids('## Chapter 1\n\n### Article 3-2\n\n### Article 3\n\n### Article 3\n\n### Article 3\n\n### Article 3\n\n## Article 3\n\n## Article 3-2\n');
    expect(new Set(many).size).toBe(many.length);
  });
  it('may have an id of their own', () => expect(readProvisions('## 18 U.S.C. 1956 — Laundering {#sec_18-usc-1956}\n')[0]).toMatchObject({ eid: 'sec_18-usc-1956', label: '18 U.S.C. 1956' }));
  it('in Chinese and Arabic have ids that programs of all countries read', () => expect(ids('### 第一百二十条之一\n\n### المادة الحادية والعشرون\n')).toEqual(['art_120-1', 'art_21']));

  it('has no provision in a footnote, wherever the note stands', () => {
    const { html, provisions } = renderText('## s. 1. Scope\n\nText.[^1]\n\n[^1]: A note.\n\n    ## s. 9. In a note\n\n## s. 2. Offence\n');
    expect(provisions.map(({ eid }) => eid)).toEqual(['sec_1', 'sec_2']);
    expect(html).toMatch(/id="sec_1"[\s\S]*id="sec_2"[\s\S]*In a note/);
    expect(html).not.toContain('sec_9');
  });
});
