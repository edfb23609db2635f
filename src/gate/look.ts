/**
 * Looks into one file for secrets: the sink of every channel.
 *
 * Text is compared as it stands, then once more with its escapes decoded and its tags removed, and runs of base64 or
 * hexadecimal digits are decoded and looked at as files. Channels found inside channels are named one after the other:
 * `ZIP › page text`.
 */
import { tokenize, type Piece } from './channels/markup.ts';
import type { Detector } from './detector.ts';
import { decodeEscapes } from './escapes.ts';
import { Units } from './normalize.ts';
import { fileType, guessChannel, isOfType } from './policy.ts';
import { runToFiles } from './runs.ts';
import type { SecretKind } from './secret.ts';
import type { Sink } from './sink.ts';

/** Something found in a file; never the secret itself. */
export interface Finding {
  what: 'secret' | 'path' | 'type';
  /** Channel, or channels, by which it would get out. */
  channel: string;
  /** Kind of secret, or what is wrong with the file. */
  detail: SecretKind | string;
  /** Fingerprint of the secret, so that those who may can find the record. */
  hash?: string;
}

/** Packing within packing beyond this is refused. */
const DEEPEST = 8;
/** Markup within markup (a page in an attribute in a comment) beyond this comes about in noise only. */
const DEEPEST_MARKUP = 4;
const TAG = /<[a-z/!]/i;

export class Look implements Sink {
  readonly #detector: Detector;
  readonly #report: (finding: Finding) => void;
  readonly #visible = new Units();
  readonly #hidden = new Units();
  readonly #names = new Units();
  #trail: string[] = [];

  constructor(detector: Detector, report: (finding: Finding) => void) {
    this.#detector = detector;
    this.#report = report;
  }

