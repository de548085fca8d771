import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { importOrder } from '../../../../scripts/lint/import-order.js';

function fix(code: string): string {
  const plugins = { jixiao: { rules: { 'import-order': importOrder } } };
  return new Linter().verifyAndFix(code, [{ plugins, rules: { 'jixiao/import-order': 'error' } }]).output;
}

test('sorts imports into node, packages and ours, and keeps the header and the order within each group', () => {
  expect(
    fix(
      "/** Header. */\nimport b from './b.ts';\nimport './style.css';\nimport z from 'zod';\nimport a from './a.ts';\nimport fs from 'node:fs';\n",
    ),
  ).toBe(
    "/** Header. */\nimport fs from 'node:fs';\nimport './style.css';\nimport z from 'zod';\nimport b from './b.ts';\nimport a from './a.ts';\n",
  );
});

test('leaves sorted imports alone', () => {
  const code = "import fs from 'node:fs';\nimport z from 'zod';\nimport b from './b.ts';\n";
  expect(fix(code)).toBe(code);
});
