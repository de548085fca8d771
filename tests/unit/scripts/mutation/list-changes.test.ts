import { expect, test } from 'vitest';
import { applyChange } from '../../../../scripts/mutation/apply-change.ts';
import { listChanges } from '../../../../scripts/mutation/list-changes.ts';

/** The texts that changes make of a text. */
async function changedTexts(text: string): Promise<string[]> {
  const changes = await listChanges([['src/a.ts', text]]);
  expect(changes.map(({ file }) => file)).toEqual(changes.map(() => 'src/a.ts'));
  return changes.map((change) => applyChange(text, change));
}

test('operators and values are changed, each by itself and in its place', async () => {
  expect(await changedTexts("// One.\nconst a = b + c;\nconst d = 'e';\n")).toEqual([
    "// One.\nconst a = b - c;\nconst d = 'e';\n",
    '// One.\nconst a = b + c;\nconst d = "";\n',
  ]);
});

test('Chinese words are left as they are, and patterns with Chinese are not', async () => {
  expect(await changedTexts("throw new Error('读不出');\n")).toEqual([]);
  expect(await changedTexts('const YEAR = /年$/;\n')).toEqual(['const YEAR = /年/;\n']);
});
