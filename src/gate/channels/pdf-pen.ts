import type { PdfValue } from './pdf-syntax.ts';

/** How high on the page text is shown, as far as telling one line from the next needs (8.3.4, 9.4.2). */
export class Pen {
  #page = { scale: 1, offset: 0 };
  #saved: { scale: number; offset: number }[] = [];
  #height = 0;
  #scale = 1;
  #last = Number.NaN;

  move(operator: string, operands: readonly PdfValue[]): void {
    const number = (index: number): number => (typeof operands[index] === 'number' ? operands[index] : 0);
    if (operator === 'q') this.#saved.push(this.#page);
    else if (operator === 'Q') this.#page = this.#saved.pop() ?? this.#page;
    else if (operator === 'cm') this.#page = { scale: this.#page.scale * number(3), offset: this.#page.offset + this.#page.scale * number(5) };
    else if (operator === 'BT') [this.#height, this.#scale] = [0, 1];
    else if (operator === 'Tm') [this.#height, this.#scale] = [number(5), number(3)];
    else if (operator === 'Td' || operator === 'TD') this.#height += number(1) * this.#scale;
    // These go one line down, by a leading that does not matter here.
    else if (operator === 'T*' || operator === "'" || operator === '"') this.#height -= this.#scale;
  }

  isOnNewLine(): boolean {
    const height = this.#page.offset + this.#page.scale * this.#height;
    const isNew = Math.abs(height - this.#last) > 0.01;
    this.#last = height;
    return isNew;
  }
}
