import { expect, test } from 'vitest';
import { findCopies, findImported } from '../../../src/content/find-imported.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(64));

test('originals are those that front matter names', () => {
  const folder = writeFiles(newFolder(), {
    'disclosures/2026/b.md': `\ufeff---\r\noriginals:\r\n  - name: 甲\r\n    sha256: "${B}"\r\n  - sha256: '${C}'\r\n---\r\n`,
    'disclosures/2026/a.md': `---\noriginals:\n  - sha256: ${A}\n---\nsha256: ${B}\n`,
    'disclosures/2026/c.md': `\n---\nsha256: ${C}\n---\n`,
    'disclosures/2026/d.txt': `---\nsha256: ${C}\n---\n`,
    'disclosures/2026/e.md': `---\nsha256: ${'a'.repeat(63)}\nnot-sha256: ${C}\n---\n`,
  });
  expect(findImported(folder)).toEqual([
    { path: 'disclosures/2026/a.md', sha256: A },
    { path: 'disclosures/2026/b.md', sha256: B },
    { path: 'disclosures/2026/b.md', sha256: C },
  ]);
  expect(findImported(newFolder())).toEqual([]);
});

test('copies are files next to the source, each once', () => {
  const front = [
    'originals:',
    '  - file: a.original.xlsx',
    '    file: "a.original-2.docx"',
    'tables:',
    '  - file: a.original.xlsx',
    "  - file: 'b.pdf'",
    '  - file: ../c.pdf',
  ];
  expect(findCopies(`---\n${front.join('\n')}\n---\nfile: d.pdf\n`)).toEqual([
    'a.original.xlsx',
    'a.original-2.docx',
    'b.pdf',
  ]);
  expect(findCopies('file: a.pdf')).toEqual([]);
});

test('a name or a hash may have any spaces before it, or none', () => {
  expect(findCopies('---\nfile:a.pdf\nfile:   b.pdf\nprofile: c.pdf\n---\n')).toEqual(['a.pdf', 'b.pdf']);
  const folder = writeFiles(newFolder(), {
    'disclosures/2026/a.md': `---\nsha256:${A}\nsha256:   ${B}\n---\n`,
  });
  expect(findImported(folder).map(({ sha256 }) => sha256)).toEqual([A, B]);
});
