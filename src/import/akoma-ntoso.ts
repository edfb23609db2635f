/** An Akoma Ntoso 3.0 document, as Indigo and legislation.gov.uk write it → a text with its work, language and version. */
import { isPartialDate, isWholeDate } from '../domain/date.ts';
import { parseWork, workToPath } from '../domain/iri.ts';
import { isLanguage, isoToTag, tagToIso } from '../domain/language.ts';
import { flaw, hasErrors, type Flaw } from '../flaws/flaw.ts';
import { decodeText, type SourceFile } from '../library/disk.ts';
import { akomaToMarkdown } from './akoma-text.ts';
import type { ForeignText } from './foreign.ts';
import { childrenOf, find, parseXml, textOf, type XmlElement } from './xml.ts';

const NAMESPACES = /^http:\/\/(?:docs\.oasis-open\.org\/legaldocml\/ns\/akn\/3\.0.*|www\.akomantoso\.org\/2\.0)$/;

/** Reads an Akoma Ntoso document. The text is missing where a flaw is an error. */
export function readAkomaNtoso(file: SourceFile, bytes: Uint8Array): { foreign?: ForeignText; flaws: Flaw[] } {
  const { text, flaws: found } = decodeText(bytes, file.shown);
  const flaws = found.filter((each) => each.level === 'error');
  if (text === undefined || hasErrors(flaws)) return { flaws };
  const root = parseXml(text, file.shown);
  if (!('children' in root)) return { flaws: [...flaws, root] };
  if (root.name !== 'akomaNtoso' || !NAMESPACES.test(root.attributes['xmlns'] ?? root.attributes['xmlns:akn'] ?? '')) {
    return { flaws: [...flaws, flaw('UnexpectedFile', root.place, `\`<${root.name}>\``, 'an Akoma Ntoso 3.0 document')] };
  }
  const container = root.children.find((child): child is XmlElement => typeof child !== 'string');
  const identification = find(childrenOf(container, 'meta')[0], 'identification');
  const workData = find(identification, 'FRBRWork');
  const expressionData = find(identification, 'FRBRExpression');
  const uri = valueOf(find(workData, 'FRBRuri')) ?? valueOf(find(workData, 'FRBRthis')) ?? '';
  const work = workOf(uri);
  if (!container || work === undefined) return { flaws: [...flaws, flaw('MissingKey', workData?.place ?? root.place, uri === '' ? 'no `FRBRuri` of the work' : `\`FRBRuri: ${uri}\``, 'an IRI such as `/akn/ke/act/2010/8`, or an address of legislation.gov.uk')] };
  const code = find(expressionData, 'FRBRlanguage')?.attributes['language'] ?? '';
  const language = isoOf(code);
  if (language === undefined) return { flaws: [...flaws, flaw('InvalidValue', find(expressionData, 'FRBRlanguage')?.place ?? root.place, `\`FRBRlanguage: ${code}\``, 'a language of src/domain/language.ts')] };
  const title = titleOf(container, workData);
  if (title === undefined) return { flaws: [...flaws, flaw('MissingKey', workData!.place, 'no title', 'an `FRBRalias` named title, a `dc:title` or a `docTitle`')] };
  const expression = valueOf(find(expressionData, 'FRBRuri')) ?? '';
  const version = /[@/](?<date>\d{4}-\d{2}-\d{2})(?:\/|$)/.exec(expression)?.groups!['date'];
  const date = find(workData, 'FRBRdate')?.attributes['date'];
  const { markdown, flaws: left } = akomaToMarkdown(container, title, language);
  const address = /^https?:/.test(expression) ? expression.replace(/^http:/, 'https:') : undefined;
  return {
    foreign: {
      file,
      jurisdiction: work.split('/')[0]!,
      jurisdictionGuessed: false,
      language,
      tag: isoToTag(language),
      name: work.split('/').at(-1)!,
      work,
      ...(version !== undefined && isWholeDate(version) ? { version } : {}),
      title,
      data: {
        kind: container.name === 'act' ? 'act' : container.name,
        source: address ?? `Akoma Ntoso document ${expression || uri}`,
        ...(date !== undefined && isPartialDate(date) ? { date } : {}),
        ...citation(workData),
      },
      body: `\n${markdown}`,
    },
    flaws: [...flaws, ...left],
  };
}

/** Work path of an IRI (`/akn/za/act/2023/724/!main`, `/za/act/1998/84`) or of legislation.gov.uk (`…/id/ukpga/2018/12` → `gb/act/ukpga/2018/12`). */
function workOf(uri: string): string | undefined {
  const british = /^https?:\/\/www\.legislation\.gov\.uk\/(?:id\/)?(?<type>[a-z]+)\/(?<year>\d{4})\/(?<number>\d+)$/.exec(uri);
  if (british) return `gb/act/${british.groups!['type']}/${british.groups!['year']}/${british.groups!['number']}`;
  const work = parseWork(uri.replace(/\/!?main$/, '').replace(/^\/(?!akn\/)/, ''));
  return work && workToPath(work);
}

function titleOf(container: XmlElement, work: XmlElement | undefined): string | undefined {
  const alias = childrenOf(work, 'FRBRalias').find(({ attributes }) => attributes['name'] === 'title');
  const preface = childrenOf(container, 'preface')[0];
  const words = [alias?.attributes['value'], textOf(find(find(childrenOf(container, 'meta')[0], 'proprietary'), 'title')), textOf(find(preface, 'docTitle', 'shortTitle')), textOf(find(preface, 'longTitle'))];
  return words.map((each) => each?.trim()).find((each) => each !== undefined && each !== '');
}

/** Citation as lawyers write it (`2018 c. 12`), else the number. */
function citation(work: XmlElement | undefined): { citation?: string } {
  const value = valueOf(find(work, 'FRBRname')) ?? valueOf(find(work, 'FRBRnumber'));
  return value ? { citation: value } : {};
}

function valueOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes['value'];
}

function isoOf(code: string): string | undefined {
  try {
    return isLanguage(code) ? code : tagToIso(code);
  } catch {
    return undefined;
  }
}
