/**
 * Enhances a coverage matrix, which is a whole table without a script: filters kept in the address, totals of what is shown, the arrow
 * keys from cell to cell with one stop for the tab key, and a line that says in words what is under the pointer or the focus.
 *
 * A filter hides whole groups or sets one class on the table, and the table has a fixed layout: that is what keeps it within a frame.
 */
const table = document.querySelector<HTMLTableElement>('table.matrix');
const form = document.querySelector<HTMLFormElement>('form[data-filter]');
if (table) {
  if (form) filters(table, form);
  keys(table);
}

function filters(matrix: HTMLTableElement, controls: HTMLFormElement): void {
  const region = controls.querySelector('select')!;
  const known = controls.querySelector<HTMLInputElement>('input[name=known]')!;
  const output = controls.querySelector('output')!;
  const groups = [...matrix.tBodies].map((body) => ({
    body,
    regions: body.dataset['region']!.split(' '),
    rows: body.rows.length - 1,
    knownRows: body.querySelectorAll('tr:not(.e, .g)').length,
    totals: undefined as Uint16Array | undefined,
  }));
  const foot = [...matrix.tFoot!.rows[0]!.cells].slice(2);
  const total = groups.reduce((sum, { rows }) => sum + rows, 0);
  const address = new URL(location.href);
  const wanted = address.searchParams.get('region');
  if (wanted !== null && [...region.options].some(({ value }) => value === wanted)) region.value = wanted;
  known.checked = address.searchParams.has('known');
  controls.hidden = false;
  controls.addEventListener('submit', (event) => event.preventDefault());
  controls.addEventListener('change', () => {
    apply();
    if (region.value === '') address.searchParams.delete('region');
    else address.searchParams.set('region', region.value);
    if (known.checked) address.searchParams.set('known', '1');
    else address.searchParams.delete('known');
    history.replaceState(null, '', address);
  });
  if (region.value !== '' || known.checked) apply();
  if (location.hash.startsWith('#state-')) document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'center' });

  function apply(): void {
    matrix.classList.toggle('known', known.checked);
    const sums = new Uint16Array(foot.length);
    let shown = 0;
    for (const group of groups) {
      const passes = region.value === '' || group.regions.includes(region.value);
      const rows = known.checked ? group.knownRows : group.rows;
      const hidden = !passes || rows === 0;
      if (group.body.hidden !== hidden) group.body.hidden = hidden;
      if (!passes) continue;
      shown += rows;
      group.totals ??= totalsOf(group.body, foot.length);
      for (let index = 0; index < sums.length; index++) sums[index]! += group.totals[index]!;
    }
    foot.forEach((cell, index) => { cell.textContent = sums[index] ? String(sums[index]) : ''; });
    output.value = shown === total ? '' : controls.dataset['shown']!.replace('{n}', String(shown)).replace('{total}', String(total));
  }
}

/** Cells of a group that count, by column: those with a link, unless it says "looked for and not found". */
function totalsOf(body: HTMLTableSectionElement, width: number): Uint16Array {
  const totals = new Uint16Array(width);
  for (const link of body.querySelectorAll<HTMLAnchorElement>('td:not(.x) > a')) totals[(link.parentElement as HTMLTableCellElement).cellIndex - 2]!++;
  return totals;
}

function keys(matrix: HTMLTableElement): void {
  const said = document.getElementById('said')!;
  const heads = [...matrix.tHead!.rows[0]!.cells];
  said.hidden = false;
  // One stop for the tab key: where the reader was last, at first the first cell that leads somewhere.
  const links = matrix.querySelectorAll<HTMLAnchorElement>('tbody td > a');
  for (const link of links) link.tabIndex = -1;
  let stop: HTMLElement | undefined = links[0];
  if (stop) stop.tabIndex = 0;

  matrix.addEventListener('focusin', ({ target }) => {
    const cell = (target as HTMLElement).closest('td');
    if (!cell || !matrix.tBodies.length) return;
    if (stop && stop !== target) stop.tabIndex = -1;
    stop = target as HTMLElement;
    stop.tabIndex = 0;
    say(cell);
  });
  matrix.addEventListener('pointerover', ({ target }) => {
    const cell = (target as HTMLElement).closest('td');
    if (cell?.closest('tbody')) say(cell);
  });
  matrix.addEventListener('keydown', (event) => {
    const from = (event.target as HTMLElement).closest<HTMLTableCellElement>('td, th');
    if (!from || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = neighbour(from, event.key);
    if (!to) return;
    event.preventDefault();
    const target = to.querySelector('a') ?? to;
    if (target === to) to.tabIndex = -1;
    target.focus({ preventScroll: true });
    reveal(to);
  });

  /** The next cell in the direction of a key; rows that are hidden or head a group are stepped over. */
  function neighbour(cell: HTMLTableCellElement, key: string): HTMLTableCellElement | undefined {
    const row = cell.parentElement as HTMLTableRowElement;
    const forward = matrix.matches(':dir(rtl)') ? 'ArrowLeft' : 'ArrowRight';
    if (key === 'ArrowLeft' || key === 'ArrowRight') return row.cells[cell.cellIndex + (key === forward ? 1 : -1)];
    if (key === 'Home') return row.cells[0];
    if (key === 'End') return row.cells[row.cells.length - 1];
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
    const step = key === 'ArrowDown' ? 1 : -1;
    const rows = matrix.rows;
    for (let index = row.rowIndex + step; index >= 0 && index < rows.length; index += step) {
      const next = rows[index]!;
      if (next.offsetParent !== null && !next.classList.contains('g')) return next.cells[cell.cellIndex];
    }
    return undefined;
  }

  /** Sticky heads cover a cell that merely touches the edge. */
  function reveal(cell: HTMLTableCellElement): void {
    const box = matrix.parentElement!;
    const [outer, inner] = [box.getBoundingClientRect(), cell.getBoundingClientRect()];
    const head = matrix.tHead!.getBoundingClientRect().height;
    const foot = matrix.tFoot!.getBoundingClientRect().height;
    const side = cell.cellIndex === 0 ? 0 : heads[0]!.getBoundingClientRect().width;
    const rtl = matrix.matches(':dir(rtl)');
    const [left, right] = [outer.left + (rtl ? 0 : side), outer.right - (rtl ? side : 0)];
    const x = inner.left < left ? inner.left - left : inner.right > right ? inner.right - right : 0;
    const y = inner.top < outer.top + head ? inner.top - outer.top - head : inner.bottom > outer.bottom - foot ? inner.bottom - outer.bottom + foot : 0;
    if (x !== 0 || y !== 0) box.scrollBy({ left: x, top: y, behavior: 'instant' });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }

  function say(cell: HTMLTableCellElement): void {
    const row = cell.parentElement as HTMLTableRowElement;
    const head = heads[cell.cellIndex];
    if (!head) return;
    said.textContent = `${row.cells[0]!.textContent} · ${head.abbr || head.textContent}: ${[...cell.childNodes].map(({ textContent }) => textContent).join(' · ') || said.dataset['none']}`;
  }
}
