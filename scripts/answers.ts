/** Answers to the questions of a new record: from flags, at a terminal, or not at all. */
import { createInterface } from 'node:readline/promises';
import type { Question } from '../src/library/new-record.ts';

/** Answers from flags; what they leave open is asked at a terminal, and named elsewhere. */
export async function answer(questions: readonly Question[], flags: Readonly<Record<string, string | undefined>>): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  const open: Question[] = [];
  for (const question of questions) {
    const value = flags[question.flag]?.trim();
    if (value === undefined) {
      if (process.stdin.isTTY) open.push(question);
      else if (question.fallback !== undefined) answers[question.flag] = question.fallback;
      else throw new Error(`--${question.flag} is missing: ${question.ask}`);
      continue;
    }
    const wrong = problem(question, value);
    if (wrong !== undefined) throw new Error(`Unexpected --${question.flag}=${value}, expected ${wrong}`);
    answers[question.flag] = value;
  }
  if (open.length === 0) return answers;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  for (const question of open) {
    for (;;) {
      const line = (await terminal.question(`${question.ask}${question.fallback ? ` [${question.fallback}]` : ''}: `)).trim();
      const value = line === '' && question.fallback !== undefined ? question.fallback : line;
      const wrong = problem(question, value);
      if (wrong === undefined) {
        answers[question.flag] = value;
        break;
      }
      console.log(`  Expected ${wrong}.`);
    }
  }
  terminal.close();
  return answers;
}

function problem({ fallback, wrong }: Question, value: string): string | undefined {
  if (value === '' && fallback === undefined) return 'an answer';
  return wrong?.(value);
}
