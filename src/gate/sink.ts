/**
 * Where a channel puts what it read. A channel (channels/*.ts) turns the bytes of one kind of file into text; the sink
 * looks for secrets in it and knows how to look again into what is packed inside.
 */
export interface Sink {
  /** Plain text, JSON, scripts: escapes are decoded, and markup inside it is looked at without its tags. */
  text(channel: string, text: string): void;
  /** HTML and XML: text without tags, and all that is in tags, comments and scripts. */
  markup(channel: string, text: string): void;
  /** A file inside the file. An empty name means that the kind is to be guessed from the bytes. */
  file(channel: string, name: string, bytes: Buffer): void;
  /** The channel could not read something, so the gate must not let it through. */
  unreadable(channel: string, reason: string): void;
  /** The file names a path of the restricted folder. */
  restrictedPath(channel: string): void;
}

/** Reads a file of one kind. */
export type Channel = (bytes: Buffer, sink: Sink) => void;
