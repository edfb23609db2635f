/** Links to provisions as people paste them → addresses below the site's root. */

/**
 * `https://library.example/en/laws/ke/act/2010/8/#sec_5` → `en/laws/ke/act/2010/8/#sec_5`; the page of an article leads to its
 * convention's text. Undefined for anything that is no provision of this site.
 *
 * @param base path of the site, with slashes at its ends
 */
export function provisionAddress(link: string, base: string, origin: string): string | undefined {
  const text = link.trim();
  let url: URL;
  try {
    url = new URL(/^[a-z]+:/i.test(text) ? text : text.startsWith('/') ? text : base + text, origin);
  } catch {
    return undefined;
  }
  if (url.origin !== origin || !url.pathname.startsWith(base)) return undefined;
  const path = url.pathname.slice(base.length).replace(/\/*$/, '/');
  if (!/^[a-z]{2,3}(?:-[A-Za-z]+)?\/laws\/.+/.test(path)) return undefined;
  if (url.hash.length > 1) return `${path}${url.hash}`;
  const article = /^(?<law>.+\/)(?<eid>[a-z]+_[^/]+)\/$/.exec(path);
  return article ? `${article.groups!['law']}#${article.groups!['eid']}` : undefined;
}

/** 2 for `<h2>`; undefined for what is no heading. */
export function headingLevel({ tagName }: Element): number | undefined {
  return /^H[1-6]$/.test(tagName) ? Number(tagName[1]) : undefined;
}
