/** The offline page: switches the service worker on and off, shows what can be kept with its size, keeps, updates and deletes. */
import { element } from './elements.ts';
import { download, readListing, type Wanted } from './offline/download.ts';
import { cacheNames, changeKept, readKept, sweep, type Kept, type KeptSet, type Listing } from './offline/store.ts';
import type { OfflineWords } from './offline/words.ts';
import { fill } from './search-names.ts';

const part = <Found extends HTMLElement>(selector: string): Found => document.querySelector<Found>(selector)!;
const { language, root: path, words } = JSON.parse(part('#offline-words').textContent) as OfflineWords;
const root = new URL(path, location.href).href;
const names = cacheNames(root);
const status = part('[data-status]');
const progress = part('[data-progress]');
const choose = part('[data-choose]');
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** What the server offers now; undefined without a network. */
let listing: Listing | undefined;
let kept: Kept = { languages: [], opened: false, sets: [] };
let under: AbortController | undefined;

if (location.protocol === 'file:') status.textContent = words.offlineOnStick;
else if (!('serviceWorker' in navigator) || !('caches' in window) || !('locks' in navigator)) status.textContent = words.offlineUnsupported;
else void begin();

async function begin(): Promise<void> {
  // Given in place of a page that is not kept.
  const lost = new URL(location.href).pathname !== new URL(`${language}/offline/`, root).pathname;
  part('[data-lost]').hidden = !lost;
  part('[data-own]').hidden = lost;
  await sweep(root);
  kept = await readKept(root);
  listing = await readListing(root, language).catch(() => undefined);
  const registration = await navigator.serviceWorker.getRegistration(root);
  if (registration) {
    watch(registration);
    if (!kept.languages.includes(language)) await shellOf(registration);
  }
  part('[data-switch] button').addEventListener('click', () => void (isOn() ? switchOff() : switchOn()));
  part<HTMLInputElement>('[data-opened] input').addEventListener('change', ({ target }) => void keepOpened((target as HTMLInputElement).checked));
  part('[data-update] button').addEventListener('click', () => void update());
  part('[data-progress] button').addEventListener('click', () => under?.abort());
  const filter = part<HTMLInputElement>('[data-filter]');
  filter.addEventListener('input', () => narrow(filter.value));
  if (!listing) status.textContent = words.offlineNoNetwork;
  show();
}

const isOn = (): boolean => kept.languages.length > 0;

async function switchOn(): Promise<void> {
  const button = part<HTMLButtonElement>('[data-switch] button');
  button.disabled = true;
  try {
    kept = await changeKept(root, (record) => void (record.languages = [...new Set([...record.languages, language])]));
    const registration = await navigator.serviceWorker.register(`${root}sw.js`, { scope: root, updateViaCache: 'none' });
    await installed(registration);
    await navigator.storage.persist?.().catch(() => false);
    watch(registration);
    status.textContent = '';
  } catch {
    await forget();
    status.textContent = words.offlineUnsupported;
  }
  button.disabled = false;
  show();
}

/** Waits for the first worker to be in charge. */
async function installed(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting ?? registration.active!;
  if (worker.state === 'activated') return;
  await new Promise<void>((done, failed) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') done();
      if (worker.state === 'redundant') failed(new Error('The shell could not be loaded.'));
    });
  });
}

async function switchOff(): Promise<void> {
  if (!confirm(words.offlineSwitchOffSure)) return;
  under?.abort();
  await forget();
  status.textContent = '';
  show();
}

async function forget(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(root);
  await registration?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(names.prefix)) await caches.delete(name);
  kept = await readKept(root);
}

/** The shell of another language, when the reader comes to this page in it. */
async function shellOf(registration: ServiceWorkerRegistration): Promise<void> {
  if (!registration.active || !listing) return;
  kept = await changeKept(root, (record) => void record.languages.push(language));
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    if (data === 'failed') void changeKept(root, (record) => void (record.languages = record.languages.filter((tag) => tag !== language)));
  };
  registration.active.postMessage('language', [port2]);
}

async function keepOpened(on: boolean): Promise<void> {
  kept = await changeKept(root, (record) => void (record.opened = on));
  if (!on) for (const name of [names.opened, names.seen]) await caches.delete(name);
}

/** Shows the notice once a new version waits. */
function watch(registration: ServiceWorkerRegistration): void {
  const notice = part('[data-update]');
  const look = (): void => void (notice.hidden = !registration.waiting || !registration.active);
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  look();
}

async function update(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(root);
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  registration?.waiting?.postMessage('update');
}

