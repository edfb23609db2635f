/** The text as at a day: `?at=2012-05-01` on any page of a law leads to the version of that day, which says so. */
import { formatDate } from '../domain/date.ts';
import { versionAsAt } from '../versions/as-at.ts';

// In a library read from files one page may not read another: a comparison opens this page in a frame and is handed its text.
if (location.protocol === 'file:' && parent !== window) parent.postMessage({ comityText: document.querySelector('article.text')?.outerHTML ?? '' }, '*');

const form = document.querySelector<HTMLFormElement>('form.as-at');
if (form) asAt(form);

function asAt(form: HTMLFormElement): void {
  const versions = [...document.querySelectorAll<HTMLElement>('.timeline [data-version]')]
    .map((item) => ({ date: item.dataset['version']!, link: item.querySelector('a')! }))
    .filter(({ date }) => date !== '')
    .reverse();
  const input = form.querySelector('input')!;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show(input.value);
  });
  const asked = new URL(location.href).searchParams.get('at');
  if (asked !== null && /^\d{4}(?:-\d\d){0,2}$/.test(asked)) show(asked);

  function show(day: string): void {
    const place = versionAsAt(versions.map(({ date }) => date), day);
    const { date, link } = versions[Math.max(place, 0)]!;
    const address = new URL(link.href);
    address.searchParams.set('at', day);
    address.hash = location.hash;
    if (address.pathname !== location.pathname) return location.replace(address);
    history.replaceState(null, '', address);
    if (day.length === 10) input.value = day;
    const language = document.documentElement.lang;
    const words = form.dataset[place === -1 ? 'before' : 'shown']!;
    form.querySelector('output')!.value = words.replace('{date}', formatDate(day, language)).replace('{version}', formatDate(date, language));
  }
}
