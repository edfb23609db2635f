/**
 * Any two versions of a law: the choice is in the address (`?from=2012-05-01&to=2015-03-12`). Two neighbours have a page of their own;
 * for others the two texts are fetched from this site and compared here as the build compares neighbours.
 */
import { changesHtml, type ChangeWords } from '../versions/change-html.ts';
import { compareVersions } from '../versions/compare.ts';
import { provisionLines, type ProvisionLines } from '../versions/provision-lines.ts';

/** A page in a frame that says nothing for so long cannot be read. */
const PATIENCE = 10_000;

const form = document.querySelector<HTMLFormElement>('form.any-two');
if (form) anyTwo(form);

function anyTwo(form: HTMLFormElement): void {
  const [from, to] = [...form.querySelectorAll('select')] as [HTMLSelectElement, HTMLSelectElement];
  const main = document.getElementById('changes')!;
  const output = form.querySelector('output')!;
  const own = [from.value, to.value];
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go();
  });
  const address = new URL(location.href);
  const asked = ['from', 'to'].map((name) => address.searchParams.get(name));
  if (asked[0] !== null && asked[1] !== null && [from, to].every((select, index) => [...select.options].some(({ value }) => value === asked[index]))) {
    [from.value, to.value] = asked as [string, string];
    go();
  }

  function go(): void {
    // The older one first, whatever the order of the choice.
    if (from.selectedIndex > to.selectedIndex) [from.value, to.value] = [to.value, from.value];
    const neighbour = to.selectedOptions[0]!.dataset['changes'];
    if (to.selectedIndex - from.selectedIndex === 1 && neighbour !== undefined) {
      if (new URL(neighbour, location.href).pathname !== location.pathname) return location.assign(neighbour);
      if (from.value === own[0] && to.value === own[1] && !main.dataset['replaced']) return;
    }
    address.searchParams.set('from', from.value);
    address.searchParams.set('to', to.value);
    history.replaceState(null, '', address);
    show().catch(() => { output.value = form.dataset['failed']!; });
  }

  async function show(): Promise<void> {
    const pages = [from, to].map((select) => select.selectedOptions[0]!.dataset['text']!);
    output.value = '…';
    const [before, after] = (await Promise.all(pages.map(read))) as [ProvisionLines[], ProvisionLines[]];
    const comparison = compareVersions(before, after);
    main.innerHTML = changesHtml(comparison, JSON.parse(form.dataset['words']!) as ChangeWords, (eid, kind) => `${pages[kind === 'removed' ? 0 : 1]}${eid === '' ? '' : `#${eid}`}`);
    main.dataset['replaced'] = '1';
    for (const summary of document.querySelectorAll('[data-own]')) summary.remove();
    output.value = `${from.selectedOptions[0]!.text} → ${to.selectedOptions[0]!.text}`;
  }
}

async function read(address: string): Promise<ProvisionLines[]> {
  const page = new DOMParser().parseFromString(location.protocol === 'file:' ? await fromFrame(address) : await fromServer(address), 'text/html');
  const text = page.querySelector('article.text')!;
  // What the page says about the text is no part of it.
  for (const around of text.querySelectorAll(':scope > :is(h1, .lead, aside, nav, dl, details, form, .banner, .about, .ui), section:not(.footnotes)')) around.remove();
  return provisionLines(text.innerHTML);
}

async function fromServer(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return response.text();
}

/** The text of a page read from a file, as the page in a frame hands it over (versions.ts). */
async function fromFrame(address: string): Promise<string> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = address;
  try {
    return await new Promise<string>((done, failed) => {
      setTimeout(() => failed(new Error(`${address} cannot be read.`)), PATIENCE);
      addEventListener('message', ({ source, data }: MessageEvent<{ comityText?: string } | null>) => {
        if (source === frame.contentWindow && data?.comityText !== undefined) done(data.comityText);
      });
      document.body.append(frame);
    });
  } finally {
    frame.remove();
  }
}
