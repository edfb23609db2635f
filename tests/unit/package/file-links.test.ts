import { describe, expect, it } from 'vitest';
import { fileAddress, filePage, fileStyles } from '../../../scripts/package/file-links.ts';

describe('a page read from a stick', () => {
  it('leads to the files that its addresses name on a server', () => {
    expect(fileAddress('/library/en/laws/ke/act/2010/8/#sec_5', 'en/states/ke/index.html', '/library/')).toBe('../../laws/ke/act/2010/8/index.html#sec_5');
    expect(fileAddress('/library/', 'en/index.html', '/library/')).toBe('../index.html');
    expect(fileAddress('/library/en/search/?q=x', 'en/index.html', '/library/')).toBe('search/index.html?q=x');
    expect(fileAddress('/en/', 'index.html', '/')).toBe('en/index.html');
    expect(fileAddress('/assets/x.css', '404.html', '/')).toBe('assets/x.css');
    expect(fileAddress('/en/states/ke/', 'en/states/ke/index.html', '/')).toBe('index.html');
  });

  it('keeps addresses that lead out of the library', () => {
    expect(fileAddress('/other/', 'en/index.html', '/library/')).toBe('/other/');
    expect(filePage('<a href="https://www.unodc.org/x">x</a>', 'en/index.html', '/')).toBe('<a href="https://www.unodc.org/x">x</a>');
  });

  it('has classic scripts and no request with credentials, which browsers refuse for files', () => {
    expect(filePage('<script type="module" src="/assets/a.js" crossorigin></script>', 'en/index.html', '/')).toBe('<script defer src="../assets/a.js"></script>');
  });

  it('tells the search where the index and the pages are', () => {
    const page = filePage('<script type="application/json" id="search-words">{"root":"/library/","index":"/library/search-index/"}</script>', 'en/search/index.html', '/library/');
    expect(JSON.parse(/>(.*)<\/script>/.exec(page)![1]!)).toEqual({ root: '../../', index: '../../search-index/', file: 'index.html' });
  });

  it('finds its fonts', () => {
    expect(fileStyles('@font-face{src:url(/library/assets/f.woff2)}', 'assets/a.css', '/library/')).toBe('@font-face{src:url(f.woff2)}');
  });
});
