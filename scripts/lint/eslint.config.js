import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Imports are in this order: Node, packages, ours. Those for side effects only may be anywhere. */
const OURS = 'ImportDeclaration[specifiers.length>0][source.value=/^\\./]';
const OTHER = 'ImportDeclaration[specifiers.length>0]:not([source.value=/^\\./])';
const NODE = 'ImportDeclaration[specifiers.length>0][source.value=/^node:/]';
const message = 'Expected imports in this order: node, packages, ours';

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.jixiao/', 'node_modules/', 'coverage/', 'jixiao-portable-*'] },
  js.configs.recommended,
  {
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: `${OURS} ~ ${OTHER}`, message },
        { selector: `${OTHER}:not([source.value=/^node:/]) ~ ${NODE}`, message },
      ],
    },
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  ...astro.configs['flat/recommended'],
  { files: ['*.mjs'], languageOptions: { globals: { URL: 'readonly' } } },
  {
    files: ['public/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly', location: 'readonly' } },
  },
  {
    files: ['src/desk/page/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...[
            'addEventListener',
            'document',
            'DOMParser',
            'fetch',
            'File',
            'FormData',
            'history',
            'location',
          ],
          ...['setTimeout', 'URLSearchParams'],
        ].map((name) => [name, 'readonly']),
      ),
    },
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
