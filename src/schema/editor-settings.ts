/** Settings of VS Code for this project, so far as they follow from the schemas. */
import { PUBLISHED } from './json-schema.ts';

/** Schema file → files of content/ it is for, as the YAML extension takes it. */
export function yamlSchemas(): Record<string, string> {
  return Object.fromEntries(Object.entries(PUBLISHED).map(([name, { files }]) => [`./schemas/${name}.json`, `content/${files}`]));
}

/** `.vscode/settings.json`. */
export function editorSettings(): object {
  return {
    'files.eol': '\n',
    'files.encoding': 'utf8',
    'files.insertFinalNewline': true,
    // Two spaces at the end of a line are a line break in Markdown.
    '[markdown]': { 'files.trimTrailingWhitespace': false, 'editor.wordWrap': 'on', 'editor.quickSuggestions': { other: true, strings: true, comments: false } },
    'yaml.schemas': yamlSchemas(),
  };
}
