/** What `check` accepts, `build` publishes: arbitrary edits of every kind of table are shown, and the conservation check accepts them. */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readDisclosure } from '../../src/content/read-disclosure.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { commitContent } from '../helpers/commit-content.ts';
import { tempFolders } from '../helpers/temp-folders.ts';
import { fixtureSource } from '../helpers/write-files.ts';

const newFolder = tempFolders();
const FIXTURES = 'tests/unit/record/fixtures';

/** Of a source that a build would publish. */
function isGood(path: string, value: string): boolean {
  const { notices, projects } = readDisclosure(new VFile({ path, value }));
  return projects.length > 0 && notices.every(({ severity }) => severity !== 'error');
}

/** A source with some of its cells changed: another figure, another word, or nothing. Headers of columns stay. */
function editOf(text: string): fc.Arbitrary<string> {
  const edit = (cell: string, kind: number) => {
    if (kind === 0) return cell.replace(/\d/, (digit) => String((Number(digit) + 3) % 10));
    if (kind === 1) return cell.replace(/[\u4e00-\u9fff]+/, (words) => `${words}新`);
    return kind === 2 ? cell.replace(/[≥≤=＝>]/, '≈') : '';
  };
  const cells = text.split(/([\t|\n]+)/);
  const header = /三级|二级|一级/;
  const isHeader = (at: number) => {
    const start = cells.slice(0, at).join('').lastIndexOf('\n') + 1;
    return header.test(text.slice(start, (text.indexOf('\n', start) + 1 || text.length + 1) - 1));
  };
  const places = cells
    .keys()
    .filter((at) => at % 2 === 0 && !isHeader(at))
    .toArray();
  return fc
    .array(fc.record({ at: fc.constantFrom(...places), kind: fc.nat(3) }), { minLength: 1, maxLength: 4 })
    .map((edits) =>
      cells
        .map((cell, at) =>
          edits.filter((each) => each.at === at).reduce((now, { kind }) => edit(now, kind), cell),
        )
        .join(''),
    );
}

test('edits of all forms are published', () => {
  const fixture = openFixture(newFolder());
  const names = readdirSync(FIXTURES).filter((name) =>
    isGood(`disclosures/2026/${name}.md`, fixtureSource(name)),
  );
  expect(names.length).toBeGreaterThan(50);
  const now = new Map(names.map((name) => [`disclosures/2026/${name}.md`, fixtureSource(name)]));
  fixture.write(Object.fromEntries(now));
  commitContent(fixture.content, '2026-02-01T00:00:00Z');
  for (const [round, day] of ['2026-03-01', '2026-03-02', '2026-04-01'].entries()) {
    for (const [path, text] of now) {
      const edits = fc.sample(editOf(text), { numRuns: 20, seed: round * 1000 + text.length });
      now.set(path, edits.find((edited) => edited !== text && isGood(path, edited)) ?? text);
    }
    fixture.write(Object.fromEntries(now));
    commitContent(fixture.content, `${day}T00:00:00Z`);
  }
  const { status, stdout, stderr } = fixture.run('build');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('缺失或改动 0 处');
  expect(fixture.page('changes').querySelectorAll('[data-revision]').length).toBeGreaterThan(60);
});
