/** Redirects, followed: from an address that was published once to the one that answers now. */
import { parseAddress, type Address } from '../domain/address.ts';
import { flaw, nearest, type Flaw, type Place } from '../flaws/flaw.ts';
import type { Redirect } from '../schema/redirect.ts';
import type { Library } from './library.ts';

/** Name of the list, below the content folder. */
export const REDIRECTS = 'redirects.yaml';

/** Where an address leads in the end. */
export type Destination = { to: Address } | { gone: string };

/**
 * Follows redirects, however often something moved.
 *
 * @returns undefined where they go round in a circle
 */
export function destinationOf(redirects: readonly Redirect[], redirect: Redirect): Destination | undefined {
  const byFrom = new Map(redirects.map((each) => [each.from, each]));
  const seen = new Set<string>();
  for (let current = redirect; !seen.has(current.from); ) {
    seen.add(current.from);
    if (current.gone !== undefined) return { gone: current.gone };
    const to = parseAddress(current.to!)!;
    const next = byFrom.get(current.to!);
    if (next) {
      current = next;
      continue;
    }
    // The record of a provision may have moved as a whole.
    const whole = byFrom.get(to.path);
    if (!whole) return { to };
    if (whole.gone !== undefined) return { gone: whole.gone };
    current = { ...whole, to: `${whole.to!}${to.eid === undefined || whole.to!.includes('#') ? '' : `#${to.eid}`}` };
  }
  return undefined;
}

/**
 * Redirects that lead nowhere, or from something that is there.
 *
 * @param answers whether an address answers now
 * @param known paths of records, to propose the nearest
 */
export function redirectFlaws({ redirects }: Library, placeOf: (index: number, key: 'from' | 'to') => Place, answers: (address: Address) => boolean, known: () => Iterable<string>): Flaw[] {
  const flaws: Flaw[] = [];
  const seen = new Set<string>();
  const open = redirects.filter(({ from }) => !answers(parseAddress(from)!));
  redirects.forEach((redirect, index) => {
    const { from } = redirect;
    if (answers(parseAddress(from)!)) flaws.push(flaw('RedirectInTheWay', placeOf(index, 'from'), `\`from: ${from}\`, which is there`, 'an address that is no more'));
    else if (seen.has(from)) flaws.push(flaw('RedirectInTheWay', placeOf(index, 'from'), `\`from: ${from}\` again`, 'one entry for each address'));
    seen.add(from);
    if (!open.includes(redirect)) return;
    const destination = destinationOf(open, redirect);
    if (!destination) flaws.push(flaw('RedirectToNowhere', placeOf(index, 'to'), `\`to: ${redirect.to!}\`, from where redirects lead back`, 'an address that answers'));
    else if ('to' in destination && !answers(destination.to)) flaws.push(flaw('RedirectToNowhere', placeOf(index, 'to'), `\`to: ${redirect.to!}\``, 'the address of a record, text or provision that is there', nearPath(destination.to, known())));
  });
  return flaws;
}

/** The nearest record, where it is the record that is not there. */
function nearPath({ path }: Address, known: Iterable<string>): string | undefined {
  const near = nearest(path, known);
  return near === path ? undefined : near;
}
