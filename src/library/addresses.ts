/** What was published must answer: the ledger and the redirects of a content folder against what is there. */
import { addressOfFile, type Address } from '../domain/address.ts';
import { flaw, hasErrors, type Flaw } from '../flaws/flaw.ts';
import { readYaml } from '../schema/parse.ts';
import { readText, type SourceFile } from './disk.ts';
import type { Entry } from './entry.ts';
import { enter, LEDGER, publishedNow, readLedger, vanished, type Ledger } from './ledger.ts';
import type { Library } from './library.ts';
import { REDIRECTS, redirectFlaws } from './redirects.ts';

/**
 * Flaws of addresses.
 *
 * @param files all files of the folder
 * @param library the library, or the part of it that was read
 * @param eidsOf eIds of a text
 * @param asked paths asked about; all unless given
 * @param notices whether to say what is new, too
 */
export function addressFlaws(root: string, files: readonly SourceFile[], library: Library, eidsOf: (entry: Entry<unknown>) => ReadonlySet<string>, asked?: (path: string) => boolean, notices = false): Flaw[] {
  const flaws: Flaw[] = [];
  const ledgerFile = files.find(({ path }) => path === LEDGER);
  if (ledgerFile) {
    const { text, flaws: wrong } = readText(root, ledgerFile);
    flaws.push(...wrong);
    if (text !== undefined && !hasErrors(wrong)) {
      const concerned = asked && !asked(LEDGER) ? addressesAsked(files, asked) : undefined;
      const { ledger, flaws: malformed } = readLedger(text, ledgerFile.shown, concerned);
      flaws.push(...malformed, ...vanished(ledger, ledgerFile.shown, files, library, eidsOf, asked === undefined));
      if (notices && asked === undefined) flaws.push(...notEntered(ledger, publishedNow(files, library, eidsOf), ledgerFile.shown));
    }
  }
  const redirectFile = files.find(({ path }) => path === REDIRECTS);
  if (redirectFile && library.redirects.length > 0 && (asked === undefined || asked(REDIRECTS))) {
    const { answers, known } = answering(files, library, eidsOf);
    const { placeOf } = readYaml(readText(root, redirectFile).text!, redirectFile.shown, 1);
    flaws.push(...redirectFlaws(library, (index, key) => placeOf([index, key]), answers, known));
  }
  return flaws;
}

/** One notice for all that is new. */
function notEntered(ledger: Ledger, now: Ledger, shown: string): Flaw[] {
  const first = [...now.keys()].sort().find((path) => !ledger.has(path));
  const added = enter(ledger, now);
  return added === 0 ? [] : [flaw('AddressNotEntered', shown, `${added} new ${added === 1 ? 'address' : 'addresses'}${first === undefined ? '' : `, \`${first}\` the first`}`, 'every address that is published')];
}

/** True for addresses of records asked about, and of those that would be among them if they were still there. */
function addressesAsked(files: readonly SourceFile[], asked: (path: string) => boolean): (path: string) => boolean {
  const known = new Set(files.filter(({ path }) => asked(path)).map(({ path }) => addressOfFile(path)?.path));
  return (path) => known.has(path) || asked(`${path}/eng.md`) || asked(`${path}.md`);
}

/** Whether an address answers: a file for its record or expression, and of a law that was read a heading for its provision. */
function answering(files: readonly SourceFile[], library: Library, eidsOf: (entry: Entry<unknown>) => ReadonlySet<string>): { answers: (address: Address) => boolean; known: () => Iterable<string> } {
  const there = new Map<string, Set<string>>();
  for (const { path } of files) {
    const address = addressOfFile(path);
    if (!address) continue;
    const expressions = there.get(address.path) ?? new Set<string>();
    if (address.expression !== undefined) expressions.add(address.expression);
    there.set(address.path, expressions);
  }
  return {
    answers: ({ path, expression, eid }) => {
      const expressions = there.get(path);
      if (!expressions || (expression !== undefined && !expressions.has(expression))) return false;
      const work = eid === undefined ? undefined : library.laws.get(path.slice('laws/'.length));
      return eid === undefined || !work || [...work.expressions, ...work.versions].some((entry) => eidsOf(entry).has(eid));
    },
    known: () => there.keys(),
  };
}
