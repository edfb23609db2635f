/** Front matter of laws in the wide sense: conventions, protocols, treaties and schemes, acts, regulations. Keys are ELI's where ELI has one. */
import { z } from 'zod';
import { citation, eid, jurisdiction, language, partialDate, provenance, provisionCitation, subject, text, translation, webAddress, wholeDate } from './fields.ts';

/** What the library knows of one provision of a national law. */
const provision = z.strictObject({
  topic: text.optional().describe('The matter of the provision, in English'),
  implements: z.array(provisionCitation).describe('Articles of conventions on the same matter; an editor’s classification (eli:ensures_implementation_of)'),
  confidence: z.enum(['high', 'medium', 'low']).describe('How sure the classification is'),
  note: text.optional().describe('Why the classification is as it is'),
  penalties: z.array(text).optional().describe('Every figure of a penalty found in the provision; not reviewed'),
  meets: z.record(provisionCitation, z.array(text)).optional().describe('Elements of an article that the provision was seen to meet: article → ids of elements'),
});

const ELEMENT_KINDS = ['act', 'means', 'purpose', 'mental', 'object', 'exception', 'procedure', 'content', 'condition', 'ground_for_refusal', 'safeguard', 'liability', 'sanction'] as const;

const element = z.strictObject({
  id: text.describe('Names the same idea in every instrument'),
  kind: z.enum(ELEMENT_KINDS).describe('What part the element plays in the rule'),
  paragraph: text.describe('Paragraph of the article, as printed'),
  label: text.describe('The idea in a few words of our own'),
  force: z.enum(['optional', 'qualified', 'effort', 'mandatory']).optional().describe('Where it differs from the paragraph or article'),
});

const OBLIGATIONS = ['mandatory', 'mandatory with national-law qualification', 'optional', 'effort', 'definitional', 'institutional', 'final clause'] as const;

/** What the library knows of one article of a convention or protocol. */
const article = z.strictObject({
  obligation: z.enum(OBLIGATIONS).describe('How far the article binds as a whole; an editorial judgement on its wording'),
  obligation_paragraphs: z.record(z.string(), z.enum(OBLIGATIONS)).optional().describe('Paragraphs that differ'),
  obligation_note: text.optional().describe('Why the judgement is as it is'),
  heading_note: text.optional().describe('Where the printed heading differs between copies'),
  heading_verified: z.boolean().describe('True where number and heading were read in the source named'),
  heading_source: text.optional().describe('Where number and heading were read'),
  topics: z.array(text).describe('Matters the article deals with'),
  terms: z.array(text).optional().describe('Key terms'),
  related: z.array(provisionCitation).optional().describe('Articles of other conventions on the same matter'),
  elements: z.array(element).optional().describe('What a law is compared by'),
});

const parties = z.strictObject({
  count: z.int().nonnegative().describe('Number of parties'),
  signatories: z.int().nonnegative().optional().describe('Number of signatories'),
  as_of: partialDate.optional().describe('The figure speaks of this date; absent where the source is undated'),
  note: text.optional().describe('What the figure counts'),
  source: text.describe('Where the figure was read'),
});

/** Kinds of text between States; everything else is national law. */
export const TREATY_TYPES = ['convention', 'protocol', 'treaty', 'scheme', 'model', 'union_act'] as const;

export const STATUSES = ['in_force', 'amended', 'repealed', 'not_in_force', 'draft', 'unknown'] as const;

