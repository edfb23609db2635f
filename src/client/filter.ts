/**
 * Puts the filters above tables to work: rows without the chosen token are hidden, the choice goes into the address so that it can be
 * shared, and the form says how many States are left. Rows of one State are a `<tbody>`; its head moves to the first row left.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filter]')) enhance(form);

function enhance(form: HTMLFormElement): void {
  const table = document.getElementById(form.dataset['filter']!);
  if (!(table instanceof HTMLTableElement)) return;
  const bodies = [...table.tBodies];
  const states = bodies.filter((body) => body.id !== '');
  const heads = new Map(states.map((body) => [body, body.querySelector<HTMLTableCellElement>('th[rowspan]')]));
  const output = form.querySelector('output')!;
  const selects = [...form.querySelectorAll('select')];
  const address = new URL(location.href);
  for (const select of selects) {
    const wanted = address.searchParams.get(select.name);
    if (wanted !== null && [...select.options].some(({ value }) => value === wanted)) select.value = wanted;
  }
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => {
    apply();
    for (const { name, value } of selects) {
      if (value === '') address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    setTimeout(() => history.replaceState(null, '', address)); // after the frame
  });
  apply();
  // A State hidden by a filter in the address would be a dead end for a link to it.
  const target = location.hash === '' ? null : document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target !== null && table.contains(target)) target.scrollIntoView();

  function apply(): void {
    let shown = 0;
    const asked = selects.filter(({ value }) => value !== '');
    for (const body of states) {
      const left = [...body.rows].filter((row) => {
        row.hidden = !asked.every((select) => passes(select, body.dataset[select.name] ?? row.dataset[select.name] ?? ''));
        return !row.hidden;
      });
      body.hidden = left.length === 0;
      const head = heads.get(body);
      if (head && left.length > 0) {
        head.rowSpan = left.length;
        left[0]!.prepend(head);
      }
      if (left.length > 0) shown++;
    }
    let group: HTMLTableSectionElement | undefined;
    for (const body of bodies) {
      if (body.id === '') {
        group = body;
        body.hidden = true;
      } else if (!body.hidden && group) group.hidden = false;
    }
    output.value = asked.length === 0 ? '' : (form.dataset['shown'] ?? '{n}').replace('{n}', String(shown)).replace('{total}', String(states.length));
  }
}

function passes({ value, dataset }: HTMLSelectElement, tokens: string): boolean {
  return dataset['test'] === 'least' ? tokens !== '' && tokens >= value : tokens.split(' ').includes(value);
}
