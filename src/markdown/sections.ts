/** A rendered text → the HTML of each of its provisions, cut at the headings, for pages that show one provision alone. */
import type { Provision, RenderedText } from './text.ts';

export interface Section extends Provision {
  /** HTML below the heading, down to the next heading of the same or a higher level. */
  html: string;
}

/**
 * Cuts a text into sections.
 *
 * HTML in:   `<h2 id="art_5" class="provision">…</h2><p>Trafficking …</p><h2 id="art_6" …`
 * Out:       `art_5` → `<p>Trafficking …</p>`
 *
 * @param wanted provisions to keep; all where not given
 */
export function cutSections({ html, provisions }: RenderedText, wanted?: (eid: string) => boolean): Map<string, Section> {
  const sections = new Map<string, Section>();
  let position = 0;
  // Headings stand in the HTML in the order of the provisions, each with its id first.
  const places = provisions.map(({ eid }) => {
    const start = html.indexOf(` id="${eid}"`, position) - '<h2'.length;
    position = html.indexOf('</h', start) + '</h2>'.length;
    return { start, body: position };
  });
  provisions.forEach((provision, index) => {
    if (wanted && !wanted(provision.eid)) return;
    const next = provisions.findIndex(({ depth }, other) => other > index && depth <= provision.depth);
    const end = next === -1 ? html.length : places[next]!.start;
    sections.set(provision.eid, { ...provision, html: html.slice(places[index]!.body, end).trim() });
  });
  return sections;
}

/** First paragraph of a section and what follows it; the paragraph without its tags. */
export function splitLead(html: string): { lead: string; rest: string } {
  const match = /^<p>(?<lead>[\s\S]*?)<\/p>/.exec(html);
  return match ? { lead: match.groups!['lead']!, rest: html.slice(match[0].length).trim() } : { lead: '', rest: html };
}
