/**
 * What a program can see of a PDF's structure without a validator: the checks of PDF/UA-1 (ISO 14289-1) that can be counted.
 * No independent validator (veraPDF, PAC) was run; Typst's own checks and these are what stands behind the files.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
type Dictionary = Record<string, Value>;

/** Finds what is wrong with a PDF; an empty list is a good one. Needs qpdf. */
export function findings(pdf: Buffer): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'comity-structure-'));
  const file = join(folder, 'x.pdf');
  writeFileSync(file, pdf);
  const { stdout, stderr } = spawnSync('qpdf', ['--json=2', '--json-stream-data=inline', '--decode-level=generalized', file], { encoding: 'utf8', maxBuffer: 1 << 30 });
  rmSync(folder, { recursive: true });
  if (stdout === '') throw new Error(`qpdf could not read the file: ${stderr}`);
  const objects = (JSON.parse(stdout) as { qpdf: [unknown, Record<string, { value?: Value; stream?: { dict: Dictionary; data?: string } }>] }).qpdf[1];
  const resolve = (value: Value | undefined): Value | undefined => {
    const named = typeof value === 'string' && /^\d+ \d+ R$/.test(value) ? objects[`obj:${value}`] : undefined;
    return named ? (named.value ?? named.stream?.dict) : value;
  };
  const at = (value: Value | undefined, key: string): Value | undefined => resolve((resolve(value) as Dictionary | undefined)?.[key]);
  const list = (value: Value | undefined): Value[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
  const text = (reference: Value | undefined): string => Buffer.from(objects[`obj:${String(reference)}`]?.stream?.data ?? '', 'base64').toString('latin1');
  const found: string[] = [];
  const check = (good: boolean, words: string): void => void (good || found.push(words));

  const root = resolve(objects['trailer']!.value as Value) as Dictionary;
  const catalog = resolve(root['/Root'])!;
  check(typeof at(catalog, '/Lang') === 'string', 'no language');
  check(at(at(catalog, '/MarkInfo'), '/Marked') === true, 'not marked as tagged');
  check(at(at(catalog, '/ViewerPreferences'), '/DisplayDocTitle') === true, 'readers show the name of the file in place of the title');
  check(at(catalog, '/StructTreeRoot') !== undefined, 'no structure');
  const xmp = text((catalog as Dictionary)['/Metadata']);
  check(/pdfuaid:part[>="]+1/.test(xmp), 'its metadata do not say PDF/UA-1');
  check(/<dc:title>/.test(xmp), 'no title in its metadata');

  for (const { value } of Object.values(objects)) {
    const tag = at(value, '/S');
    if (typeof tag !== 'string' || at(value, '/P') === undefined || (at(value, '/K') === undefined && at(value, '/Type') !== '/StructElem')) continue;
    if (tag === '/Figure') check(at(value, '/Alt') !== undefined, 'a figure without alternative text');
    if (tag === '/Note') check(at(value, '/ID') !== undefined, 'a note without an id');
    if (tag === '/TH') check(list(at(value, '/A')).some((attribute) => at(attribute, '/Scope') !== undefined), 'a head cell without a scope');
  }
  for (const { value } of Object.values(objects)) {
    if (at(value, '/Type') !== '/Page') continue;
    const annotations = list(at(value, '/Annots'));
    check(annotations.length === 0 || at(value, '/Tabs') === '/S', 'a page whose tab order is not that of its structure');
    for (const annotation of annotations) {
      if (at(annotation, '/Subtype') !== '/Link') continue;
      check(at(annotation, '/Contents') !== undefined, 'a link without words');
      check(at(annotation, '/StructParent') !== undefined, 'a link outside of the structure');
    }
    const contents = (resolve(value as Value) as Dictionary)['/Contents'];
    check(unmarked(list(contents).map(text).join('\n')) === 0, 'something painted outside of the structure');
  }
  return [...new Set(found)];
}

/** Operators that paint outside of marked content. */
function unmarked(stream: string): number {
  const operators = stream.replace(/\((?:\\[^]|[^\\()])*\)/g, '()').replace(/<[0-9A-Fa-f\s]*>/g, '<>').match(/\b(?:BDC|BMC|EMC|Tj|TJ|Do|f|S)\b/g) ?? [];
  let [depth, count] = [0, 0];
  for (const operator of operators) {
    if (operator === 'BDC' || operator === 'BMC') depth++;
    else if (operator === 'EMC') depth--;
    else if (depth === 0) count++;
  }
  return count;
}
