/** The gate on several processors: each thread looks at its share of the files. */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Flaw } from '../flaws/flaw.ts';
import { loadFingerprints, scan } from './gate.ts';

interface Share {
  folder: string;
  project: string;
  shown: string;
  number: number;
  total: number;
}

/**
 * Looks at every file below a folder, with the fingerprints of a project.
 *
 * @param folder what is about to be published
 * @param project folder that holds gate/fingerprints.json
 * @param shown how flaws call the folder
 * @returns one flaw for each file, channel and kind of secret
 * @throws where a thread fails: a gate that looked at a part must not say that all is well
 */
export async function scanSideBySide(folder: string, project: string, shown: string): Promise<Flaw[]> {
  const total = Math.max(1, Math.min(4, availableParallelism()));
  const shares = Array.from({ length: total }, (_, number) => runThread({ folder, project, shown, number, total }));
  return (await Promise.all(shares)).flat();
}

function runThread(share: Share): Promise<Flaw[]> {
  return new Promise((done, failed) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: share });
    let answer: Flaw[] | undefined;
    thread.on('message', (flaws: Flaw[]) => (answer = flaws));
    thread.on('error', failed);
    thread.on('exit', (code) => {
      if (answer) done(answer);
      else failed(new Error(`A part of the gate ended with ${code} and said nothing.`));
    });
  });
}

if (!isMainThread && parentPort && workerData) {
  const { folder, project, shown, number, total } = workerData as Share;
  parentPort.postMessage(scan(folder, loadFingerprints(project), shown, (index) => index % total === number));
}
