/** Keeps the edition on this device when asked to, and removes it again. Never by itself: a device may be shared. */
const panel = document.querySelector<HTMLElement>('#offline');

if (panel && 'serviceWorker' in navigator && location.protocol !== 'file:') {
  const output = panel.querySelector('output')!;
  panel.hidden = false;
  panel.addEventListener('click', (event) => {
    const action = (event.target as Element).closest<HTMLButtonElement>('button')?.dataset['do'];
    if (action === 'keep') void keep(output);
    if (action === 'remove') void remove(output);
  });
}

async function keep(output: HTMLOutputElement): Promise<void> {
  output.value = 'Fetching …';
  try {
    const registration = await navigator.serviceWorker.register('../service-worker.js', { scope: '../' });
    const worker = registration.installing ?? registration.waiting ?? registration.active!;
    await new Promise<void>((done, failed) => {
      const look = (): void => {
        if (worker.state === 'activated') done();
        if (worker.state === 'redundant') failed(new Error('some pages could not be fetched'));
      };
      worker.addEventListener('statechange', look);
      look();
    });
    output.value = 'The directory is on this device.';
  } catch (error) {
    output.value = `Not kept: ${(error as Error).message}`;
  }
}

async function remove(output: HTMLOutputElement): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
  output.value = 'Removed from this device.';
}
