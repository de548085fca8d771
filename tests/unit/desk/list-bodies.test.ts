import { expect, test } from 'vitest';
import { openContent } from '../../../src/content/open-content.ts';
import { listBodies } from '../../../src/desk/list-bodies.ts';
import { tempFolders } from '../../helpers/temp-folders.ts';
import { fixtureSource, writeFiles } from '../../helpers/write-files.ts';

const newFolder = tempFolders();
const good = fixtureSource('a-plain-table');

test('each year lists its bodies: what waits comes first, and who has nothing yet comes last', async () => {
  const [folder, out] = [newFolder(), newFolder()];
  const older = good.replaceAll('2026', '2025');
  const front = (name: string) => `---\npublisher: ${name}\n---\n`;
  writeFiles(folder, {
    'disclosures/2026/a.md': front('青溪县教育局') + good,
    'disclosures/2026/b.md': front('青溪县水务局') + good.replaceAll('河道清淤', '堤岸修补'),
    'disclosures/2025/c.md': front('青溪县档案馆') + older,
  });
  writeFiles(out, {
    '2026/a/source.txt': front('青溪县教育局') + good,
    '2026/b/source.txt': 'as it was',
    '2025/c/source.txt': front('青溪县档案馆') + older,
  });
  const years = listBodies(await openContent({ root: process.cwd(), folder }), out, null);
  expect(years.map(({ year, projects, yuan }) => [year, projects, yuan])).toEqual([
    ['2026', 2, '60000.00'],
    ['2025', 1, '30000.00'],
  ]);
  expect(years[0]?.bodies.map(({ id, name, state, hints }) => [id, name, state, hints])).toEqual([
    ['2026/b', '青溪县水务局', 'waiting', 1],
    ['2026/a', '青溪县教育局', 'open', 1],
  ]);
  expect(years[0]?.missing.map(({ name, year }) => [name, year])).toEqual([['青溪县档案馆', '2025']]);
  expect(years[1]?.missing).toEqual([]);
});

test('a source with errors is listed with what the site has of it', async () => {
  const [folder, out] = [newFolder(), newFolder()];
  writeFiles(folder, {
    'disclosures/2026/a.md': good,
    'disclosures/2026/b.md': good.replace('30,000.00', '30,0O0.00'),
  });
  const content = await openContent({ root: process.cwd(), folder });
  const projects = [1, 2].map((number) => ({ name: `项目${number}`, yuan: '0.10' }));
  const of = { id: '2026/b', path: 'disclosures/2026/b.md', name: '青溪县水务局' };
  const body = { ...of, projects, results: [], yuan: '0.20' };
  const [year, ...more] = listBodies(content, out, { bodies: [body] });
  expect([year?.projects, year?.yuan, more]).toEqual([3, '30000.20', []]);
  expect(year?.bodies.find(({ id }) => id === '2026/b')).toMatchObject({
    ...{ name: '青溪县水务局', projects: 2, yuan: '0.20', state: 'waiting', errors: 1 },
  });
});
