/** Pages and styles for reading from files: every address within the site becomes relative and names its file. */

/** An attribute whose value is an address within the site, or JSON or text that only looks like one: the latter is told apart by its name. */
const ATTRIBUTE = /(\s(?:href|src|action|poster|data-[a-z-]+)=")(\/[^"]*)"/g;
const SRCSET = /(\ssrcset=")([^"]*)"/g;

/**
 * An address within the site as seen from a file.
 *
 * @param address absolute path, with base, query and fragment: `/library/en/laws/#x`
 * @param from path of the file that has it: `en/states/index.html`
 * @param base `/library/`
 * @returns `../laws/index.html#x`; the address as it is where it leads out of the site
 */
export function fileAddress(address: string, from: string, base: string): string {
  if (!address.startsWith(base)) return address === base.slice(0, -1) ? fileAddress(base, from, base) : address;
  const [, path, tail] = /^([^?#]*)(.*)$/s.exec(address.slice(base.length)) as unknown as [string, string, string];
  const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  const [here, there] = [from.split('/').slice(0, -1), target.split('/')];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return `${'../'.repeat(here.length - shared)}${there.slice(shared).join('/')}${tail}`;
}

/**
 * A page for reading from files.
 *
 * @param from path of the page: `en/index.html`
 */
export function filePage(html: string, from: string, base: string): string {
  return html
    .replace(ATTRIBUTE, (_, before: string, address: string) => `${before}${fileAddress(address, from, base)}"`)
    .replace(/(<meta http-equiv="refresh" content="0; url=)(\/[^"]*)"/g, (_, before: string, address: string) => `${before}${fileAddress(address, from, base)}"`)
    .replace(SRCSET, (_, before: string, list: string) => `${before}${list.replace(/(^|,\s*)(\/\S+)/g, (__, gap: string, address: string) => gap + fileAddress(address, from, base))}"`)
    .replace(/<script\b[^>]*type="module"[^>]*>/g, (tag) => tag.replace('type="module"', 'defer'))
    .replace(/<(?:script|link)\b[^>]*>/g, (tag) => tag.replace(/\s(?:crossorigin(?:="[^"]*")?|integrity="[^"]*")/g, ''))
    // The search page's script makes addresses itself.
    .replace(/(<script\b[^>]*id="(?:search|offline|binder)-words"[^>]*>)(.*?)(<\/script>)/s, (_, open: string, words: string, close: string) => open + fileWords(words, from) + close);
}

function fileWords(text: string, from: string): string {
  const words = JSON.parse(text) as Record<string, unknown>;
  const up = '../'.repeat(from.split('/').length - 1);
  words['root'] = up;
  if ('file' in words) words['file'] = 'index.html';
  if ('index' in words) Object.assign(words, { index: `${up}search-index/`, file: 'index.html' });
  return JSON.stringify(words).replace(/</g, '\\u003c');
}

/** A style sheet for reading from files. */
export function fileStyles(css: string, from: string, base: string): string {
  return css.replace(/url\((["']?)(\/[^"')]+)\1\)/g, (_, quote: string, address: string) => `url(${quote}${fileAddress(address, from, base)}${quote})`);
}
