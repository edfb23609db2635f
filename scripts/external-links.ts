/**
 * npm run external-links -- [--out=FILE] [--list]
 *
 * Asks every web address of content/ (or COMITY_CONTENT) once whether it still answers, and writes a report for editors. It is never
 * a gate: it ends with 0 whatever it finds. --list only prints the addresses. Polite: one request at a time to a host, six hosts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listFiles, readText } from '../src/library/disk.ts';

const { values } = parseArgs({ options: { out: { type: 'string' }, list: { type: 'boolean', default: false }, pause: { type: 'string', default: '1000' } } });
const shown = process.env['COMITY_CONTENT'] ?? 'content';
const HOSTS = 6;
const PATIENCE = 20_000;

/** Address → places that name it. */
const addresses = collect();
if (values.list) console.log([...addresses.keys()].join('\n'));
else await report();

function collect(): Map<string, string[]> {
  const root = resolve(shown);
  const found = new Map<string, string[]>();
  for (const file of listFiles(root, shown).files) {
    if (!/\.(?:mdx?|yaml)$/.test(file.path)) continue;
    (readText(root, file).text ?? '').split('\n').forEach((line, index) => {
      for (const [match] of line.matchAll(/https?:\/\/[^\s"'<>`|\\]+/g)) {
        const address = trim(match);
        const places = found.get(address) ?? [];
        places.push(`${file.shown}:${index + 1}`);
        found.set(address, places);
      }
    });
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Punctuation behind an address in running text, and the bracket of a Markdown link, are not part of it. */
function trim(address: string): string {
  let text = address.replace(/[.,;:!?]+$/, '');
  while (text.endsWith(')') && text.split('(').length < text.split(')').length) text = text.slice(0, -1).replace(/[.,;:!?]+$/, '');
  return text;
}

type Answer = { kind: 'well' } | { kind: 'moved' | 'gone' | 'refused' | 'silent'; words: string };

async function report(): Promise<void> {
  const byHost = Map.groupBy(addresses.keys(), (address) => (URL.canParse(address) ? new URL(address).host : ''));
  const answers = new Map<string, Answer>();
  const hosts = [...byHost.values()];
  await Promise.all(
    Array.from({ length: HOSTS }, async () => {
      for (let host = hosts.shift(); host; host = hosts.shift()) {
        for (const [index, address] of host.entries()) {
          if (index > 0) await new Promise((done) => setTimeout(done, Number(values.pause)));
          answers.set(address, await ask(address));
        }
      }
    }),
  );
  const words = inWords(answers);
  if (values.out) {
    mkdirSync(dirname(resolve(values.out)), { recursive: true });
    writeFileSync(values.out, words);
  }
  console.log(words);
  if (process.env['GITHUB_STEP_SUMMARY']) writeFileSync(process.env['GITHUB_STEP_SUMMARY'], words, { flag: 'a' });
}

async function ask(address: string): Promise<Answer> {
  if (!URL.canParse(address)) return { kind: 'gone', words: 'no valid address' };
  try {
    let response = await request(address, 'HEAD');
    // Some servers know only GET.
    if (response.status >= 400) response = await request(address, 'GET');
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) return { kind: 'gone', words: String(response.status) };
    if (response.status >= 400) return { kind: 'refused', words: String(response.status) };
    if (response.redirected && new URL(response.url).pathname !== new URL(address).pathname) return { kind: 'moved', words: `leads to ${response.url}` };
    return { kind: 'well' };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return { kind: 'silent', words: cause?.code ?? message };
  }
}

function request(address: string, method: string): Promise<Response> {
  return fetch(address, { method, redirect: 'follow', signal: AbortSignal.timeout(PATIENCE), headers: { 'user-agent': 'Comity link check (a public legal library)' } });
}

function inWords(answers: ReadonlyMap<string, Answer>): string {
  const parts = ([['gone', 'Gone: find the text again, or name another source'], ['moved', 'Moved: look whether it is still the same text'], ['refused', 'Refused a program: open it by hand'], ['silent', 'No answer: try again another day']] as const).map(([kind, heading]) => {
    const rows = [...addresses].filter(([address]) => answers.get(address)?.kind === kind).map(([address, places]) => `- <${address}> (${(answers.get(address) as { words: string }).words}): ${places.slice(0, 5).join(', ')}${places.length > 5 ? ` and ${places.length - 5} more` : ''}`);
    return rows.length === 0 ? '' : `\n## ${heading}\n\n${rows.join('\n')}\n`;
  });
  const well = [...answers.values()].filter(({ kind }) => kind === 'well').length;
  return `# External links\n\n${addresses.size} addresses, ${well} answer.\n${parts.join('')}`;
}
