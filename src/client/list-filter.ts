/**
 * Narrows a list by several facets at once. The choice is in the address, so that it can be shared; a list of several pages is fetched
 * in whole when a filter is first used, and not before.
 */
export {};

const form = document.querySelector<HTMLFormElement>('form[data-list]');
if (form) narrow(form);

interface Row {
  item: HTMLElement;
  values: string[][];
}

function narrow(form: HTMLFormElement): void {
  const list = document.querySelector<HTMLUListElement>('ul.rows')!;
  const output = form.querySelector('output')!;
  const active = form.querySelector('[data-active]')!;
  const selects = [...form.querySelectorAll('select')];
  const pages = Number(form.dataset['pages']);
  const address = new URL(location.href);
  let rows = rowsOf(list);
  let whole = pages === 1;
  for (const select of selects) {
    const wanted = address.searchParams.get(select.name);
    if (wanted !== null && [...select.options].some(({ value }) => value === wanted)) select.value = wanted;
  }
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    for (const { name, value } of selects) {
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    history.replaceState(null, '', address);
    void apply();
  });
  void apply();

  async function apply(): Promise<void> {
    const asked = selects.map(({ value }, index) => ({ value, index })).filter(({ value }) => value !== '');
    active.textContent = asked.length === 0 ? '' : `(${asked.length})`;
    if (asked.length > 0 && !whole) {
      output.value = '…';
      try {
        await readAll();
      } catch {
        // The pages that could not be read stay a click away; what is here is filtered, and counted as what it is.
      }
    }
    let shown = 0;
    for (const { item, values } of rows) {
      item.hidden = !asked.every(({ value, index }) => values[index]!.includes(value));
      if (!item.hidden) shown++;
    }
    output.value = asked.length === 0 ? '' : form.dataset['shown']!.replace('{n}', String(shown)).replace('{total}', String(rows.length));
    document.querySelector<HTMLElement>('nav.pager')?.toggleAttribute('hidden', whole && pages > 1);
  }

  /** All pages in their order, four at a time. */
  async function readAll(): Promise<void> {
    const base = form.dataset['base']!;
    const addresses = Array.from({ length: pages }, (_, index) => (index === 0 ? base : `${base}${index + 1}/`));
    const parts: Element[][] = [];
    const waiting = addresses.map((_, index) => index);
    const read = async (): Promise<void> => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        const response = await fetch(addresses[index]!);
        if (!response.ok) throw new Error(response.statusText);
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        parts[index] = [...page.querySelectorAll('ul.rows > li')];
      }
    };
    await Promise.all([read(), read(), read(), read()]);
    list.replaceChildren(...parts.flat());
    rows = rowsOf(list);
    whole = true;
  }
}

function rowsOf(list: HTMLUListElement): Row[] {
  return [...list.children].map((item) => ({ item: item as HTMLElement, values: ((item as HTMLElement).dataset['f'] ?? '').split('|').map((tokens) => tokens.split(' ')) }));
}
