/** citation.js ships no types; this is what the tests use of it (version 0.8.2). */
declare module '@citation-js/core' {
  /** Reads any format a plugin knows. */
  export class Cite {
    constructor(input: string);
    /** Items in CSL-JSON. */
    data: Record<string, unknown>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
