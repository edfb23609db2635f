/** The form on an authority's page: reads itself, checks with the schema of the record, and makes a change file to send. */
import { z } from 'zod';
import { ar, es, fr, ru, zhCN } from 'zod/locales';
import type { InterfaceLanguage } from '../../domain/language.ts';
import { authority, type Authority } from '../authority.ts';
import { CHANGE_FORMAT, type Changes } from '../change-format.ts';
import { Words } from '../words/words.ts';
import { downloadLink, KeyPanel } from './key-panel.ts';
import { fingerprintOf, sign } from './key-ring.ts';

interface Base {
  id: string;
  digest: string;
  record: Authority;
  text: string;
}

/** The words of each language are a file of their own: a page fetches one. */
const DICTIONARIES = { fr: () => import('../words/fr.ts'), es: () => import('../words/es.ts'), ru: () => import('../words/ru.ts'), ar: () => import('../words/ar.ts'), zh: () => import('../words/zh.ts') };

const form = document.querySelector<HTMLFormElement>('#edit')!;
const outcome = document.querySelector<HTMLElement>('#outcome')!;
const base = JSON.parse(document.querySelector('#base')!.textContent!) as Base;
const words = await wordsOf(form.dataset['language'] as InterfaceLanguage);
const keys = new KeyPanel(form.querySelector('#key')!, base.id, words);

form.hidden = false;
form.querySelector<HTMLInputElement>('input[name=date]')!.valueAsDate = new Date();
// What the form says before anybody touches it: only what differs from it is a change.
const before = readSections();

form.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button[data-do]');
  if (!button) return;
  if (button.dataset['do'] === 'remove') button.closest('.item')!.remove();
  if (button.dataset['do'] === 'add') {
    const group = button.parentElement!;
    group.querySelector(':scope > .items')!.append(group.querySelector<HTMLTemplateElement>(':scope > template')!.content.cloneNode(true));
    group.querySelector<HTMLElement>(':scope > .items > .item:last-child :is(input, select, textarea)')?.focus();
  }
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearErrors();
  const after = readSections();
  const changes = changesBetween(before, after);
  const complaints = [...signatureComplaints(), ...recordComplaints(after)];
  if (complaints.length > 0) return showComplaints(complaints);
  void offerFile(changes);
});

/** The words of the page's language, and the schema's own complaints in it. */
async function wordsOf(language: InterfaceLanguage): Promise<Words> {
  if (language === 'en') return new Words('en');
  z.config({ fr, es, ru, ar, zh: zhCN }[language]());
  return new Words(language, (await DICTIONARIES[language]()).dictionary);
}

/** Sections of the form → their values. */
function readSections(): Map<string, unknown> {
  return new Map([...form.querySelectorAll<HTMLElement>('details[data-section]')].map((section) => [section.dataset['section']!, readField(section.querySelector<HTMLElement>(':scope > .field')!)]));
}

function readField(field: HTMLElement): unknown {
  const required = 'required' in field.dataset;
  const input = (): HTMLInputElement => field.querySelector<HTMLInputElement>('input, textarea, select')!;
  switch (field.dataset['kind']) {
    case 'number':
      return input().value === '' ? undefined : Number(input().value);
    case 'choices': {
      const chosen = [...field.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value);
      return chosen.length === 0 && !required ? undefined : chosen;
    }
    case 'lines': {
      const lines = input().value.split('\n').map((line) => line.trim()).filter((line) => line !== '');
      return lines.length === 0 && !required ? undefined : lines;
    }
    case 'group': {
      const values = readGroup(field.querySelector<HTMLElement>(':scope > fieldset > .fields')!);
      return Object.keys(values).length === 0 && !required ? undefined : values;
    }
    case 'rows': {
      const rows = [...field.querySelectorAll<HTMLElement>(':scope > fieldset > .items > .item > .fields')].map(readGroup);
      return rows.length === 0 && !required ? undefined : rows;
    }
    default:
      return input().value.trim() === '' ? undefined : input().value.trim();
  }
}

