/**
 * A library read by several threads: the first lists the files, all of them read files that no other has taken, and the first puts the
 * records together and hands the library round. Sending records from thread to thread costs a hundredth of reading them.
 */
import type { MessagePort } from 'node:worker_threads';
import { listFiles, type SourceFile } from '../library/disk.ts';
import type { Entry, EntryResult } from '../library/entry.ts';
import { readLibrary, type ReadLibrary } from '../library/read.ts';
import { isRecord, readRecordFile } from '../library/shelves.ts';

/** Files taken at a time: few enough that no thread waits long for another at the end. */
const HANDFUL = 32;

/** What the first thread asks of the others. */
interface Asked {
  root: string;
  files: SourceFile[];
}

type Records = Map<string, EntryResult<Entry<unknown>>>;

/**
 * Reads a library as the first of several threads.
 *
 * @param root content folder
 * @param shown how flaws call it
 * @param ports one to each other thread, which calls {@link readAlong}
 * @param taken number of the next file, shared by all threads
 */
export async function readTogether(root: string, shown: string, ports: readonly MessagePort[], taken: Int32Array): Promise<ReadLibrary> {
  const listed = listFiles(root, shown.replace(/\/+$/, ''));
  const files = listed.files.filter(({ path }) => isRecord(path));
  const answers = ports.map((port) => {
    const answer = messageFrom<Records>(port);
    port.postMessage({ root, files } satisfies Asked);
    return answer;
  });
  const records = readUntaken({ root, files }, taken);
  for (const answer of await Promise.all(answers)) for (const [path, record] of answer) records.set(path, record);
  const read = readLibrary(root, shown, { listed, recordOf: ({ path }) => records.get(path)! });
  for (const port of ports) port.postMessage(read);
  return read;
}

/** Reads along with the thread at the other end of a port, and is given the whole library. */
export async function readAlong(port: MessagePort, taken: Int32Array): Promise<ReadLibrary> {
  const asked = await messageFrom<Asked>(port);
  const library = messageFrom<ReadLibrary>(port);
  port.postMessage(readUntaken(asked, taken));
  return library;
}

function readUntaken({ root, files }: Asked, taken: Int32Array): Records {
  const records: Records = new Map();
  for (let first = take(taken, HANDFUL); first < files.length; first = take(taken, HANDFUL)) {
    for (const file of files.slice(first, first + HANDFUL)) records.set(file.path, readRecordFile(root, file));
  }
  return records;
}

/** Takes a handful of what threads share. @returns number of the first that no other thread has */
export function take(taken: Int32Array, handful: number): number {
  return Atomics.add(taken, 0, handful);
}

/** The next message of a port. Whoever answers it must be listened to before it is asked. */
export function messageFrom<Message>(port: MessagePort): Promise<Message> {
  return new Promise((received) => port.once('message', received));
}
