/** Text of other documents → Markdown that shows the same letters. */

/** Signs that mean something to Markdown anywhere in a line. */
export function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}

/** Signs that mean something at the beginning of a line: marks of headings, lists and rules. */
export function escapeStart(text: string): string {
  return text.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2').replace(/^[-+#=](?=[\s#=+-]|$)/, '\\$&');
}
