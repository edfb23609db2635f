/** Strict readers of the two exchange formats, written from their descriptions and not from our writers: they refuse what is out of order. */

export interface BibtexEntry {
  type: string;
  key: string;
  fields: Record<string, string>;
}

/** Reads one BibTeX entry: `@type{key, name = {value}, …}`. Values keep their TeX. Throws where braces do not match or a name comes twice. */
export function readBibtex(source: string): BibtexEntry {
  const head = /^@([a-z]+)\{([A-Za-z0-9_:.+-]+),/.exec(source);
  if (!head) throw new Error(`no entry: ${source.slice(0, 40)}`);
  let place = head[0].length;
  const fields: Record<string, string> = {};
  const space = (): void => { while (/\s/.test(source[place] ?? '')) place++; };
  for (;;) {
    space();
    if (source[place] === '}') break;
    const name = /^([a-z]+)\s*=\s*\{/.exec(source.slice(place));
    if (!name) throw new Error(`no field at ${place}: ${source.slice(place, place + 30)}`);
    if (name[1]! in fields) throw new Error(`${name[1]} comes twice`);
    place += name[0].length;
    const start = place;
    for (let depth = 1; ; place++) {
      const character = source[place];
      if (character === undefined) throw new Error('braces that do not match');
      if (character === '\\') { place++; continue; }
      if (character === '{') depth++;
      if (character === '}' && --depth === 0) break;
    }
    fields[name[1]!] = source.slice(start, place++);
    space();
    if (source[place] === ',') place++;
    else if (source[place] !== '}') throw new Error(`no comma at ${place}`);
  }
  if (source.slice(place + 1).trim() !== '') throw new Error('something after the entry');
  return { type: head[1]!, key: head[2]!, fields };
}

const COMMANDS: Record<string, string> = { textbackslash: '\\', textasciicircum: '^', textasciitilde: '~' };

/** TeX → text: commands and escaped signs are read, one pair of protecting braces is taken off; a bare special sign is refused. */
export function readTex(tex: string): string {
  const inner = /^\{([\s\S]*)\}$/.exec(tex)?.[1] ?? tex;
  let text = '';
  for (let place = 0; place < inner.length; ) {
    const command = /^\\(?:([a-z]+)\{\}|([{}$&#%_]))/.exec(inner.slice(place));
    if (command) {
      const read = command[1] === undefined ? command[2]! : COMMANDS[command[1]];
      if (read === undefined) throw new Error(`the command ${command[0]}`);
      text += read;
      place += command[0].length;
    } else if (/[\\{}$&#%_^~]/.test(inner[place]!)) throw new Error(`a bare ${inner[place]} in ${tex}`);
    else text += inner[place++];
  }
  return text;
}

/** Reads one RIS record → tag → value. Throws on a line that is none, a tag that comes twice, or a record without beginning or end. */
export function readRis(source: string): Map<string, string> {
  if (!source.endsWith('\r\n')) throw new Error('no line end at the end');
  const tags = new Map<string, string>();
  for (const line of source.slice(0, -2).split('\r\n')) {
    const match = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]*)$/.exec(line);
    if (!match) throw new Error(`no line of RIS: ${JSON.stringify(line)}`);
    if (tags.has(match[1]!)) throw new Error(`${match[1]} comes twice`);
    tags.set(match[1]!, match[2]!);
  }
  if ([...tags.keys()][0] !== 'TY' || [...tags.keys()].at(-1) !== 'ER') throw new Error('TY and ER are not first and last');
  return tags;
}
