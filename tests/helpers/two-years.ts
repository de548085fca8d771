/** Two invented bodies in two years, and what changed: a rename by code, one by a recorded move, tables without funds. */
import { writeProject, type WrittenProject } from './write-project.ts';

type Own = Pick<WrittenProject, 'name' | 'yuan'> & Partial<WrittenProject>;

const of = (year: number, unit: string, department: string, projects: readonly Own[]) =>
  projects.map((own) => writeProject({ year, unit, department, ...own })).join('');
const water = (year: number, projects: readonly Own[]) => of(year, '青溪县水务局', '青溪县水务局', projects);
const school = (year: number, projects: readonly Own[]) =>
  of(year, '青溪县第一中学', '青溪县教育局', projects);

/** Files of a content folder. */
export const twoYears: Record<string, string> = {
  'disclosures/2025/water.md': water(2025, [
    { name: '河道保洁', yuan: '100000.00', code: 'X-1' },
    {
      name: '管网养护',
      yuan: '50000.50',
      rows: [
        ['巡查河道', '≥10次'],
        ['水质达标率', '不低于95%'],
        ['沿岸环境', '明显改善'],
        ['居民意见', '≤3条'],
      ],
    },
    { name: '水质监测', yuan: null },
    { name: '闸坝维修', yuan: '20000.00' },
  ]),
  'disclosures/2026/water.md': water(2026, [
    { name: '河道日常清洁', yuan: '120000.00', code: 'X-1' },
    { name: '管网养护', yuan: '45000.25' },
    { name: '水质监测', yuan: '3000.00' },
    { name: '防汛物资', yuan: '10000.10' },
    {
      name: '节水调研',
      yuan: null,
      rows: [
        ['调研报告', '1份'],
        ['建议', '有价值'],
      ],
    },
  ]),
  'disclosures/2025/school.md': school(2025, [{ name: '操场翻新', yuan: '80000.00' }]),
  'disclosures/2026/school.md': school(2026, [{ name: '运动场修缮', yuan: '80000.00' }]),
  // Published under its old name first, then renamed.
  'permalinks.json': JSON.stringify({
    ...{ urls: [], names: {} },
    moved: { '/2026/school/cao-chang-fan-xin/': '/2026/school/yun-dong-chang-xiu-shan/' },
  }),
};
