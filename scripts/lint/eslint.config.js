import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { importOrder } from './import-order.js';

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.jixiao/', 'node_modules/', 'coverage/'] },
  js.configs.recommended,
  {
    plugins: { jixiao: { rules: { 'import-order': importOrder } } },
    rules: { 'jixiao/import-order': 'error' },
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  ...astro.configs['flat/recommended'],
  { files: ['*.mjs'], languageOptions: { globals: { URL: 'readonly' } } },
  {
    files: ['public/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly' } },
  },
  {
    files: ['scripts/bench/peers/starlight/**/*.js'],
    languageOptions: { globals: { Response: 'readonly' } },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
);
