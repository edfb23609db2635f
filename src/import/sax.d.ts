/** What the importer uses of sax, which carries no types of its own. */
declare module 'sax' {
  interface Parser {
    line: number;
    column: number;
    onopentag: (tag: { name: string; attributes: Record<string, unknown> }) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    onerror: (error: Error) => void;
    write(chunk: string): Parser;
    close(): Parser;
  }
  const sax: { parser(strict: boolean, options: { trim: boolean; normalize: boolean; position: boolean; strictEntities: boolean }): Parser };
  export default sax;
}
