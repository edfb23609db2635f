/** One list of flaws, three voices: for people at a terminal, for GitHub's annotations, for programs (JSON). */
import { FLAWS } from './catalogue.ts';
import { sortFlaws, type Flaw } from './flaw.ts';

export type Voice = 'terminal' | 'github' | 'json';

/** Writes flaws in a voice. Returns the empty string where there is nothing to say (except `json`: an empty list). */
export function report(flaws: readonly Flaw[], voice: Voice): string {
  const sorted = sortFlaws(flaws);
  return VOICES[voice](sorted);
}

/** One line that counts: `2 errors, 1 warning`; notices only where there are any. */
export function summary(flaws: readonly Flaw[]): string {
  const [errors, warnings, notices] = (['error', 'warning', 'notice'] as const).map((level) => flaws.filter((found) => found.level === level).length) as [number, number, number];
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}${notices === 0 ? '' : `, ${count(notices, 'notice')}`}`;
}

const VOICES: Record<Voice, (flaws: readonly Flaw[]) => string> = {
  terminal: (flaws) => flaws.map(inTerminal).join('\n'),
  github: (flaws) => flaws.map(asAnnotation).join('\n'),
  json: (flaws) => JSON.stringify(flaws.map((found) => ({ ...found, title: FLAWS[found.name].title, remedy: FLAWS[found.name].remedy })), null, 2),
};

function inTerminal(found: Flaw): string {
  const { title, remedy } = FLAWS[found.name];
  const { file, line, column } = found.place;
  return [
    `${file}:${line}:${column}  ${found.level}  ${found.name}`,
    `  ${title}.`,
    `  Found ${found.actual}, expected ${found.expected}.${found.suggestion ? ` Did you mean \`${found.suggestion}\`?` : ''}`,
    `  ${remedy}  More: /en/flaws/#${found.name}`,
  ].join('\n');
}

function asAnnotation(found: Flaw): string {
  const { title, remedy } = FLAWS[found.name];
  const { file, line, column } = found.place;
  const message = `Found ${found.actual}, expected ${found.expected}.${found.suggestion ? ` Did you mean ${found.suggestion}?` : ''} ${remedy}`;
  return `::${found.level} file=${escapeProperty(file)},line=${line},col=${column},title=${escapeProperty(title)}::${escapeData(message)}`;
}

/** GitHub workflow commands: `%`, line ends, and in properties `:` and `,` are percent-encoded. */
function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
