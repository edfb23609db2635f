/**
 * Terms that a text defines: found in its definitions provisions by the forms drafters use (`"vessel" means …`, `X désigne …`,
 * `المركز: …`, `本法所称X，是指…`) and marked with `<dfn>`. Not a word of the text changes, and what follows no form is left alone:
 * a list that says less is better than one that says what is not so.
 *
 * Most texts have no such provision: they cost a look at their headings and one search.
 */
import type { Provision } from './provisions.ts';

export interface DefinedTerm {
  term: string;
  /** Fragment that leads to the definition: that of the mark, or of the provision. */
  anchor: string;
}

export interface DefinedTerms {
  /** The HTML of the text, with marks. */
  html: string;
  /** In the order of the text; each term once. */
  terms: DefinedTerm[];
}

/** What a definitions provision is called: a heading that begins or ends so. */
const HEADING =
  /^[\s\p{P}]*(?:definitions?\b|interpretation\b|use of terms|terms used|glossary|définitions?(?![\p{L}])|terminologie|emploi des termes|definici(?:ón|ones)(?![\p{L}])|terminología|glosario|(?:основные )?(?:понятия|термины|определения)(?![\p{L}])|употребление терминов|(?:ال)?(?:تعريف|تعاريف|تعريفات|مصطلحات)(?![\p{L}])|用语|定义|术语)|(?:\bdefinitions|\bdefiniciones|\bdéfinitions|[\s،](?:التعريفات|التعاريف))\s*[.:]?$/iu;
