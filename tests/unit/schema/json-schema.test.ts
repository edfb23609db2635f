import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editorSettings } from '../../../src/schema/editor-settings.ts';
import { jsonSchemaOf, PUBLISHED } from '../../../src/schema/json-schema.ts';

const committed = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('The schemas that editors show while one types', () => {
  it.each(Object.keys(PUBLISHED))('%s.json is what the zod schema says (else: npm run schemas)', (name) => {
    expect(committed(`schemas/${name}.json`)).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(PUBLISHED[name]!))));
  });
  it('are all there are', () => expect(readdirSync('schemas').sort()).toEqual(Object.keys(PUBLISHED).map((name) => `${name}.json`).sort()));
  it('are known to VS Code by the files they are for', () => {
    expect(committed('.vscode/settings.json')).toEqual(JSON.parse(JSON.stringify(editorSettings())));
    for (const path of Object.keys((committed('.vscode/settings.json') as { 'yaml.schemas': object })['yaml.schemas'])) expect(existsSync(path)).toBe(true);
  });
  it.each(Object.keys(PUBLISHED))('%s.json has a word on every key of the record', (name) => {
    const schema = jsonSchemaOf(PUBLISHED[name]!) as { properties?: Record<string, { description?: string; items?: { description?: string } }> };
    const silent = Object.entries(schema.properties ?? {}).filter(([, key]) => !(key.description ?? key.items?.description));
    expect(silent.map(([key]) => key)).toEqual([]);
  });
  it('asks less of a translation, which takes its work’s data from another text', () => {
    const schema = jsonSchemaOf(PUBLISHED['law']!) as { then: { required: string[] }; else: { required: string[] } };
    expect(schema.then.required).toContain('translation');
    expect(schema.then.required).not.toContain('status');
    expect(schema.else.required).toContain('status');
  });
});
