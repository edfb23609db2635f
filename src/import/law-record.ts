/** A text of a collection → front matter of a law. Nothing is added that the collection does not say. */
import { law, type Law } from '../schema/law.ts';
import { writeFrontMatter } from '../schema/write.ts';
import type { ForeignText } from './foreign.ts';
import { statusOf, typeOfKind } from './kinds.ts';

export interface RecordOptions {
  /** Day on which the collection was read, for the provenance. */
  retrieved: string;
  /** Source of texts that name none. */
  source?: string | undefined;
  /** Licence of texts that name none. */
  licence?: string | undefined;
}

const NOT_CHECKED = 'Imported by program from a collection; not compared with the official text.';

/** Front matter of the record for a text. */
export function lawRecord(foreign: ForeignText, options: RecordOptions): Law {
  const { data, version } = foreign;
  const source = data.source ?? options.source ?? `The collection’s file ${foreign.file.path}`;
  return {
    type_document: version === undefined || data.kind !== undefined ? typeOfKind(data.kind) : 'act',
    ...(data.kind === undefined || data.kind === 'act' ? {} : { rank: data.kind }),
    jurisdiction: foreign.jurisdiction,
    ...optional('id_local', data.citation ?? data.identifier),
    ...optional('date_document', data.date),
    status: statusOf(data.status),
    ...optional('status_note', data.status),
    is_about: [],
    ...optional('category', data.category),
    ...(data.amended === undefined ? {} : { amended_by: [{ date: data.amended }] }),
    title: foreign.title,
    language: foreign.language,
    ...optional('version_date', version),
    ...optional('summary', data.summary),
    text: 'full',
    provenance: {
      source: [source],
      ...(/^https?:\/\/\S+$/.test(source) ? { official_url: source } : {}),
      retrieved: options.retrieved,
      licence: data.licence ?? data.license ?? options.licence ?? 'not stated by the collection',
      verified: false,
      verification_level: 'none',
      ...(foreign.jurisdictionGuessed ? { unverified: ['jurisdiction: concluded from the language'] } : {}),
      notes: [NOT_CHECKED],
    },
  };
}

/** The record's file: front matter, then the text as it was. */
export function lawFile(record: Law, body: string): string {
  return writeFrontMatter(record, law) + body;
}

function optional<Key extends string>(key: Key, value: string | undefined): { [Name in Key]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { [Name in Key]?: string });
}
