import { expect, test } from 'vitest';
import { checkRecorded } from '../../../src/identity/check-recorded.ts';

const file = { path: 'disclosures/2026/a.md', text: '一\n二\n' };
const names = { '2026/a/x': '河道清淤', '2026/a/y': '堤岸修补', '2026/a/results/z': '水质监测' };

test('a project that was published and is gone is a warning at the last line', () => {
  const found = checkRecorded({
    ...file,
    projects: [{ id: '2026/a/x' }],
    results: [],
    record: { names, moved: {} },
  });
  expect(found).toMatchObject([{ rule: 'file/projects-missing', line: 2 }]);
  expect(found[0]?.message).toContain('公开过的“堤岸修补”在这个文件里没有了');
});

test('so is a result; projects of the file are no results', () => {
  const results = [{ id: '2026/a/results/w' }];
  const found = checkRecorded({ ...file, projects: [], results, record: { names, moved: {} } });
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringContaining('公开过的“水质监测”的自评在这个文件里没有了'),
  ]);
});

test('nothing is missing that has moved', () => {
  const moved = { '/2026/a/y/': '/2026/a/x/' };
  const projects = [{ id: '2026/a/x' }];
  expect(checkRecorded({ ...file, projects, results: [], record: { names, moved } })).toEqual([]);
});