  /** Checks the type of a named file and reads it. The path is relative to what is published. */
  read(path: string, bytes: Buffer): void {
    const type = fileType(path);
    this.#path(path);
    if (!type) return this.#report({ what: 'type', channel: this.#name('file'), detail: 'a file of an unknown type' });
    if (!isOfType(type, bytes)) return this.#report({ what: 'type', channel: this.#name('file'), detail: 'a file that is not what its extension says' });
    if (!this.#detector.isEmpty) type.channel(bytes, this);
  }

  /** Checks the name of a file whose content is read otherwise, or not at all. */
  name(path: string): void {
    this.#path(path);
  }

  text(channel: string, text: string): void {
    const units = this.#visible;
    units.clear();
    units.append(text, 0, text.length, isJson(text));
    this.#detector.detect(units, (entry) => this.#secret(channel, entry.kind, entry.hash));
    const runs = [...units.runs];
    if (units.escaped || TAG.test(text)) this.#decoded(channel, text);
    this.#readRuns(channel, runs);
  }

  markup(channel: string, text: string): void {
    this.#markup(channel, text, 0);
  }

  /** @param depth how often the text was taken out of other markup; 0 as it stands in the file, its escapes not decoded */
  #markup(channel: string, text: string, depth: number): void {
    const visible = this.#visible;
    const hidden = this.#hidden;
    visible.clear();
    hidden.clear();
    const pieces: { piece: Piece; from: number }[] = [];
    const again: { channel: string; text: string }[] = [];
    const runs: { channel: string; runs: string[] }[] = [];
    tokenize(text, (piece, start, end) => {
      if (piece === 'text') return visible.append(text, start, end);
      const name = channel === 'page text' ? piece : `${channel} › ${piece}`;
      pieces.push({ piece, from: hidden.length });
      hidden.escaped = false;
      hidden.runs.length = 0;
      hidden.append(text, start, end);
      // Markup inside a comment, a script or an attribute, or an escape: once more, decoded and without tags.
      if ((hidden.escaped && depth === 0) || hasTag(text, start, end)) again.push({ channel: name, text: text.slice(start, end) });
      if (hidden.runs.length > 0) runs.push({ channel: name, runs: [...hidden.runs] });
    });
    this.#detector.detect(visible, (entry) => this.#secret(channel, entry.kind, entry.hash));
    this.#detector.detect(hidden, (entry, position) => {
      const piece = pieces.findLast(({ from }) => from <= position)?.piece ?? 'attribute';
      this.#secret(channel === 'page text' ? piece : `${channel} › ${piece}`, entry.kind, entry.hash);
    });
    runs.push({ channel, runs: [...visible.runs] });
    if (visible.escaped && depth === 0) again.push({ channel, text: textOf(text) });
    for (const piece of again) if (depth < DEEPEST_MARKUP) this.#decoded(piece.channel, piece.text, depth + 1);
    for (const found of runs) this.#readRuns(found.channel, found.runs);
  }

  file(channel: string, name: string, bytes: Buffer): void {
    this.#inside(channel, () => {
      if (name !== '') this.read(name, bytes);
      else guessChannel(bytes, 'content')(bytes, this);
    });
  }

  unreadable(channel: string, reason: string): void {
    this.#report({ what: 'type', channel: this.#name(channel), detail: `what cannot be read (${reason})` });
  }

  restrictedPath(channel: string): void {
    this.#report({ what: 'path', channel: this.#name(channel), detail: 'the path of a restricted file' });
  }

  /** The same text without escapes and tags. What is decoded to its end is not decoded again: that would never end. */
  #decoded(channel: string, text: string, depth = 1): void {
    const decoded = decodeEscapes(text, channel.endsWith('style'));
    if (!TAG.test(decoded) && decoded === text) return;
    this.#trail.push(channel);
    this.#markup('text', decoded, depth);
    this.#trail.pop();
  }

  #readRuns(channel: string, runs: readonly string[]): void {
    for (const run of runs) for (const { encoding, bytes } of runToFiles(run)) this.file(`${channel} › ${encoding}`, '', bytes);
  }

  /** Names of folders and files: the word `restricted`, the id of a record, or a secret written out. */
  #path(path: string): void {
    const channel = this.#name('file name');
    const plain = decodeEscapes(path);
    const units = this.#names;
    units.clear();
    units.append(plain);
    if (units.slice(0, units.length).includes('restricted')) this.#report({ what: 'path', channel, detail: 'the word `restricted`' });
    if (this.#detector.isEmpty) return;
    this.#detector.detect(units, ({ kind, hash }) => this.#report({ what: 'path', channel, detail: kind, hash }));
    for (const segment of plain.split('/')) {
      for (const name of new Set([segment, segment.replace(/\..*$/, '')])) {
        units.clear();
        units.append(name);
        const entry = units.length > 0 && this.#detector.detectId(units.slice(0, units.length));
        if (entry) this.#report({ what: 'path', channel, detail: entry.kind, hash: entry.hash });
      }
    }
  }

  #inside(channel: string, look: () => void): void {
    if (this.#trail.length >= DEEPEST) return this.unreadable(channel, 'packed too deep');
    this.#trail.push(channel);
    look();
    this.#trail.pop();
  }

  #secret(channel: string, kind: SecretKind, hash: string): void {
    this.#report({ what: 'secret', channel: this.#name(channel), detail: kind, hash });
  }

  #name(channel: string): string {
    return [...this.#trail, channel].join(' › ');
  }
}

/** True for JSON with escapes: only there is it known what a backslash means. */
function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text) || !text.includes('\\')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function hasTag(text: string, start: number, end: number): boolean {
  const open = text.indexOf('<', start);
  return open >= 0 && open < end && TAG.test(text.slice(open, end));
}

/** Text of markup without tags, comments and scripts. */
function textOf(markup: string): string {
  const parts: string[] = [];
  tokenize(markup, (piece, start, end) => {
    if (piece === 'text') parts.push(markup.slice(start, end));
  });
  return parts.join('');
}
