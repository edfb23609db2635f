import { describe, expect, it } from 'vitest';
import { SEVERAL, severalUnits, SEVERAL_UNITS, unitOf, unitsOf } from '../../../src/gate/letters.ts';

describe('The letters the gate compares', () => {
  it('are the same from the table of Chinese and Korean as one by one', () => {
    let several = 0;
    for (let code = 128; code < 0x10000; code++) {
      if (unitOf(code) !== SEVERAL_UNITS) continue;
      const at = severalUnits(code);
      if ([...SEVERAL.subarray(at + 1, at + 1 + SEVERAL[at]!)].join() !== unitsOf(code).join()) expect.fail(`U+${code.toString(16)}`);
      several++;
    }
    expect(several).toBeGreaterThan(38_000);
  });
});
