import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'dist-restricted/', '.astro/', '.cache/', 'test-results/', '**/.*.stage-*/', 'content/', 'restricted/'] },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // Public code never reads the restricted directory; only the commands that make its own edition may.
    files: ['src/**/*.ts', 'src/**/*.astro', 'scripts/**/*.ts'],
    ignores: ['src/restricted/**', 'scripts/directory.ts', 'scripts/fingerprint.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/restricted/**'], message: 'Public code must not import restricted code or data.' }] }] },
  },
);
