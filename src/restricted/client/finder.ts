/** Brings the finder to life: rows that do not fit are hidden, and the choice stands in the address after the hash, which no server sees. */
import { say } from './said.ts';

const form = document.querySelector<HTMLFormElement>('#finder')!;
const rows = [...document.querySelectorAll<HTMLTableRowElement>(`#${form.dataset['table']} tbody tr`)];
const output = form.querySelector('output')!;
const query = form.elements.namedItem('q') as HTMLInputElement;
const selects = [...form.querySelectorAll('select')];
/** Record → all its words, fetched when somebody searches. */
let texts: Record<string, string> | undefined;

const wanted = new URLSearchParams(location.hash.slice(1));
for (const select of selects) if ([...select.options].some(({ value }) => value === wanted.get(select.name))) select.value = wanted.get(select.name)!;
query.value = wanted.get('q') ?? '';
form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => void apply());
document.addEventListener('clock', () => void apply());
void apply();

async function apply(): Promise<void> {
  const words = fold(query.value).split(' ').filter((word) => word !== '');
  if (words.length > 0) texts ??= (await (await fetch('search.json')).json()) as Record<string, string>;
  const asked = selects.filter(({ value }) => value !== '');
  let left = 0;
  for (const row of rows) {
    const fits = asked.every(({ name, value }) => (name === 'open' ? row.querySelector<HTMLElement>('.clock')?.dataset['open'] === value : (row.dataset[name] ?? '').split(' ').includes(value)));
    const text = texts?.[row.dataset['id']!] ?? '';
    row.hidden = !fits || !words.every((word) => text.includes(word));
    if (!row.hidden) left++;
  }
  output.value = say('count', { n: left, total: rows.length });
  const state = new URLSearchParams(asked.map(({ name, value }) => [name, value]));
  if (words.length > 0) state.set('q', query.value);
  history.replaceState(null, '', state.size === 0 ? location.pathname : `#${state}`);
}

/** As the index was folded: no capitals, no diacritics; numbers are found without their spaces too. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
