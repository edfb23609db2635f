import { describe, expect, test } from 'vitest';
import { cutSections, splitLead } from '../../../src/markdown/sections.ts';
import { renderText } from '../../../src/markdown/text.ts';

const TEXT = '# A Protocol\n\nBefore all.\n\n## Article 1. Purpose\n\nFirst.\n\nSecond & last.\n\n### A note\n\nUnder it.\n\n## Article 2. Terms\n\n## Part II\n\nBetween.\n\n### Article 3\n\nEnd.\n';

describe('an article cut out of its convention', () => {
  const sections = cutSections(renderText(TEXT, { dropTitle: true }));

  test('has its own words, those under its minor headings, and none of its neighbours', () => {
    expect(sections.get('art_1')).toMatchObject({ label: 'Article 1', heading: 'Purpose' });
    const { html } = sections.get('art_1')!;
    expect(html).toContain('Second &amp; last.');
    expect(html).toContain('Under it.');
    expect(html).not.toMatch(/Before|Terms|Article 2/);
  });

  test('is empty where the convention’s summary says nothing of it', () => {
    expect(sections.get('art_2')!.html).toBe('');
  });

  test('ends with the text where it is the last', () => {
    expect(sections.get('art_3')!.html).toBe('<p>End.</p>');
  });

  test('is alone where only it was asked for', () => {
    expect([...cutSections(renderText(TEXT, { dropTitle: true }), (eid) => eid === 'art_3').keys()]).toEqual(['art_3']);
  });

  test('begins with its first paragraph as the lead', () => {
    const { lead, rest } = splitLead(sections.get('art_1')!.html);
    expect(lead).toBe('First.');
    expect(rest).toMatch(/^<p>Second/);
    expect(splitLead('')).toEqual({ lead: '', rest: '' });
  });
});
