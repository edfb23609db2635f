/** What the head of a case says in print, in the digest and in a PDF of its own: terms and their values as Typst content. */
import { eidToNumber, parseCitation } from '../domain/citation.ts';
import { isInterfaceLanguage, isoToTag, type InterfaceLanguage } from '../domain/language.ts';
import type { Translate } from '../i18n/translate.ts';
import { workPath, type Library } from '../library/library.ts';
import { typstPhrase, typstText } from '../manuals/typst.ts';
import type { Case } from '../schema/case.ts';
import { nameOf } from '../views/references.ts';
import { compareEids } from './citations.ts';

export type Row = [term: string, value: string];

interface CasePrint {
  library: Library;
  placeName: (code: string, language: InterfaceLanguage) => string;
}

/**
 * Citation, States, forms of cooperation, types of crime, articles.
 *
 * @param iso ISO 639-3 of the reader
 */
export function caseRows({ library, placeName }: CasePrint, t: Translate, iso: string, data: Case): Row[] {
  const tag = isoToTag(iso);
  const language: InterfaceLanguage = isInterfaceLanguage(tag) ? tag : 'en';
  const mark = t('unverified');
  const articles = (references: readonly string[]): string => {
    const byWork = new Map<string, string[]>();
    for (const reference of new Set(references.map((found) => articleOf(library, found)))) {
      const [path, eid] = reference.split('#') as [string, string];
      byWork.set(path, [...(byWork.get(path) ?? []), eid]);
    }
    return [...byWork].map(([path, eids]) => t('refArticle', { work: nameOf(library.laws.get(path)!, iso), number: eids.sort(compareEids).map(eidToNumber).join(', ') })).join('; ');
  };
  return [
    ...(data.id_local ? [[t('citation'), typstPhrase(data.id_local, mark)] as Row] : []),
    [t('involvedStatesShort'), typstText([...new Set(data.countries)].map((code) => placeName(code, language)).join(', '))],
    ...(data.cooperation.length > 0 ? [[t('cooperation'), typstText(data.cooperation.map((form) => t(`coop_${form}`)).join(', '))] as Row] : []),
    ...(data.crime_types.length > 1 ? [[t('crimeTypes'), typstText(data.crime_types.map((type) => t(`crime_${type}`)).join(', '))] as Row] : []),
    ...(data.applies.length > 0 ? [[t('articlesAppliedShort'), typstText(articles(data.applies))] as Row] : []),
    ...(data.illustrates?.length ? [[t('articlesIllustratedShort'), typstText(articles(data.illustrates))] as Row] : []),
    ...(data.convention_note ? [[t('conventionPart'), typstPhrase(data.convention_note, mark)] as Row] : []),
  ];
}

/** Reference → `path#eid`, so that two names of one article are one entry. */
export function articleOf(library: Library, reference: string): string {
  const { work, eid } = parseCitation(reference)!;
  return `${workPath(library, work) ?? work}#${eid}`;
}
