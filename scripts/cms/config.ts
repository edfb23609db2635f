/** The schemas → configuration of the visual editor: a collection for each kind of record and language, a field for each key. */
import { endonym, INTERFACE_LANGUAGES, tagToIso } from '../../src/domain/language.ts';
import { COLLECTIONS } from '../../src/schema/collections.ts';
import { jsonSchemaOf, PUBLISHED } from '../../src/schema/json-schema.ts';

/** The part of a JSON Schema that is asked. */
interface Schema {
  description?: string;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: unknown;
  then?: { required: string[] };
  else?: { required: string[] };
}

export type Field = Record<string, unknown>;

export interface CmsOptions {
  /** How the editor reaches the repository: the `backend` of its configuration. */
  backend: Record<string, unknown>;
  /** Address of the server on this machine; absent in an edition for a team. */
  local?: string;
  /** Paths below the content folder, sorted: which languages and manuals there are. */
  paths: readonly string[];
}

/** Deeper than any record stands below its folder. */
const DEEPEST = Array.from({ length: 9 }, (_, index) => `d${index}`).join('/');

/** Where a new record of a kind goes: as `npm run new` puts it. */
const NEW_PATHS: Readonly<Record<string, string>> = {
  laws: "{{jurisdiction}}/act/{{date_document | default('nn')}}/{{slug}}",
  cases: "{{jurisdiction}}/judgment/{{date_document | default('nn')}}/{{slug}}",
};

const NAMES: Readonly<Record<string, string>> = { laws: 'Laws and treaties', cases: 'Cases', crimes: 'Types of crime', networks: 'Networks', states: 'States' };

/** Configuration of the editor. */
export function cmsConfig({ backend, local, paths }: CmsOptions): Record<string, unknown> {
  return {
    backend,
    ...(local === undefined ? {} : { local_backend: { url: local } }),
    publish_mode: 'editorial_workflow',
    // Records carry no pictures; the editor must be told a folder all the same.
    media_folder: 'content/media',
    locale: 'en',
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    editor: { preview: false },
    omit_empty_optional_fields: true,
    collections: [...Object.keys(COLLECTIONS).flatMap((folder) => collectionsOf(folder, paths)), ...manualCollections(paths)],
  };
}

function collectionsOf(folder: string, paths: readonly string[]): object[] {
  const fields = fieldsOf(PUBLISHED[folder.slice(0, -1)]!);
  const name = NAMES[folder]!;
  // A published address never vanishes: nothing is deleted here.
  const common = { folder: `content/${folder}`, extension: 'md', format: 'yaml-frontmatter', slug: '{{title}}', media_folder: '', delete: false };
  if (folder === 'states') return [{ name: folder, label: name, ...common, create: false, identifier_field: 'iso2', summary: '{{names.en}}', fields }];
  const pattern = new RegExp(`^${folder}/.+/(?<language>[a-z]{3})(?:@[\\d-]+)?\\.md$`);
  const languages = [...new Set(paths.flatMap((path) => pattern.exec(path)?.groups!['language'] ?? []))];
  const summary = folder === 'laws' || folder === 'cases' ? '{{title}} — {{jurisdiction}} {{date_document}}' : '{{title}}';
  const lists = languages.map((language) => ({
    name: `${folder}-${language}`, label: `${name}, ${endonym(language)}`, ...common, create: false, path: DEEPEST, summary, sortable_fields: ['title', ...(folder === 'laws' || folder === 'cases' ? ['date_document'] : [])],
    filter: { field: 'language', value: language }, fields: withLanguage(fields, language),
  }));
  const path = NEW_PATHS[folder];
  if (path === undefined) return lists;
  // The editor takes one depth for finding records and for making them; so what is made has a collection of its own, whose list is empty.
  const making = INTERFACE_LANGUAGES.map(tagToIso).map((language) => ({
    name: `new-${folder}-${language}`, label: `New: ${name.toLowerCase()}, ${endonym(language)}`, ...common, create: true, path: `${path}/${language}`, filter: { field: 'language', value: 'none' }, fields: withLanguage(fields, language),
  }));
  return [...lists, ...making];
}

