/** Tables of figures on standard output. */
export type Row = Record<string, string>;

export function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}\n`);
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!))).join(' | ')} |`;
  console.log(line(columns));
  console.log(line(widths.map((width) => '-'.repeat(width))));
  for (const row of rows) console.log(line(columns.map((column) => row[column]!)));
}

export function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

export function megabytes(value: number): string {
  return `${Math.round(value)} MB`;
}

export function ratio(ours: number, theirs: number | undefined): string {
  return theirs === undefined ? 'no peer' : `${(ours / theirs).toFixed(2)} ×`;
}
