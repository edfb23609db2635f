/**
 * Permanent addresses of records, without the language of a page: `laws/ke/act/2010/8`, `states/ke`, `manuals/mla-extradition/scope`.
 *
 * An expression may follow (`laws/ke/act/2010/8/fra`, `…/eng@2012-05-01`), and a provision (`laws/ke/act/2010/8#sec_5`). The ledger of
 * what was published and the list of redirects are written in them.
 */
import { isWholeDate } from './date.ts';
import { isEid } from './eid.ts';
import { parseWork } from './iri.ts';
import { isLanguage } from './language.ts';

export interface Address {
  /** Folder and identity: `laws/ke/act/2010/8`. */
  path: string;
  /** Language, and date of a version: `fra`, `eng@2012-05-01`; absent where all are meant. */
  expression?: string;
  /** Provision; absent where the whole record is meant. */
  eid?: string;
}

/** Kinds whose texts exist in some languages only. The pages of the others exist in every language of the interface. */
const IN_LANGUAGES = new Set(['laws', 'cases', 'manuals']);

/**
 * Reads an address.
 *
 * @returns the address, or undefined where the text is none
 */
export function parseAddress(text: string): Address | undefined {
  const [whole, eid, ...rest] = text.split('#');
  if (!whole || rest.length > 0 || (eid !== undefined && !isEid(eid))) return undefined;
  const parts = whole.split('/');
  const last = parts.at(-1)!;
  const expression = IN_LANGUAGES.has(parts[0]!) && isExpression(last) ? last : undefined;
  const path = expression === undefined ? whole : parts.slice(0, -1).join('/');
  return isPath(path) ? { path, ...(expression === undefined ? {} : { expression }), ...(eid === undefined ? {} : { eid }) } : undefined;
}

function isPath(path: string): boolean {
  const [kind, ...parts] = path.split('/');
  const rest = parts.join('/');
  switch (kind) {
    case 'laws':
    case 'cases':
      return parseWork(rest) !== undefined && !/^\/?akn\//.test(rest);
    case 'states':
    case 'crimes':
    case 'networks':
    case 'conventions':
      return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(rest);
    case 'manuals':
      return /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/.test(rest);
    default:
      return false;
  }
}

function isExpression(text: string): boolean {
  const [language, version, ...rest] = text.split('@');
  return rest.length === 0 && isLanguage(language!) && (version === undefined || isWholeDate(version));
}

/** Permanent address of the record a file of the content is part of, with its expression; undefined where the file is none. */
export function addressOfFile(path: string): Address | undefined {
  const manual = /^manuals\/.+\/(?<slug>[^/]+)\/(?<language>[a-z]{3})\/(?:index\.md|\d{2}-(?<chapter>[^/]+)\.mdx)$/.exec(path)?.groups;
  if (manual) return parseAddress(`manuals/${manual['slug']}${manual['chapter'] === undefined ? '' : `/${manual['chapter']}`}/${manual['language']}`);
  if (!path.endsWith('.md')) return undefined;
  const plain = path.slice(0, -'.md'.length);
  // Pages on crimes and networks exist in every language of the interface, whatever language their texts are in.
  return parseAddress(/^(?:crimes|networks)\//.test(plain) ? plain.slice(0, plain.lastIndexOf('/')) : plain);
}