/** Manuals: the chapters of one manual in one language, and its own data. */
function manualCollections(paths: readonly string[]): object[] {
  return paths.flatMap((path) => {
    const { folder, slug, language } = /^(?<folder>manuals\/.+\/(?<slug>[^/]+)\/(?<language>[a-z]{3}))\/index\.md$/.exec(path)?.groups ?? {};
    if (folder === undefined) return [];
    const label = `Manual ${slug}, ${endonym(language!)}`;
    return [
      { name: `manual-${slug}-${language}`, label: `${label}: chapters`, folder: `content/${folder}`, extension: 'mdx', format: 'yaml-frontmatter', create: false, delete: false, identifier_field: 'title', summary: '{{number}}. {{title}}', fields: fieldsOf(PUBLISHED['chapter']!) },
      { name: `manual-${slug}-${language}-index`, label: `${label}: title and preface`, files: [{ name: 'index', label: 'Title and preface', file: `content/${path}`, format: 'yaml-frontmatter', fields: fieldsOf(PUBLISHED['manual']!) }] },
    ];
  });
}

/** Fields of a record, in the order of its schema, then its text. */
export function fieldsOf(published: (typeof PUBLISHED)[string]): Field[] {
  const schema = jsonSchemaOf(published) as Schema;
  // A translation needs fewer keys than an original, and both stand in one collection: the check says what is missing of either.
  const required = schema.then && schema.else ? schema.then.required.filter((key) => schema.else!.required.includes(key)) : (schema.required ?? []);
  const body = { name: 'body', label: 'Text', widget: 'markdown', modes: ['raw'], required: false, hint: 'Markdown: ## before a heading, its number first. What no source bears out ends in [unverified].' };
  return [...Object.entries(schema.properties ?? {}).flatMap(([name, key]) => fieldOf(name, key, required.includes(name))), body];
}

/** A key as a field; hidden where the editor has no form for it: such a key stays in the file as it is, and at its place. */
function fieldOf(name: string, key: Schema, required: boolean): Field[] {
  const hint = key.description ?? key.items?.description;
  const field = { name, label: labelOf(name), required, ...(hint === undefined ? {} : { hint }) };
  const hidden = { name, label: field.label, widget: 'hidden', required: false };
  const pattern = key.pattern === undefined ? {} : { pattern: [key.pattern, hint ?? 'another form'] };
  if (key.const !== undefined) return [{ ...field, widget: 'select', options: [key.const] }];
  if (key.enum) return [{ ...field, widget: 'select', options: key.enum }];
  switch (key.type) {
    case 'string':
      return [{ ...field, ...pattern, widget: /^(?:summary|note|notes|.*_note|outcome|gone|why)$/.test(name) ? 'text' : 'string' }];
    case 'boolean':
      return [{ ...field, widget: 'boolean', required: false }];
    case 'integer':
    case 'number':
      return [{ ...field, widget: 'number', value_type: 'int' }];
    case 'array':
      return listField(field, key.items ?? {});
    case 'object': {
      // A map whose keys are ids has no form. Within an object that may be left out nothing is required: the editor would ask for it always.
      const inner = Object.entries(key.properties ?? {}).flatMap(([inner, each]) => fieldOf(inner, each, required && (key.required?.includes(inner) ?? false)));
      return inner.length === 0 ? [hidden] : [{ ...field, widget: 'object', collapsed: true, fields: inner }];
    }
    default:
      return [hidden];
  }
}

function listField(field: Field, items: Schema): Field[] {
  if (items.enum) return [{ ...field, widget: 'select', multiple: true, options: items.enum }];
  if (items.type === 'object') {
    const fields = Object.entries(items.properties ?? {}).flatMap(([name, each]) => fieldOf(name, each, items.required?.includes(name) ?? false));
    return fields.length === 0 ? [] : [{ ...field, widget: 'list', collapsed: true, fields }];
  }
  return [{ ...field, widget: 'list', field: { name: 'value', label: field['label'], widget: 'string', ...(items.pattern === undefined ? {} : { pattern: [items.pattern, items.description ?? ''] }) } }];
}

function withLanguage(fields: readonly Field[], language: string): Field[] {
  return fields.map((field) => (field['name'] === 'language' ? { ...field, options: [language], default: language } : field));
}

/** `date_document` → `Date document`. */
function labelOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