async function keep(wanted: Wanted): Promise<void> {
  const row = document.activeElement?.closest<HTMLElement>('[data-set]');
  const [, total] = listing!.sets[wanted.id]!;
  under = new AbortController();
  const bar = progress.querySelector('progress')!;
  const say = (bytes: number): void => {
    bar.value = total === 0 ? 1 : bytes / total;
    bar.setAttribute('aria-valuetext', `${Math.floor(bar.value * 100)} %`);
    const text = fill(words.offlineDownloading, { name: wanted.title, done: size(bytes), total: size(total) });
    if (status.textContent !== text) status.textContent = text;
  };
  progress.hidden = false;
  say(0);
  show();
  // The status is read aloud: three times a second is more than enough.
  let said = 0;
  try {
    kept = await download(root, wanted, (bytes) => {
      if (performance.now() - said < 300) return;
      said = performance.now();
      say(bytes);
    }, under.signal);
    status.textContent = fill(words.offlineDone, { name: wanted.title });
  } catch (error) {
    const { name } = error as Error;
    const message = name === 'AbortError' ? words.offlineCancelled : name === 'QuotaExceededError' ? words.offlineFull : words.offlineFailed;
    status.textContent = fill(message, { name: wanted.title });
    if (name !== 'AbortError') listing = (await readListing(root, language).catch(() => undefined)) ?? listing;
  }
  progress.hidden = true;
  under = undefined;
  show();
  // The button is gone: who works by keyboard goes on from its row.
  if (row && document.activeElement === document.body) {
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
  }
}

async function remove(set: KeptSet): Promise<void> {
  kept = await changeKept(root, (record) => void (record.sets = record.sets.filter(({ cache }) => cache !== set.cache)));
  await sweep(root);
  status.textContent = fill(words.offlineDeleted, { name: set.title });
  show();
}

function show(): void {
  const on = isOn();
  const [text, button] = [part('[data-switch] span'), part<HTMLButtonElement>('[data-switch] button')];
  part('[data-switch]').hidden = !on && !listing;
  text.textContent = on ? words.offlineOn : fill(words.offlineOff, { size: size(listing?.shell.bytes ?? 0) });
  button.textContent = on ? words.offlineSwitchOff : words.offlineSwitchOn;
  part('[data-opened]').hidden = !on;
  part<HTMLInputElement>('[data-opened] input').checked = kept.opened;
  part('[data-kept]').hidden = !on;
  choose.hidden = !listing;
  part('[data-kept] ul').replaceChildren(...(kept.sets.length === 0 ? [element('li', {}, words.offlineNothing)] : kept.sets.map(keptRow)));
  if (listing) for (const row of choose.querySelectorAll<HTMLElement>('[data-set]')) offerRow(row, on, listing);
  void navigator.storage.estimate?.().then(({ usage = 0, quota = 0 }) => {
    part('[data-kept] > p').textContent = fill(words.offlineUsed, { used: size(usage), quota: size(quota) });
  });
}

function keptRow(set: KeptSet): HTMLElement {
  const now = set.language === language ? listing?.sets[set.id] : undefined;
  const newer = now !== undefined && now[2] !== set.digest;
  const address = pageOf(set);
  const row = element('li', {}, element('span', {}, address ? element('a', { href: address }, set.title) : set.title, newer && element('span', { class: 'count' }, ` ${words.offlineNewer}`)), element('span', { class: 'n' }, size(set.bytes)));
  if (newer) row.append(action(words.offlineUpdate, fill(words.offlineUpdateName, { name: set.title }), () => keep({ id: set.id, language, title: set.title })));
  row.append(action(words.offlineDelete, fill(words.offlineDeleteName, { name: set.title }), () => remove(set)));
  return row;
}

/** Where the reader begins with a set. */
function pageOf({ id, language: tag }: KeptSet): string | undefined {
  const [kind, name] = [id.replace(/-.*/, ''), id.replace(/^[a-z]+-/, '')];
  const place = ({ state: `states/${name}`, region: `regions/${name}`, convention: `coverage/${name}`, manual: 'manuals' } as Record<string, string>)[kind];
  if (kind === 'search') return `${root}${name}/search/`;
  return place ? `${root}${tag}/${place}/` : undefined;
}

function offerRow(row: HTMLElement, on: boolean, { sets }: Listing): void {
  const { set: id, name } = row.dataset as { set: string; name: string };
  const listed = sets[id];
  if (!listed) return row.remove();
  for (const old of row.querySelectorAll(':scope > :not(:first-child)')) old.remove();
  row.append(element('span', { class: 'n' }, size(listed[1])));
  if (kept.sets.some((set) => set.id === id && set.language === language)) return row.append(element('span', { class: 'has' }, `✓ ${words.offlineKept}`));
  const button = action(words.offlineKeep, fill(words.offlineKeepName, { name }), () => keep({ id, language, title: name }));
  if (!on) button.disabled = true;
  row.append(button);
}

function action(text: string, label: string, act: () => Promise<void>): HTMLButtonElement {
  const button = element('button', { type: 'button', 'aria-label': label }, text);
  button.disabled = under !== undefined;
  button.addEventListener('click', () => void act());
  return button;
}

function narrow(text: string): void {
  const wanted = text.trim().toLocaleLowerCase(language);
  for (const row of choose.querySelectorAll<HTMLElement>('[data-set]')) row.hidden = !row.dataset['name']!.toLocaleLowerCase(language).includes(wanted);
  for (const group of choose.querySelectorAll<HTMLElement>(':scope > section, :scope > details')) group.hidden = group.querySelector('[data-set]:not([hidden])') === null;
  for (const details of choose.querySelectorAll('details')) details.open = wanted !== '';
}

function size(bytes: number): string {
  const step = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit: units[step]!, maximumSignificantDigits: 3 }).format(bytes / 1000 ** step);
}
