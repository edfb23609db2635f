/**
 * npm run schemas
 *
 * Writes schemas/*.json and .vscode/settings.json from the zod schemas. A test says when they are out of date.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { editorSettings } from '../src/schema/editor-settings.ts';
import { jsonSchemaOf, PUBLISHED } from '../src/schema/json-schema.ts';

mkdirSync('schemas', { recursive: true });
mkdirSync('.vscode', { recursive: true });
for (const [name, published] of Object.entries(PUBLISHED)) writeFileSync(`schemas/${name}.json`, `${JSON.stringify(jsonSchemaOf(published), null, 2)}\n`);
writeFileSync('.vscode/settings.json', `${JSON.stringify(editorSettings(), null, 2)}\n`);
console.log(`schemas: ${Object.keys(PUBLISHED).length} schemas into schemas/, their places into .vscode/settings.json`);
