/**
 * Every flaw the library can report. The name is permanent; the page /{lang}/flaws/ is made from this table.
 *
 * `title` says in a few words what is wrong; `explanation` what happened and why it matters; `remedy` what to do.
 */
export interface FlawDefinition {
  title: string;
  explanation: string;
  remedy: string;
  /** `error` stops a build, `warning` is shown and counted, `notice` says what could be looked at when there is time. */
  level: 'error' | 'warning' | 'notice';
}

export const FLAWS = {
  EmptyFile: {
    title: 'The file is empty',
    explanation: 'A record without front matter and text cannot be published.',
    remedy: 'Write the record, or delete the file.',
    level: 'error',
  },
  NotUtf8: {
    title: 'The file is not UTF-8',
    explanation: 'Bytes that are not UTF-8 would show as broken letters.',
    remedy: 'Save the file as UTF-8 without a byte order mark.',
    level: 'error',
  },
  ByteOrderMark: {
    title: 'The file begins with a byte order mark',
    explanation: 'The mark is invisible and hides the first line from some programs.',
    remedy: 'Save the file as UTF-8 without a byte order mark; the text is read as if it were not there.',
    level: 'warning',
  },
  CarriageReturn: {
    title: 'Lines end with a carriage return',
    explanation: 'Windows line ends make every line of a change look different.',
    remedy: 'Save the file with line feeds only (LF); the text is read as if they were.',
    level: 'warning',
  },
  ControlCharacter: {
    title: 'The text holds a control character',
    explanation: 'An invisible control character cannot be shown and breaks feeds and XML.',
    remedy: 'Delete the character.',
    level: 'error',
  },
  NoFinalLineEnd: {
    title: 'The last line has no end',
    explanation: 'A text ends with a line feed; without it, the next change looks larger than it is.',
    remedy: 'Press Enter at the end of the file, or run npm run check -- --fix.',
    level: 'warning',
  },
  KeyOrder: {
    title: 'Keys in another order than the schema’s',
    explanation: 'Records are easier to read and to compare when their keys stand in one order.',
    remedy: 'Run npm run check -- --fix, which moves the keys and nothing else.',
    level: 'warning',
  },
  NotARegularFile: {
    title: 'Not a regular file',
    explanation: 'A symbolic link could lead out of the content folder, so links are never followed.',
    remedy: 'Put the file itself in its place.',
    level: 'error',
  },
  UnexpectedFile: {
    title: 'A file that is no record',
    explanation: 'Only Markdown records with an Akoma Ntoso path belong here.',
    remedy: 'Move the file to the path of its work, or out of the content folder.',
    level: 'error',
  },
  MissingFrontMatter: {
    title: 'Front matter is missing',
    explanation: 'A record begins with a line of three hyphens, its data, and another line of three hyphens.',
    remedy: 'Add the front matter; npm run new writes a complete one.',
    level: 'error',
  },
  ExecutableFrontMatter: {
    title: 'Front matter in another language than YAML',
    explanation: 'Front matter that names a language after the hyphens could run a program in the build, so it is never read.',
    remedy: 'Begin the file with three hyphens alone and write YAML.',
    level: 'error',
  },
  MalformedYaml: {
    title: 'The front matter is not valid YAML',
    explanation: 'The data cannot be read from this point on.',
    remedy: 'Mend the line; put quotation marks around text that holds a colon.',
    level: 'error',
  },
  UnknownKey: {
    title: 'A key the schema does not know',
    explanation: 'An unknown key would be ignored in silence.',
    remedy: 'Correct the spelling, or delete the key.',
    level: 'error',
  },
  MissingKey: {
    title: 'A required key is missing',
    explanation: 'The record is not complete without it.',
    remedy: 'Add the key.',
    level: 'error',
  },
  InvalidValue: {
    title: 'A value the schema does not accept',
    explanation: 'The value has the wrong type or is not one of the values allowed.',
    remedy: 'Use one of the values expected.',
    level: 'error',
  },
  InvalidDate: {
    title: 'A date the calendar does not have',
    explanation: 'Dates are written as ISO 8601: a year, a month or a day, in quotation marks.',
    remedy: 'Write "2010", "2010-10" or "2010-10-08".',
    level: 'error',
  },
  IdentifierMismatch: {
    title: 'Path and front matter disagree',
    explanation: 'The path of a file is the identifier of its work and language; the front matter says something else.',
    remedy: 'Move the file, or correct the front matter.',
    level: 'error',
  },
  DuplicateAlias: {
    title: 'Two works share an alias',
    explanation: 'A short name used in citations must name one work.',
    remedy: 'Give one of them another alias.',
    level: 'error',
  },
  DuplicateIdentifier: {
    title: 'Two records claim one identifier',
    explanation: 'One address would show one of them and lose the other.',
    remedy: 'Delete one, or give it the identifier of its own work.',
    level: 'error',
  },
  DuplicateProvision: {
    title: 'Two provisions have one number',
    explanation: 'A link to that number would lead to the first of them only.',
    remedy: 'Correct the number, or give one heading an id of its own: {#sec_5-2}.',
    level: 'warning',
  },
  UnknownWork: {
    title: 'Citation of a work the library does not hold',
    explanation: 'The link would lead nowhere.',
    remedy: 'Correct the alias or path, or write the citation as plain text.',
    level: 'error',
  },
  UnknownProvision: {
    title: 'Citation of a provision that does not exist',
    explanation: 'The work is there, but it has no provision of that number.',
    remedy: 'Check the number against the official text.',
    level: 'error',
  },
  ProvisionWithoutText: {
    title: 'Front matter describes a provision the text does not have',
    explanation: 'The data of a provision belong to a heading of the text.',
    remedy: 'Add the heading, or correct the id.',
    level: 'error',
  },
  MissingSource: {
    title: 'The record names no source',
    explanation: 'A reader must be able to check every record.',
    remedy: 'Add at least one address or description under provenance.source.',
    level: 'error',
  },
  NoHeadings: {
    title: 'A text without headings',
    explanation: 'Readers cannot be led to a provision, and search leads to the top of the text.',
    remedy: 'Give each article or section a heading.',
    level: 'warning',
  },
  VeryLargeText: {
    title: 'A very large text',
    explanation: 'The page is slow to open on a slow link.',
    remedy: 'Keep it if the law is one text; otherwise split it by its parts.',
    level: 'warning',
  },
  MissingTranslationBase: {
    title: 'A translation without the text it translates',
    explanation: 'The record takes its data from the expression it names, which is not there.',
    remedy: 'Add the expression, or give the record data of its own.',
    level: 'error',
  },
  TranslationOutOfStep: {
    title: 'A translation lacks a provision',
    explanation: 'A provision of the text it translates has no counterpart with the same number.',
    remedy: 'Translate the provision, or delete it from both.',
    level: 'warning',
  },
  InvalidProvisionId: {
    title: 'An id of a heading that is no eId',
    explanation: 'The id in braces after a heading is not written as Akoma Ntoso writes provision ids, so it would be shown as text.',
    remedy: 'Write an id such as {#sec_5} or {#art_22-bis}, or leave it out.',
    level: 'error',
  },
  BrokenLink: {
    title: 'A link that leads nowhere',
    explanation: 'Links lead to a record (untoc#art_18), to a provision of the same text (#sec_5) or to a web address.',
    remedy: 'Write the link in one of these forms, or write plain text.',
    level: 'error',
  },
  RawHtml: {
    title: 'HTML in the text',
    explanation: 'HTML in a record is never run: readers see the tags as text.',
    remedy: 'Write it in Markdown, or in backquotes where the tags themselves are meant.',
    level: 'warning',
  },
  PictureInText: {
    title: 'A picture in the text',
    explanation: 'Records carry no pictures; readers see the description only.',
    remedy: 'Say in words what the picture shows, or link to the official text.',
    level: 'warning',
  },
  StrayFrontMatter: {
    title: 'A second front matter in the text',
    explanation: 'Only the first block between hyphens is front matter; what looks like another is shown as text.',
    remedy: 'Move its keys into the first block, or delete it.',
    level: 'warning',
  },
  MalformedMdx: {
    title: 'The chapter cannot be read',
    explanation: 'A tag is not closed, or a sign has a meaning of its own in a chapter: the less-than sign opens a component.',
    remedy: 'Close the tag, or write the sign in words.',
    level: 'error',
  },
  ExecutableText: {
    title: 'Code in a chapter',
    explanation: 'Import, export and braces are programs in MDX; a chapter is text and is never run.',
    remedy: 'Delete the code; give attributes in quotation marks.',
    level: 'error',
  },
  UnknownComponent: {
    title: 'A component manuals do not have',
    explanation: 'The component would be left out on the web and in print.',
    remedy: 'Use one of the components of src/manuals/components.ts.',
    level: 'error',
  },
  UnexpectedContent: {
    title: 'Something a chapter may not hold here',
    explanation: 'It has no form on the printed page, or stands where it cannot be set.',
    remedy: 'Write what is expected.',
    level: 'error',
  },
  MissingAlternative: {
    title: 'A figure without a text alternative',
    explanation: 'Readers who do not see the figure would miss what it says, and an accessible PDF cannot be made.',
    remedy: 'Say the whole of the figure in words: alt="…".',
    level: 'error',
  },
  UnknownAnchor: {
    title: 'Reference to a paragraph that is not there',
    explanation: 'No paragraph of the manual carries the anchor.',
    remedy: 'Correct the name, or put the anchor before the paragraph.',
    level: 'error',
  },
  DuplicateAnchor: {
    title: 'Two paragraphs carry one anchor',
    explanation: 'A reference would lead to one of them only.',
    remedy: 'Rename one; anchors begin with the number of their chapter.',
    level: 'error',
  },
  AnchorWithoutParagraph: {
    title: 'An anchor before something that has no number',
    explanation: 'A reference prints the number of the paragraph after the anchor.',
    remedy: 'Put the anchor on a line of its own before a paragraph.',
    level: 'error',
  },
  UnknownFootnote: {
    title: 'A footnote without text',
    explanation: 'The mark is there, but no note of that name, and it shows as brackets.',
    remedy: 'Add a line such as "[^1]: the note", or delete the mark.',
    level: 'error',
  },
  UnusedFootnote: {
    title: 'A footnote nobody calls',
    explanation: 'A note without a mark in the text is not shown.',
    remedy: 'Set its mark where the note belongs, or delete the note.',
    level: 'warning',
  },
  UnknownChapter: {
    title: 'Chapters and their list disagree',
    explanation: 'The manual prints the chapters its index lists, in that order.',
    remedy: 'List the file in `chapters` of index.md, or add the file.',
    level: 'error',
  },
  NamedVictim: {
    title: 'A case names a victim or witness',
    explanation: 'Victims and witnesses are never named in the library.',
    remedy: 'Write "the victim" or the initials the court itself used.',
    level: 'error',
  },
  RestrictedText: {
    title: 'Restricted text in the public build',
    explanation: 'Text of the restricted directory was found in what was about to be published.',
    remedy: 'Remove it from the public source named; nothing has been published.',
    level: 'error',
  },
  RestrictedPath: {
    title: 'A restricted file in the public build',
    explanation: 'The path shows that the file comes from the restricted directory.',
    remedy: 'Remove it; nothing has been published.',
    level: 'error',
  },
  UnknownFileType: {
    title: 'A kind of file that is never published',
    explanation: 'The gate cannot look into this kind of file, so it does not let it through.',
    remedy: 'Remove it, or teach the gate to read it.',
    level: 'error',
  },
  VanishedAddress: {
    title: 'A published address that no longer answers',
    explanation: 'Someone may have cited it: in a judgment, a request, a book. An address that was published answers for ever, or leads to what took its place.',
    remedy: 'Put the file or the heading back; or say in content/redirects.yaml where it moved: a line - from: "…" with a line to: "…" (or gone: "why") below it.',
    level: 'error',
  },
  MalformedLedger: {
    title: 'A line of the ledger that cannot be read',
    explanation: 'The ledger is written by program; a line changed by hand may lose an address.',
    remedy: 'Take the line from the last commit: git checkout -- content/ledger.txt restores the file.',
    level: 'error',
  },
  RedirectToNowhere: {
    title: 'A redirect that leads nowhere',
    explanation: 'A reader who follows an old address would find nothing.',
    remedy: 'Write the address of a record, text or provision that is there, or gone: with the reason.',
    level: 'error',
  },
  RedirectInTheWay: {
    title: 'A redirect from something that is there',
    explanation: 'An address can show a record or lead elsewhere, not both.',
    remedy: 'Delete the entry, or the record.',
    level: 'error',
  },
  UnmarkedLanguage: {
    title: 'Words in another script without their language',
    explanation: 'A screen reader would spell them out or stay silent, and a browser may take the wrong letters.',
    remedy: 'In the text, write the words as a link to their language: [引渡法](lang:zho). In front matter, keep to the language of the record.',
    level: 'warning',
  },
  DuplicateWork: {
    title: 'Two records that seem to be one work',
    explanation: 'They bear the same title, date and number. Readers would find half of what is known under each.',
    remedy: 'Put them together and let redirects.yaml lead from one to the other; if they are two works, say in each title or number what tells them apart.',
    level: 'warning',
  },
  StaleVerification: {
    title: 'A record that was not compared with its sources for a long time',
    explanation: 'Laws are amended and addresses change; readers are shown the day on which the sources were read.',
    remedy: 'Read the sources again, correct what changed, and set retrieved (or verified_on) to the day.',
    level: 'notice',
  },
  AddressNotEntered: {
    title: 'Addresses that the ledger does not have yet',
    explanation: 'The ledger keeps every address that was published, so that none vanishes. New records are entered when they are published.',
    remedy: 'Whoever publishes runs npm run ledger; an editor need do nothing.',
    level: 'notice',
  },
  KeyNotImported: {
    title: 'A key that is not imported',
    explanation: 'The collection says something that has no place in the library’s front matter.',
    remedy: 'Nothing is needed; add it to the record by hand if readers should see it.',
    level: 'warning',
  },
  MalformedXml: {
    title: 'The file is not well-formed XML',
    explanation: 'The document cannot be read from this point on.',
    remedy: 'Get the document again from its source, or mend the line.',
    level: 'error',
  },
  UnreadableDocument: {
    title: 'A document that cannot be read',
    explanation: 'The file is no Word document, or a damaged or unusual one; nothing of it was taken over.',
    remedy: 'Open it in a word processor and save it as .docx, or copy the text and paste it: npm run import -- - --as=law.',
    level: 'error',
  },
  PartNotImported: {
    title: 'A part that is not imported',
    explanation: 'The document holds something that a record cannot: a picture, a formula, an editor’s apparatus.',
    remedy: 'Look at the official text, and say it in words where readers need it.',
    level: 'warning',
  },
  FileInTheWay: {
    title: 'Another file is already there',
    explanation: 'An import never overwrites a record: someone may have worked on it.',
    remedy: 'Import into an empty folder, give the same --retrieved as before, or move the file away.',
    level: 'error',
  },
} as const satisfies Record<string, FlawDefinition>;

export type FlawName = keyof typeof FLAWS;
