import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';

/**
 * The forge's own linter (actionlint) is a Go program and not on npm, so what can be known without it is looked at here: YAML, the
 * shape of jobs and steps, that commands exist, that nothing a stranger writes is put into a command, that permissions are few.
 */
const FOLDER = '.github/workflows';
const SCRIPTS = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts;

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { 'runs-on': string; 'timeout-minutes': number; steps: Step[] }>;
}

const workflows = readdirSync(FOLDER).map((name) => {
  const text = readFileSync(`${FOLDER}/${name}`, 'utf8');
  const document = parseDocument(text);
  return { name, text, errors: document.errors, workflow: document.toJS() as Workflow };
});
const steps = workflows.flatMap(({ name, workflow }) => Object.values(workflow.jobs).flatMap((job) => job.steps.map((step) => ({ file: name, step }))));

/** A command of a workflow or script that is not of this house. */
function problem(command: string): string | undefined {
  const npm = /^npm (?:run (?:--silent )?([\w-]+)|(ci))(?: |$)/.exec(command);
  if (npm) return npm[2] || SCRIPTS[npm[1]!] !== undefined ? undefined : `no npm script ${npm[1]}`;
  const file = /^bash (\S+)/.exec(command)?.[1];
  return file !== undefined && existsSync(file) ? undefined : `neither an npm script nor a file: ${command}`;
}

describe('the workflows of the forge', () => {
  it('are YAML without an error, with jobs that end', () => {
    expect(workflows.map(({ name }) => name).sort()).toEqual(['check.yml', 'links.yml', 'preview.yml']);
    for (const { name, errors, workflow } of workflows) {
      expect(errors, name).toEqual([]);
      expect(Object.keys(workflow.on).length, name).toBeGreaterThan(0);
      for (const job of Object.values(workflow.jobs)) {
        expect(job['runs-on']).toBe('ubuntu-latest');
        expect(job['timeout-minutes']).toBeGreaterThan(0);
        for (const step of job.steps) expect(Number(step.uses !== undefined) + Number(step.run !== undefined), JSON.stringify(step)).toBe(1);
      }
    }
  });

  it('run the same commands that a person runs: npm scripts and files of the repository', () => {
    const wrong = steps.filter(({ step }) => step.run !== undefined).flatMap(({ file, step }) => step.run!.trim().split('\n').map((line) => ({ file, wrong: problem(line.trim()) })));
    expect(wrong.filter(({ wrong }) => wrong !== undefined)).toEqual([]);
    expect(wrong.length).toBeGreaterThan(5);
  });

  it('may read and no more, and put nothing that a stranger wrote into a command', () => {
    for (const { name, text, workflow } of workflows) {
      expect(workflow.permissions, name).toEqual({ contents: 'read' });
      expect(text, name).not.toMatch(/pull_request_target|secrets\./);
    }
    for (const { step } of steps) expect(step.run ?? '').not.toContain('${{');
  });

  it('use published actions of a version that is written down', () => {
    for (const { text } of workflows) for (const [line] of text.matchAll(/^.*uses: .*$/gm)) expect(line).toMatch(/uses: actions\/[\w-]+@(?:v\d+|[0-9a-f]{40}) # v\d/);
  });

  it('never let an external link decide', () => {
    const { workflow } = workflows.find(({ name }) => name === 'links.yml')!;
    expect(Object.keys(workflow.on).sort()).toEqual(['schedule', 'workflow_dispatch']);
  });
});

describe('the same for other forges', () => {
  const script = readFileSync('scripts/forge.sh', 'utf8');

  it('is a script that a shell can read, of commands that exist', () => {
    expect(spawnSync('bash', ['-n', 'scripts/forge.sh']).status).toBe(0);
    for (const [, name] of script.matchAll(/npm run (?:--silent )?([\w-]+)/g)) expect(SCRIPTS).toHaveProperty(name!);
  });

  it('says what it can do when asked for nothing', () => {
    const { status, stdout } = spawnSync('bash', ['scripts/forge.sh'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stdout).toContain('scripts/forge.sh preview BASE');
  });
});

describe('what a reviewer is asked', () => {
  it('has a template for every kind of contribution, each asking for the check', () => {
    const templates = readdirSync('.github/PULL_REQUEST_TEMPLATE').sort();
    expect(templates).toEqual(['case.md', 'law.md', 'manual.md', 'translation.md']);
    for (const name of templates) expect(readFileSync(`.github/PULL_REQUEST_TEMPLATE/${name}`, 'utf8')).toContain('npm run check');
  });

  it('names teams as placeholders for paths that exist', () => {
    const lines = readFileSync('.github/CODEOWNERS', 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of lines) {
      const [path, ...owners] = line.split(/\s+/);
      expect(owners.every((owner) => owner.startsWith('@comity/')), line).toBe(true);
      const fixed = path!.replace(/\*.*$/, '').replace(/^\//, '').replace(/[^/]*$/, (name) => (path!.includes('*') ? '' : name));
      expect(fixed === '' || existsSync(fixed), line).toBe(true);
    }
  });
});
