import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cmsConfig, fieldsOf, type Field } from '../../../scripts/cms/config.ts';
import { jsonSchemaOf, PUBLISHED } from '../../../src/schema/json-schema.ts';
import { listFiles } from '../../../src/library/disk.ts';

interface Collection {
  name: string;
  folder?: string;
  create?: boolean;
  delete?: boolean;
  path?: string;
  fields?: Field[];
  files?: { file: string; fields: Field[] }[];
}

const paths = listFiles('content', 'content').files.map(({ path }) => path);
const config = cmsConfig({ backend: { name: 'github', repo: 'owner/name', branch: 'main' }, paths });
const collections = config['collections'] as Collection[];

describe('The forms of the visual editor', () => {
  it('are there for every kind of record and language of the library, and for its manuals', () => {
    const names = collections.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['laws-eng', 'laws-fra', 'new-laws-ara', 'cases-eng', 'crimes-eng', 'networks-eng', 'states', 'manual-mla-extradition-eng', 'manual-mla-extradition-eng-index']));
    for (const { folder, files } of collections) for (const path of folder === undefined ? files!.map(({ file }) => file) : [folder]) expect(existsSync(path), path).toBe(true);
  });

  it.each(['law', 'case', 'state', 'crime', 'network', 'manual', 'chapter'])('%s: every key of the schema in its order, so that a saved file keeps that order', (kind) => {
    const fields = fieldsOf(PUBLISHED[kind]!);
    const schema = jsonSchemaOf(PUBLISHED[kind]!) as { properties: Record<string, { description?: string; items?: { description?: string } }> };
    expect(fields.map(({ name }) => name)).toEqual([...Object.keys(schema.properties), 'body']);
    for (const field of fields.filter(({ widget }) => widget !== 'hidden' && widget !== 'markdown')) expect(field['hint'], String(field['name'])).toBe(schema.properties[field['name'] as string]!.description ?? schema.properties[field['name'] as string]!.items?.description);
  });

  it('offer the values of the schema, and ask for nothing that a translation does not need', () => {
    const fields = new Map(fieldsOf(PUBLISHED['law']!).map((field) => [field['name'], field]));
    expect(fields.get('status')).toMatchObject({ widget: 'select', required: false, options: ['in_force', 'amended', 'repealed', 'not_in_force', 'draft', 'unknown'] });
    expect(fields.get('title')).toMatchObject({ widget: 'string', required: true, hint: 'Title, in the language of this file (eli:title)' });
    expect(fields.get('provisions')).toMatchObject({ widget: 'hidden' });
    expect(fields.get('title_original')).toMatchObject({ widget: 'object', fields: [{ name: 'text', required: false }, { name: 'language', required: false }] });
    expect(fields.get('body')).toMatchObject({ modes: ['raw'] });
  });

  it('delete no record, because its address was published', () => {
    expect(collections.filter(({ delete: deletes, files }) => deletes !== false && !files).map(({ name }) => name)).toEqual([]);
  });

  it('go by way of a draft that is reviewed', () => expect(config['publish_mode']).toBe('editorial_workflow'));
});

describe('What the editor is made of', () => {
  const lock = JSON.parse(readFileSync('cms/package-lock.json', 'utf8')) as { packages: Record<string, { integrity?: string; resolved?: string }> };

  it('is written down to the last package, with its fingerprint and no host', () => {
    for (const [name, { integrity, resolved }] of Object.entries(lock.packages)) {
      if (name === '') continue;
      expect(integrity, name).toMatch(/^sha512-/);
      expect(resolved, name).toBeUndefined();
    }
  });

  it('is no dependency of the library', () => expect(readFileSync('package-lock.json', 'utf8')).not.toContain('decap'));
});