/** Words that introduce definitions in texts whose articles have no headings, by language. */
const LEADS: Record<string, readonly string[]> = {
  eng: ['The following definitions apply', 'The definitions in this section'],
  fra: ['Les définitions qui suivent'],
  spa: ['se entiende por:', 'se entenderá por:', 'entiéndese por:', 'entiéndase por:', 'las siguientes definiciones', '<p>Definiciones', '<p>DEFINICIONES', '<strong>Definiciones'],
  rus: ['следующие понятия', 'следующие основные понятия', 'следующие термины'],
  ara: ['يقصد بال', 'يكون لل'],
  zho: ['下列用语'],
};
const ARABIC_LEAD = /(?:يقصد بال|يكون لل)(?:عبارات|ألفاظ|كلمات|مصطلحات)/u;
/** Chinese statutes also define in passing: 本法所称信托，是指…. */
const IN_PASSING = /所称的?[“"]?(?<term>[^<，。；：、（“”"]{1,25})(?:（[^）]*）)?[”"]?，是?指/dgu;

const LABEL = String.raw`(?:(?:\(?(?:\p{L}|\p{N}){1,3}[).°]|[-–•]|（[\p{L}\p{N}]{1,3}）|(?:\p{L}|\p{N}{1,3})\u200f?\s?[-–/])\s*)*`;
const LEAD_IN = String.raw`(?:(?:In|For|Dans|En|A los) [^<"“«:]{1,80}, |(?:[Tt]he )?(?:terms?|expressions?|words?) |[Ll][’']expression |(?:[Ee]l término|[Ss]e enti?ende(?:rá)? por|Por|[Тт]ермин) )?`;
const VERB = String.raw`(?:\s*[:：,，(—–-]|,? (?:means?|includes?|ha(?:s|ve) |désigne|s[’']entend|signifie|significa|se entiende|означает))`;

/** Terms in quotation marks or set off in the type: the same in all languages. */
const SET_OFF = [
  new RegExp(String.raw`^${LABEL}${LEAD_IN}(?:<(?:strong|em)>)*(?:"(?<term>[^"<]{1,80})"|“(?<term>[^”<]{1,80})”|«\s?(?<term>[^»<]{1,80}?)\s?»|‘(?<term>[^’<]{1,80})’|「(?<term>[^」<]{1,40})」|『(?<term>[^』<]{1,40})』)`, 'du'),
  new RegExp(String.raw`^${LABEL}(?:<(?:strong|em)>)+(?<term>[^<]{1,80}?)\s?[:：]?(?:</(?:strong|em)>)+(?=${VERB})`, 'du'),
];

/** Terms without a sign of their own: the form of the sentence, by language. `several` where the form is so plain that one alone proves nothing. */
const BARE: Record<string, { forms: readonly RegExp[]; bracketed?: RegExp; several: boolean }> = {
  eng: { forms: [bare(String.raw`(?!(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hese|[Aa]ny|[Ee]very|[Ee]ach|[Ww]ords?|[Rr]eferences?|[Nn]othing|[Ww]here|[Ii]f|[Ii]n|[Ff]or|[Ii]t|[Hh]e) )[^<.;:,"]{1,60}?`, String.raw`(?:, in [^<.;,]{1,60},)? (?:means?|includes?|ha(?:s|ve) the (?:same )?meanings?)\b`)], several: false },
  fra: {
    forms: [bare(String.raw`(?!(?:[Ll]es?|[Ll]a|[Ll][’']|[Ss][’']|[Qq]uant|[Ee]n|[Ss]auf) ?)[^<.;:,«]{1,60}?`, String.raw`,? (?:désigne(?:nt)?|s[’']entend(?:ent)?|signifie(?:nt)?)(?![\p{L}])`)],
    // Canada’s statutes print no verb: the term, a sentence, and the English term in brackets.
    bracketed: bare(String.raw`(?!(?:[Ll]es?|[Ll]a|[Ll][’'].*|[Ss][’'].*|[Ss]a|[Qq]uant|[Ee]n|[Ss]auf) )[\p{L}\p{N}’()-]+(?: [^\s\p{Lu}<.;:,][^\s<.;:,]*){0,9}?(?<! (?:de|du|des|le|la|les|l’|au|aux|à|et|ou|en|par|pour|sur))`, String.raw` \p{Lu}[^<]*\([^()<]{1,80}\)$`),
    several: false,
  },
  spa: { forms: [bare(String.raw`(?!(?:A los|Para|Por) )[^<.;:,«]{1,80}?`, String.raw`(?:\s*:\s+[\p{L}«"]|,? (?:significan?|se entiende|se entenderá|designan?)(?![\p{L}]))`)], several: true },
  rus: { forms: [bare(String.raw`[^<;:.(][^<;:.]{0,100}?`, String.raw` [-–—] [\p{L}]`)], several: true },
  ara: { forms: [bare(String.raw`(?![^<:]*خلاف ذلك)[^<.؛:،«»“”]{2,60}?`, String.raw`\s?:\s?[\p{L}(]`)], several: true },
  zho: { forms: [bare(String.raw`[^<，。；：、]{1,20}?`, String.raw`(?:，?是?指|：[\p{L}])`)], several: true },
};

function bare(term: string, follows: string): RegExp {
  return new RegExp(String.raw`^${LABEL}${LEAD_IN}(?<term>${term})(?=${follows})`, 'du');
}

/** Where a part of the HTML begins and ends, and the term in it. */
interface Found {
  start: number;
  end: number;
  term: string;
}

/**
 * Finds and marks the terms a text defines.
 *
 * HTML in:   `<p>"vessel" means any type of water craft</p>` below the heading `Definitions`
 * HTML out:  `<p>"<dfn id="sec_2__def_1">vessel</dfn>" means any type of water craft</p>`
 *
 * @param iso ISO 639-3 of the text
 * @param known terms that the record itself names under a definitions provision, by eId: for summaries, which follow no form and define
 *   nothing, so that a mention is marked and not called a definition
 */
export function defineTerms({ html, provisions }: { html: string; provisions: readonly Provision[] }, iso: string, known?: ReadonlyMap<string, readonly string[]>): DefinedTerms {
  const named = known ? undefined : provisions.map(({ heading }) => HEADING.test(heading));
  const leads = known ? [] : (LEADS[iso] ?? []).filter((lead) => html.includes(lead));
  const led = leads.length > 0;
  const passing = !known && iso === 'zho' && html.includes('所称');
  if (!known && !led && !passing && !named!.includes(true)) return { html, terms: [] };
  const introduces = (part: string): boolean => leads.some((lead) => part.includes(lead)) && (iso !== 'ara' || ARABIC_LEAD.test(part));
  const terms: DefinedTerm[] = [];
  const seen = new Set<string>();
  let output = '';
  let copied = 0;
  let position = 0;
  // Headings stand in the HTML in the order of the provisions, each with its id first.
  const bodies = provisions.map(({ eid }) => (position = html.indexOf('</h', html.indexOf(` id="${eid}"`, position)) + '</h2>'.length));
  const parents: number[] = [];
  provisions.forEach(({ eid, heading, depth }, index) => {
    while (parents.length > 0 && provisions[parents.at(-1)!]!.depth >= depth) parents.pop();
    const parent = parents.at(-1);
    parents.push(index);
    const from = bodies[index]!;
    const next = bodies[index + 1];
    const to = next === undefined ? html.length : html.lastIndexOf('<h', next - '</h2>'.length);
    const listed = known?.get(eid);
    const defines = named && (named[index] || (heading === '' && parent !== undefined && named[parent]));
    if (known ? !listed : !defines && !led && !passing) return;
    const part = html.slice(from, to);
    const found = listed ? mentions(part, listed) : defines || introduces(part) ? definitions(part, iso) : [];
    if (passing) found.push(...inPassing(part, found));
    found.sort((one, other) => one.start - other.start);
    let count = 0;
    for (const { start, end, term } of found) {
      const key = term.toLocaleLowerCase();
      if (seen.has(key)) continue;
      seen.add(key);
      const anchor = `${eid}__def_${++count}`;
      terms.push({ term: unescape(term), anchor });
      const [open, close] = listed ? [`<span class="term" id="${anchor}">`, '</span>'] : [`<dfn id="${anchor}">`, '</dfn>'];
      output += html.slice(copied, from + start) + open + html.slice(from + start, from + end) + close;
      copied = from + end;
    }
    for (const term of listed ?? []) {
      if (seen.has(term.toLocaleLowerCase())) continue;
      seen.add(term.toLocaleLowerCase());
      terms.push({ term, anchor: eid });
    }
  });
  return { html: output + html.slice(copied), terms };
}

/** Definitions in a provision: one a paragraph or item, at its beginning. */
function definitions(part: string, iso: string): Found[] {
  const found: Found[] = [];
  const plain: Found[] = [];
  const form = BARE[iso];
  for (const block of part.matchAll(/<(?:p|li|td)>(?=[^\s<]|<(?:strong|em)>)/g)) {
    const start = block.index + block[0].length;
    const words = beginning(part, start);
    const setOff = first(SET_OFF, words, start);
    if (setOff) found.push(setOff);
    else if (form) {
      const hit = first(form.forms, words, start) ?? (form.bracketed && words.endsWith(')') ? first([form.bracketed], words, start) : undefined);
      if (hit) plain.push(halved(hit));
    }
  }
  return form?.several && plain.length < 2 ? found : [...found, ...plain];
}

/** Ends of a paragraph, an item or a cell. */
const ENDS = /<\/?(?:p|li|td|ul|ol)>/g;
/** No term is longer; a sentence in brackets after it may be. */
const LONGEST = 1000;

function beginning(part: string, start: number): string {
  ENDS.lastIndex = start;
  const end = ENDS.exec(part)?.index ?? part.length;
  return part.slice(start, Math.min(end, start + LONGEST)).trimEnd();
}

function first(forms: readonly RegExp[], words: string, offset: number): Found | undefined {
  for (const form of forms) {
    const match = form.exec(words);
    if (!match) continue;
    const [start, end] = match.indices!.groups!['term']!;
    return { start: offset + start, end: offset + end, term: words.slice(start, end) };
  }
  return undefined;
}

/** Some sources print the term of a list twice: `Authority Authority means …`. */
function halved(found: Found): Found {
  const twice = /^(?<term>.+) \k<term>$/iu.exec(found.term);
  return twice ? { ...found, start: found.end - twice.groups!['term']!.length, term: found.term.slice(-twice.groups!['term']!.length) } : found;
}

function inPassing(part: string, others: readonly Found[]): Found[] {
  return [...part.matchAll(IN_PASSING)].flatMap((match) => {
    const [start, end] = match.indices!.groups!['term']!;
    return others.some((other) => start < other.end && end > other.start) ? [] : [{ start, end, term: match.groups!['term']! }];
  });
}

/** The first mention of each term, outside tags and as a word. */
function mentions(part: string, terms: readonly string[]): Found[] {
  const found: Found[] = [];
  // A note in the margin comes before the words of the provision.
  const words = part.lastIndexOf('</aside>') + 1;
  for (const term of terms) {
    const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const wanted = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])(?![^<]*>)`, 'giu');
    wanted.lastIndex = words;
    const match = wanted.exec(part);
    if (!match) continue;
    const hit = { start: match.index, end: match.index + match[0].length, term: match[0] };
    if (!found.some((other) => hit.start < other.end && hit.end > other.start)) found.push({ ...hit, term });
  }
  return found;
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
