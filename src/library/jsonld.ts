/** Works → schema.org JSON-LD (Legislation, by the ELI task force's guide), and CSL types for cases. Names are schema.org's; editors never type them. */
import { htmlLang } from '../domain/language.ts';
import { pathToIri } from '../domain/iri.ts';
import type { Case } from '../schema/case.ts';
import type { Law } from '../schema/law.ts';
import type { ExpressionEntry } from './entry.ts';

const FORCE: Partial<Record<Law['status'], string>> = {
  in_force: 'https://schema.org/InForce',
  amended: 'https://schema.org/InForce',
  repealed: 'https://schema.org/NotInForce',
  not_in_force: 'https://schema.org/NotInForce',
};

/** A law as schema.org Legislation. The library's own text is a description of it (`subjectOf`), so its licence is not the law's. */
export function lawJsonLd({ data, expression }: ExpressionEntry<Law>, address: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': pathToIri(expression.work),
    url: address,
    name: data.title,
    alternateName: [data.title_short, ...(data.title_alternative ?? []), data.title_original?.text].filter((name) => name !== undefined),
    inLanguage: htmlLang(expression.language),
    legislationType: data.type_document,
    legislationIdentifier: data.id_local,
    legislationJurisdiction: data.jurisdiction.toUpperCase(),
    legislationDate: data.date_document,
    datePublished: data.date_publication,
    legislationDateVersion: expression.version,
    legislationLegalForce: FORCE[data.status],
    legislationPassedBy: data.passed_by,
    isBasedOn: data.provenance.official_url ?? data.provenance.source[0],
    ...(data.text === 'full' ? { license: data.provenance.licence } : { abstract: data.summary }),
  };
}

/** An article as a part of its convention, which is what a citation of it cites. */
export function articleJsonLd(entry: ExpressionEntry<Law>, { eid, label, heading }: { eid: string; label: string; heading: string }, address: string, lawAddress: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Legislation',
    '@id': `${pathToIri(entry.expression.work)}/~${eid}`,
    url: address,
    name: heading === '' ? label : `${label}. ${heading}`,
    inLanguage: htmlLang(entry.expression.language),
    legislationIdentifier: label,
    isPartOf: lawJsonLd(entry, lawAddress),
  };
}

/** A case as schema.org CreativeWork: schema.org has no type for judgments. */
export function caseJsonLd({ data, expression }: ExpressionEntry<Case>, address: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    '@id': pathToIri(expression.work),
    url: address,
    name: data.title,
    inLanguage: htmlLang(expression.language),
    dateCreated: data.date_document,
    identifier: [data.ecli, data.mnc, data.id_local].filter((id) => id !== undefined),
    creator: { '@type': 'Organization', name: data.court },
    abstract: data.summary,
    keywords: data.flynote,
    isBasedOn: data.provenance.source[0],
  };
}
