/** The part of the form where an authority makes, opens and removes its key. */
import { fingerprintInGroups } from '../canonical.ts';
import type { Words } from '../words/words.ts';
import { canSign, fingerprintOf, forgetKey, keyOf, makeKey, makeKeyFile, openKeyFile, publicFile, type Key } from './key-ring.ts';

const SHORTEST_PASSPHRASE = 12;

export class KeyPanel {
  readonly #panel: HTMLElement;
  readonly #authority: string;
  readonly #words: Words;
  #key: Key | undefined;

  constructor(panel: HTMLElement, authority: string, words: Words) {
    this.#panel = panel;
    this.#authority = authority;
    this.#words = words;
    panel.addEventListener('click', (event) => {
      const action = (event.target as Element).closest<HTMLButtonElement>('button')?.dataset['do'];
      if (action === 'make-key') void this.#make();
      if (action === 'make-key-file') void this.#makeFile();
      if (action === 'remove-key') void this.#remove();
    });
    panel.querySelector<HTMLInputElement>('[name=keyfile]')!.addEventListener('change', () => void this.#open());
    void this.#begin();
  }

  /** The key to sign with, if there is one. */
  get key(): Key | undefined {
    return this.#key;
  }

  async #begin(): Promise<void> {
    if (!(await canSign())) return this.#part('unable');
    await this.#use(await keyOf(this.#authority).catch(() => undefined)); // a browser that keeps nothing has no store
  }

  async #make(): Promise<void> {
    const key = await makeKey(this.#authority);
    await this.#use(key);
    this.#files(await this.#register(key));
  }

  async #makeFile(): Promise<void> {
    const passphrase = this.#passphrase();
    if (passphrase === undefined) return;
    const { key, file } = await makeKeyFile(this.#authority, passphrase);
    await this.#use(key);
    this.#files({ text: this.#words.t('secretHalf'), file, name: `${this.#authority}.secret-key.json` }, await this.#register(key));
  }

  async #open(): Promise<void> {
    const [file] = this.#panel.querySelector<HTMLInputElement>('[name=keyfile]')!.files ?? [];
    const passphrase = this.#passphrase();
    if (!file || passphrase === undefined) return;
    const key = await openKeyFile(await file.text(), this.#authority, passphrase);
    if (typeof key === 'string') return this.#tell(this.#words.t(key, { id: this.#authority }));
    this.#tell('');
    await this.#use(key);
  }

  async #remove(): Promise<void> {
    await forgetKey(this.#authority).catch(() => undefined);
    await this.#use(undefined);
    this.#tell(this.#words.t('keyRemoved'));
  }

  async #register(key: Key): Promise<Offered> {
    return { text: this.#words.t('register'), file: await publicFile(this.#authority, key, new Date().toISOString().slice(0, 10)), name: `${this.#authority}.key.json` };
  }

  async #use(key: Key | undefined): Promise<void> {
    this.#key = key;
    this.#part(key ? 'here' : 'none');
    if (key) this.#panel.querySelector('.fingerprint')!.textContent = fingerprintInGroups(await fingerprintOf(key));
  }

  #passphrase(): string | undefined {
    const input = this.#panel.querySelector<HTMLInputElement>('[name=passphrase]')!;
    if (input.value.length >= SHORTEST_PASSPHRASE) return input.value;
    this.#tell(`${this.#words.t('passphrase')}: ${this.#words.t('needed')}`);
    input.focus();
    return undefined;
  }

  #part(shown: 'unable' | 'none' | 'here'): void {
    for (const part of this.#panel.querySelectorAll<HTMLElement>('[data-key]')) part.hidden = part.dataset['key'] !== shown && part.dataset['key'] !== 'files';
  }

  #tell(text: string): void {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    this.#panel.querySelector('[data-key=files]')!.replaceChildren(...(text === '' ? [] : [paragraph]));
  }

  #files(...offered: readonly Offered[]): void {
    const paragraphs = offered.map(({ text, file, name }) => {
      const paragraph = document.createElement('p');
      paragraph.append(`${text} `, downloadLink(file, name, this.#words));
      return paragraph;
    });
    this.#panel.querySelector('[data-key=files]')!.replaceChildren(...paragraphs);
  }
}

interface Offered {
  text: string;
  file: object;
  name: string;
}

/** A link that saves a file as JSON. */
export function downloadLink(file: object, name: string, words: Words): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' }));
  link.download = name;
  link.textContent = words.t('save', { file: name });
  return link;
}
