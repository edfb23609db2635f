/** Keeps the edition on this device when asked to, and removes it again. Never by itself: a device may be shared. */
import { say } from './said.ts';

const panel = document.querySelector<HTMLElement>('#offline');

if (panel && 'serviceWorker' in navigator && location.protocol !== 'file:') {
  const output = panel.querySelector('output')!;
  panel.hidden = false;
  panel.addEventListener('click', (event) => {
    const action = (event.target as Element).closest<HTMLButtonElement>('button')?.dataset['do'];
    if (action === 'keep') void keep(panel.dataset['worker']!, output);
    if (action === 'remove') void remove(output);
  });
}

async function keep(script: string, output: HTMLOutputElement): Promise<void> {
  output.value = say('fetching');
  try {
    const registration = await navigator.serviceWorker.register(script, { scope: script.replace(/[^/]*$/, '') });
    const worker = registration.installing ?? registration.waiting ?? registration.active!;
    await new Promise<void>((done, failed) => {
      const look = (): void => {
        if (worker.state === 'activated') done();
        if (worker.state === 'redundant') failed(new Error(say('notFetched')));
      };
      worker.addEventListener('statechange', look);
      look();
    });
    output.value = say('kept');
  } catch (error) {
    output.value = say('notKept', { reason: (error as Error).message });
  }
}

async function remove(output: HTMLOutputElement): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  output.value = say('removed');
}
