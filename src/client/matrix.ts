/**
 * Enhances a coverage matrix, which is a whole table without a script: filters kept in the address, totals of what is shown, the arrow
 * keys from cell to cell with one stop for the tab key, and a line that says in words what is under the pointer or the focus.
 *
 * Answering a filter within a frame: only groups of States, the table's class and totals that differ are touched. The stylesheet hides
 * groups and rows by skipping their contents, which keeps their layout for the time they are shown again.
 */
/** Least height of a row in pixels: how many fill the box. */
const ROW = 26;

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
    hidden: false,
    totals: undefined as Uint16Array | undefined,
  }));
  // A text that is there already is changed in place: a new one would make the cell's boxes anew.
  const foot = [...matrix.tFoot!.rows[0]!.cells].slice(2).map((cell) => (cell.firstChild ?? cell.appendChild(new Text())) as Text);
  const box = matrix.parentElement!;
  const said = output.appendChild(new Text());
  let pending = 0;
  // Asked for once a size changes: asking while a filter is answered would cost a layout.
  let atOnce = 36;
  new ResizeObserver(([entry]) => { atOnce = entry!.contentRect.height / ROW; }).observe(box);
  // The choice itself leaves the page to be laid out: asking where the box stands while answering would lay it out once more.
  let scrolled = box.scrollTop > 0;
  box.addEventListener('scroll', () => { scrolled = true; }, { passive: true });
  let written: ReturnType<typeof setTimeout> | undefined;
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
    // Chromium takes longer over a change of the address than over the filter itself: after the frame is soon enough.
    clearTimeout(written);
    written = setTimeout(() => history.replaceState(null, '', address), 60);
  });
  if (region.value !== '' || known.checked) apply();
  // Totals are counted while nobody waits, so that the first filter has them.
  setTimeout(() => { for (const group of groups) group.totals ??= totalsOf(group.body, foot.length); }, 300);
  if (location.hash.startsWith('#state-')) document.getElementById(location.hash.slice(1))?.scrollIntoView({ block: 'center' });

  function apply(): void {
    const asked = region.value;
    const onlyKnown = known.checked;
    const sums = new Uint16Array(foot.length);
    const later: (() => void)[] = [];
    let shown = 0;
    matrix.classList.toggle('known', onlyKnown);
    for (const group of groups) {
      const rows = onlyKnown ? group.knownRows : group.rows;
      const hidden = rows === 0 || (asked !== '' && !group.regions.includes(asked));
      if (!hidden && group.hidden && shown > 0.7 * atOnce) later.push(() => (group.body.hidden = group.hidden = false));
      else if (hidden !== group.hidden) group.body.hidden = group.hidden = hidden;
      if (hidden) continue;
      shown += rows;
      const totals = (group.totals ??= totalsOf(group.body, foot.length));
      for (let index = 0; index < sums.length; index++) sums[index]! += totals[index]!;
    }
    foot.forEach((text, index) => say(text, sums[index] ? String(sums[index]) : ''));
    say(said, shown === total ? '' : controls.dataset['shown']!.replace('{n}', String(shown)).replace('{total}', String(total)));
    if (scrolled) box.scrollTop = 0;
    scrolled = false;
    cancelAnimationFrame(pending);
    const step = (): void => {
      later.shift()?.();
      if (later.length > 0) pending = requestAnimationFrame(step);
    };
    if (later.length > 0) pending = requestAnimationFrame(() => { pending = requestAnimationFrame(step); });
  }
}

function say(text: Text, words: string): void {
  if (text.data !== words) text.data = words;
}