/** A law's keys that belong to the work: a translation takes them from the expression it translates. */
const workKeys = {
  alias: z.string().regex(/^[a-z][a-z0-9-]*$/, 'a short name in lower case, such as "untoc"').optional().describe('Short name used in references'),
  type_document: z.enum([...TREATY_TYPES, 'act', 'regulation', 'code', 'constitution', 'decision', 'other']).describe('Kind of text (eli:type_document)'),
  rank: text.optional().describe('Kind of law in the State’s own words'),
  jurisdiction,
  id_local: text.optional().describe('Number or citation as lawyers write it (eli:id_local)'),
  languages: z.array(language).optional().describe('Languages of the official text'),
  date_document: partialDate.optional().describe('Day on which it was adopted, enacted or signed (eli:date_document)'),
  date_publication: partialDate.optional().describe('Day on which it was published officially (eli:date_publication)'),
  published_in: text.optional().describe('Gazette or series, with number and page (eli:published_in)'),
  place: text.optional().describe('Where it was adopted or signed'),
  first_date_entry_in_force: partialDate.optional().describe('Day on which it, or the first part of it, entered into force (eli:first_date_entry_in_force)'),
  date_no_longer_in_force: partialDate.optional().describe('Day on which it ceased to be in force (eli:date_no_longer_in_force)'),
  status: z.enum(STATUSES).describe('Whether it is in force, as far as the source says; a draft is never shown as law'),
  status_note: text.optional().describe('What the status rests on'),
  passed_by: text.optional().describe('Organ that passed it (eli:passed_by)'),
  is_about: z.array(subject).describe('What it is about; several are possible (eli:is_about)'),
  category: text.optional().describe('Category the source puts it in'),
  countries: z.array(jurisdiction).optional().describe('States that a source names as parties; not a complete list unless participants says so'),
  participants: text.optional().describe('Parties to a treaty or members of a scheme, in words'),
  amended_by: z.array(z.strictObject({ date: partialDate, act: text.optional().describe('Number or title of the amending text'), note: text.optional().describe('What it changed') })).optional().describe('Amendments known'),
  amends: z.array(citation).optional().describe('Works this one amends, each by alias or path (eli:amends)'),
  repeals: z.array(citation).optional().describe('Works this one repeals (eli:repeals)'),
  based_on: z.array(citation).optional().describe('Works this one was made under (eli:based_on)'),
  cites: z.array(citation).optional().describe('Other works it names (eli:cites)'),
  supplements: citation.optional().describe('The convention a protocol supplements'),
  opened_for_signature: text.optional().describe('Where and when it was open for signature'),
  unts: z.strictObject({ volume: text.optional().describe('Volume'), page: text.optional().describe('Page'), registration: text.optional().describe('Registration number') }).optional().describe('United Nations Treaty Series'),
  untc_chapter: text.optional().describe('Chapter of the UN Treaty Collection’s status list'),
  resolution: text.optional().describe('Resolution that adopted it'),
  status_url: webAddress.optional().describe('Address of the depositary’s status list'),
  parties: z.array(parties).optional().describe('Numbers of parties, each with its date'),
  titles: z.partialRecord(z.enum(['en', 'fr', 'es', 'ru', 'ar', 'zh']), text).optional().describe('Official titles in the UN languages'),
  titles_short: z.partialRecord(z.enum(['fr', 'es', 'ru', 'ar', 'zh']), text).optional().describe('Names by which it is called in the other UN languages; in that of a text, title_short says it'),
  titles_other: z.partialRecord(z.enum(['fr', 'es', 'ru', 'ar', 'zh']), z.array(text)).optional().describe('Further names and abbreviations in use in the other UN languages, for the search'),
  text_source: text.optional().describe('Copy of the official text that numbers and headings were checked against'),
  mapping_basis: text.optional().describe('What the classification of provisions was made from'),
};

/** Names of the keys that a translation takes from the expression it translates. */
export const LAW_WORK_KEYS = Object.keys(workKeys) as (keyof typeof workKeys)[];

/** A law's keys that belong to the expression. */
const expressionKeys = {
  title: text.describe('Title, in the language of this file (eli:title)'),
  title_short: text.optional().describe('Short title, as people call it (eli:title_short)'),
  title_alternative: z.array(text).optional().describe('Other names in use (eli:title_alternative)'),
  title_original: z.strictObject({ text: text.describe('The title'), language }).optional().describe('Title in the language of the official text'),
  language: language.describe('Language, as in the file name (eli:language)'),
  version_date: wholeDate.optional().describe('Day of this version, as in the file name (eli:version_date)'),
  summary: text.optional().describe('One sentence that says what the text is; shown in lists'),
  text: z.enum(['summary', 'full']).describe('summary: our own words; full: the text of the law'),
  translation: translation.optional(),
  provisions: z.record(eid, provision).optional().describe('What the library knows of the provisions of the text, by eId'),
  articles: z.record(eid, article).optional().describe('What the library knows of the articles of a convention, by eId'),
  element_labels: z.record(eid, z.record(z.string(), text)).optional().describe('Labels of elements in this language: article → element → label'),
  headings_verified: z.boolean().optional().describe('False where the headings of a translation were not compared with the official text in its language'),
  article_terms: z.record(eid, z.array(text)).optional().describe('Key terms of articles in this language'),
  provenance,
};

export const law = z.strictObject({ ...workKeys, ...expressionKeys });

/** A translation: data of the work come from the expression it translates. */
export const lawTranslation = law.partial().required({ title: true, language: true, text: true, provenance: true }).extend({
  translation: translation.required({ of: true }),
});

export type Law = z.infer<typeof law>;
export type Provision = z.infer<typeof provision>;
export type Article = z.infer<typeof article>;
export type Element = z.infer<typeof element>;
export type Obligation = (typeof OBLIGATIONS)[number];