function readGroup(fields: HTMLElement): Record<string, unknown> {
  const values = [...fields.querySelectorAll<HTMLElement>(':scope > .field')].map((field): [string, unknown] => [field.dataset['name']!, readField(field)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Differences, field by field where the section is a group. */
function changesBetween(before: Map<string, unknown>, after: Map<string, unknown>): Changes {
  const changes: Changes = {};
  const note = (path: string, old: unknown, now: unknown): void => {
    if (JSON.stringify(old) !== JSON.stringify(now)) changes[path] = now ?? null;
  };
  for (const [name, now] of after) {
    const old = before.get(name);
    const isGroup = form.querySelector(`details[data-section="${name}"] > .field`)!.getAttribute('data-kind') === 'group';
    if (!isGroup) note(name, old, now);
    else for (const key of new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])) note(`${name}.${key}`, (old as Changes | undefined)?.[key], (now as Changes | undefined)?.[key]);
  }
  return changes;
}

interface Complaint {
  field: HTMLElement | undefined;
  text: string;
}

function recordComplaints(after: Map<string, unknown>): Complaint[] {
  const record: Record<string, unknown> = { ...base.record };
  for (const [name, value] of after) {
    if (name === 'text') continue;
    if (value === undefined) delete record[name];
    else record[name] = value;
  }
  const parsed = authority.safeParse(record);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => ({ field: fieldAt(path), text: words.t('colon', { name: words.list(path.filter((part) => typeof part === 'string').map((part) => words.group(part))), value: words.problem(message) }) }));
}

/** The field at a path of the record, or the nearest above it. */
function fieldAt(path: readonly PropertyKey[]): HTMLElement | undefined {
  let field = form.querySelector<HTMLElement>(`details[data-section="${String(path[0])}"] > .field`) ?? undefined;
  let holder: HTMLElement | null | undefined = field?.querySelector<HTMLElement>(':scope > fieldset > .fields');
  for (const part of path.slice(1)) {
    if (typeof part === 'number') holder = field?.querySelector<HTMLElement>(`:scope > fieldset > .items > .item:nth-child(${part + 1}) > .fields`) ?? holder;
    else {
      const next: HTMLElement | null | undefined = holder?.querySelector<HTMLElement>(`:scope > .field[data-name="${String(part)}"]`);
      if (!next) break;
      field = next;
      holder = next.querySelector<HTMLElement>(':scope > fieldset > .fields');
    }
  }
  return field;
}

function signatureComplaints(): Complaint[] {
  return ['reason', 'signed_off_by', 'date'].flatMap((name) => {
    const input = form.elements.namedItem(name) as HTMLInputElement;
    return input.value.trim() === '' ? [{ field: input.closest<HTMLElement>('.field')!, text: words.t('colon', { name: input.closest('label')!.textContent!.trim(), value: words.t('needed') }) }] : [];
  });
}

function showComplaints(complaints: readonly Complaint[]): void {
  const list = document.createElement('ul');
  complaints.forEach(({ field, text }, index) => {
    const item = document.createElement('li');
    item.textContent = text;
    list.append(item);
    if (!field) return;
    for (let section = field.closest('details'); section; section = section.parentElement?.closest('details') ?? null) section.open = true;
    const error = field.querySelector<HTMLElement>(':scope > .error');
    if (error) {
      error.hidden = false;
      error.textContent = text;
      error.id = `error-${index}`;
      const input = field.querySelector('input, select, textarea');
      input?.setAttribute('aria-invalid', 'true');
      input?.setAttribute('aria-describedby', error.id);
    }
  });
  outcome.replaceChildren(heading(words.t('toMend', { n: complaints.length })), list);
  outcome.focus();
}

function clearErrors(): void {
  for (const error of form.querySelectorAll<HTMLElement>('.error')) error.hidden = true;
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
  outcome.replaceChildren();
}

async function offerFile(changes: Changes): Promise<void> {
  const value = (name: string): string => (form.elements.namedItem(name) as HTMLInputElement).value.trim();
  const file = { format: CHANGE_FORMAT, authority: base.id, base: base.digest, changes, reason: value('reason'), signed_off_by: value('signed_off_by'), date: value('date') };
  const { key } = keys;
  const signed = key === undefined ? file : { ...file, signature: { algorithm: 'Ed25519', key: await fingerprintOf(key), value: await sign(file, key) } };
  const fields = document.createElement('ul');
  for (const path of Object.keys(changes).sort()) {
    const item = document.createElement('li');
    const [group, name] = path.split('.') as [string, string?];
    item.textContent = name === undefined ? words.group(group) : words.t('colon', { name: words.group(group), value: words.label(name) });
    fields.append(item);
  }
  const isSigned = document.createElement('p');
  isSigned.textContent = words.t(key === undefined ? 'isNotSigned' : 'isSigned');
  if (key === undefined) isSigned.className = 'flag';
  const paragraph = document.createElement('p');
  paragraph.append(downloadLink(signed, `${base.id}.${file.date}.change.json`, words));
  outcome.replaceChildren(heading(words.t(Object.keys(changes).length === 0 ? 'confirms' : 'fileChanges')), fields, isSigned, paragraph);
  outcome.focus();
}

function heading(text: string): HTMLElement {
  const element = document.createElement('h2');
  element.textContent = text;
  return element;
}