/** Cells of a group that count, by column: those with a link, unless it says "looked for and not found". */
function totalsOf(body: HTMLTableSectionElement, width: number): Uint16Array {
  const totals = new Uint16Array(width);
  for (const row of body.rows) {
    let column = -2;
    for (const cell of row.cells) {
      if (column >= 0 && cell.firstElementChild?.localName === 'a' && !cell.classList.contains('x')) totals[column]!++;
      column += cell.colSpan;
    }
  }
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

  /** Column of the focus: an empty cell may stand for several. */
  let column = 0;

  matrix.addEventListener('focusin', ({ target }) => {
    const cell = (target as HTMLElement).closest<HTMLTableCellElement>('td, th');
    if (!cell?.closest('tbody')) return;
    if (cell.localName === 'td') {
      if (stop && stop !== target) stop.tabIndex = -1;
      stop = target as HTMLElement;
      stop.tabIndex = 0;
    }
    const first = startOf(cell);
    if (column < first || column >= first + cell.colSpan) column = first;
    say(cell, column);
  });
  matrix.addEventListener('pointermove', ({ target, clientX }) => {
    const cell = (target as HTMLElement).closest('td');
    if (!cell?.closest('tbody')) return;
    const { left, right, width } = cell.getBoundingClientRect();
    say(cell, startOf(cell) + Math.min(cell.colSpan - 1, Math.floor(((isRtl() ? right - clientX : clientX - left) / width) * cell.colSpan)));
  });
  matrix.addEventListener('keydown', (event) => {
    const from = (event.target as HTMLElement).closest<HTMLTableCellElement>('td, th');
    if (!from || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = neighbour(from, event.key);
    if (!to) return;
    event.preventDefault();
    const target = to.querySelector('a') ?? to;
    if (target === to) {
      to.tabIndex = -1;
      to.setAttribute('aria-label', said.dataset['none']!);
    }
    target.focus({ preventScroll: true });
    reveal(to);
  });

  /** The next cell in the direction of a key; rows that are hidden or head a group are stepped over. */
  function neighbour(cell: HTMLTableCellElement, key: string): HTMLTableCellElement | undefined {
    const row = cell.parentElement as HTMLTableRowElement;
    const along = { ArrowLeft: isRtl() ? 1 : -1, ArrowRight: isRtl() ? -1 : 1 }[key];
    if (along !== undefined) return to(row.cells[cell.cellIndex + along]);
    if (key === 'Home') return to(row.cells[0]);
    if (key === 'End') return to(row.cells[row.cells.length - 1]);
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
    const step = key === 'ArrowDown' ? 1 : -1;
    for (let index = row.rowIndex + step; index >= 0 && index < matrix.rows.length; index += step) {
      const next = matrix.rows[index]!;
      if (isHidden(next) || next.classList.contains('g')) continue;
      let first = 0;
      for (const candidate of next.cells) {
        first += candidate.colSpan;
        if (first > column) return candidate;
      }
    }
    return undefined;

    function to(found: HTMLTableCellElement | undefined): HTMLTableCellElement | undefined {
      if (found) column = startOf(found);
      return found;
    }
  }

  /** Asked of what hides it: a group whose contents are skipped has boxes all the same. */
  function isHidden(row: HTMLTableRowElement): boolean {
    return row.parentElement!.hasAttribute('hidden') || (matrix.classList.contains('known') && row.classList.contains('e'));
  }

  function isRtl(): boolean {
    return document.dir === 'rtl';
  }

  function startOf(cell: HTMLTableCellElement): number {
    let first = 0;
    for (let before = cell.previousElementSibling; before; before = before.previousElementSibling) first += (before as HTMLTableCellElement).colSpan;
    return first;
  }

  /** Brings a cell out from under the heads, which stay in place when the box scrolls. */
  function reveal(cell: HTMLTableCellElement): void {
    const box = matrix.parentElement!;
    const [outer, inner] = [box.getBoundingClientRect(), cell.getBoundingClientRect()];
    const head = matrix.tHead!.rows[0]!.cells[0]!.getBoundingClientRect();
    const foot = matrix.tFoot!.rows[0]!.cells[0]!.getBoundingClientRect().height;
    const [left, right] = isRtl() ? [outer.left, outer.right - head.width] : [outer.left + head.width, outer.right];
    const sideways = startOf(cell) === 0 || inner.width > right - left ? 0 : inner.left < left ? inner.left - left : Math.max(0, inner.right - right);
    const down = inner.top < outer.top + head.height ? inner.top - outer.top - head.height : Math.max(0, inner.bottom - outer.bottom + foot);
    box.scrollBy({ left: sideways, top: down, behavior: 'instant' });
    box.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  function say(cell: HTMLTableCellElement, at: number): void {
    const head = heads[at];
    if (!head || at === 0) return;
    const row = cell.parentElement as HTMLTableRowElement;
    const words = [...cell.childNodes].map((part) => (part instanceof Element ? part.ariaLabel : null) ?? part.textContent).join(' · ');
    const text = `${row.cells[0]!.textContent} · ${head.abbr || head.textContent}: ${words || said.dataset['none']}`;
    if (said.textContent !== text) said.textContent = text;
  }
}
