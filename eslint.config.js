import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'dist-restricted/', 'dist-cms/', '.astro/', '.cache/', 'test-results/', '**/.*.stage-*/', 'content/', 'restricted/authorities/'] },
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
    files: ['**/*.ts', '**/*.mjs', '**/*.js', '**/*.astro'],
    ignores: ['src/restricted/**', 'restricted/**', 'scripts/directory.ts', 'scripts/directory/**', 'tests/unit/restricted/**', 'tests/unit/gate/sample-records.test.ts', 'tests/site/restricted.test.ts', 'tests/site/directory*.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['**/restricted/**', '**/directory/**', '**/scripts/directory.ts'], message: 'Public code must not import restricted code or data.' }] }],
      'no-restricted-syntax': ['error', { selector: 'ImportExpression[source.value=/restricted\\x2f|directory\\x2f/], CallExpression[callee.object.type="MetaProperty"][callee.property.name=/^glob/]:has(Literal[value=/restricted/])', message: 'Public code must not import restricted code or data.' }],
    },
  },
);
