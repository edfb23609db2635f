/** The outline follows the reader: the provision being read is marked in it. Without this script the outline is a list of links. */
const links = new Map<string, HTMLAnchorElement>();
for (const link of document.querySelectorAll<HTMLAnchorElement>('.outline details:not(.terms) a[href^="#"]')) links.set(decodeURIComponent(link.hash.slice(1)), link);

let current: HTMLAnchorElement | undefined;

/** The last heading above a third of the window is the one being read. */
function mark(): void {
  let reading: HTMLAnchorElement | undefined;
  for (const heading of headings) {
    if (heading.getBoundingClientRect().top > innerHeight / 3) break;
    reading = links.get(heading.id) ?? reading;
  }
  if (reading === current) return;
  current?.removeAttribute('aria-current');
  reading?.setAttribute('aria-current', 'true');
  current = reading;
  // The outline scrolls by itself; the page must not.
  const list = reading?.closest<HTMLElement>('.outline');
  if (reading && list && list.scrollHeight > list.clientHeight) {
    const top = reading.offsetTop - list.offsetTop;
    if (top < list.scrollTop || top > list.scrollTop + list.clientHeight - 40) list.scrollTop = top - list.clientHeight / 3;
  }
}

const headings = [...document.querySelectorAll<HTMLElement>('.text :is(h2, h3, h4, h5, h6)[id]')].filter(({ id }) => links.has(id));
if (headings.length > 1) {
  let waiting = false;
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}
