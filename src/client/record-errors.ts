/** In the preview only: what is wrong with a record, laid over the last good page. Escape, or the button, leads back to the page. */
import '../styles/record-errors.css';

const dialog = document.createElement('dialog');
const text = document.createElement('pre');
const close = document.createElement('button');

dialog.className = 'record-errors';
dialog.setAttribute('aria-label', 'A record has an error');
dialog.lang = 'en';
dialog.dir = 'ltr';
close.textContent = 'Show the last good page';
close.addEventListener('click', () => dialog.close());
dialog.append(text, close);

const hot = (import.meta as { hot?: { on: (event: string, listen: (data: { message: string }) => void) => void } }).hot;
hot?.on('comity:record-errors', ({ message }) => {
  text.textContent = message;
  if (!dialog.isConnected) document.body.append(dialog);
  if (!dialog.open) dialog.showModal();
});

export {};
