import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/site/**/*.test.ts', 'tests/*.test.ts'],
    testTimeout: 60_000,
    retry: process.env['CI'] ? 1 : 0,
    // Site tests build a real library each; two cores serve two at a time.
    maxWorkers: 2,
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: 'test-results/vitest.json' }]] : ['default'],
  },
});
