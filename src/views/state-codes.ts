/** Which States and territories have a page: those with a record, and those a law or case speaks of. */
import type { Site } from '../site.ts';

export function stateCodes({ library, graph }: Site): string[] {
  const codes = new Set([...library.states.keys(), ...graph.lawsByState.keys(), ...graph.casesByState.keys()]);
  return [...codes].filter((code) => code !== 'un' && code !== 'int').sort();
}
