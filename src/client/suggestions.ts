/**
 * Suggestions while typing: an ARIA combobox with a list of documents by title, citation or other name. Arrow keys go through the
 * list, Enter opens what is chosen or else searches, Escape closes.
 */
import { element } from './elements.ts';

export interface Suggestion {
  title: string;
  facts: string;
  href: string;
  lang: string;
}

/** Milliseconds without a key before suggestions are looked up. */
const PAUSE = 90;

/**
 * Sets suggestions on an input.
 *
 * @param lookUp what to suggest for what is typed
 */
export function suggestions(input: HTMLInputElement, list: HTMLElement, lookUp: (typed: string) => Promise<Suggestion[]>): { close: () => void } {
  let active = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: Suggestion[] = [];

  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const close = (): void => {
    clearTimeout(timer);
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (index: number): void => {
    active = index;
    [...list.children].forEach((item, place) => item.setAttribute('aria-selected', String(place === index)));
    const item = list.children[index];
    if (item) {
      input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const show = (found: Suggestion[]): void => {
    shown = found;
    list.replaceChildren(
      ...found.map(({ title, facts, lang }, index) => element('li', { role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false' }, element('span', { lang, dir: 'auto' }, title), element('span', { class: 'd' }, facts))),
    );
    if (found.length === 0) return close();
    list.hidden = false;
    active = -1;
    input.setAttribute('aria-expanded', 'true');
    input.removeAttribute('aria-activedescendant');
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    const typed = input.value;
    // One letter says nothing, one Chinese character much.
    if (typed.trim().length < 2 && !/\p{sc=Han}/u.test(typed)) return close();
    timer = setTimeout(() => {
      void lookUp(typed).then(
        (found) => {
          if (input.value === typed && document.activeElement === input) show(found);
        },
        () => close(), // the search itself says what is wrong
      );
    }, PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const open = !list.hidden;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && open) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const places = shown.length + 1; // one place is the input itself
      choose(((active + 1 + step + places) % places) - 1);
    } else if (event.key === 'Enter' && open && active >= 0) {
      event.preventDefault();
      location.href = shown[active]!.href;
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    }
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault()); // the input keeps the focus
  list.addEventListener('click', (event) => {
    const index = [...list.children].indexOf((event.target as Element).closest('li')!);
    if (shown[index]) location.href = shown[index].href;
  });
  input.addEventListener('blur', close);
  return { close };
}
