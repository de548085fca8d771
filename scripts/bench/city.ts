/**
 * `node scripts/bench/city.ts FOLDER`: writes the content of an invented city: targets of 2025, what became of them, and targets of
 * 2026, of 40 bodies with ten projects each. The same folder each time. `npm run screenshots -- --city` takes pictures of its site.
 */
import { join } from 'node:path';
import { writeProject } from '../../tests/helpers/write-project.ts';
import { writeResult, type WrittenResult } from '../../tests/helpers/write-result.ts';
import { writeFiles } from '../../tests/helpers/write-files.ts';
import { seededRandom } from './seeded-random.ts';

const FIELDS = [
  '水务',
  '教育',
  '交通',
  '文化',
  '卫生健康',
  '城市管理',
  '农业农村',
  '民政',
  '应急管理',
  '市场监管',
];
const OFFICES = ['局', '信息中心', '执法支队', '服务中心'];
const WORKS = [
  ...['设备更新', '日常保洁', '人员培训', '设施维护', '信息系统运维'],
  ...['宣传活动', '应急储备', '安全检查', '绿化养护', '便民服务'],
];
const REASONS = [
  ...['', '', ''],
  '下半年集中开展，比计划多。',
  '个别点位整改不及时，已约谈承包单位，下一年增加抽查。',
];

/** The files of the city by their paths. */
export function writeCity(): Record<string, string> {
  const random = seededRandom(7);
  const bodies = FIELDS.flatMap((field) => OFFICES.map((office) => ({ field, office })));
  return Object.assign(
    { 'site.json': JSON.stringify({ name: '云岭绩效', tagline: '预算绩效目标公开', resultsDue: '08-31' }) },
    ...bodies.map(({ field, office }, place) => writeBody({ field, office, place, random })),
  ) as Record<string, string>;
}

interface Body {
  field: string;
  office: string;
  /** Among the bodies, from 0. */
  place: number;
  random: () => number;
}

/** Some projects have no result, every eighth body has none at all, and every fifth publishes late. */
function writeBody({ field, office, place, random }: Body): Record<string, string> {
  const names = { unit: `云岭市${field}${office}`, department: `云岭市${field}局` };
  const slug = `body-${place + 1}`;
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const projects = WORKS.map((work, order) => {
    const wan = 5 + Math.floor(random() * 900) / 2;
    const name = `${field}${work}`;
    const rows = [
      [`完成${work}次数`, `≥${order + 2}次`],
      [`${work}合格率`, '≥95%'],
      ['环境面貌', '有所改善'],
      ['群众满意度', '≥90%'],
    ] as const;
    const yuan = (wan * 10_000).toFixed(2);
    const isAnswered = place % 8 !== 7 && random() > 0.1;
    return {
      before: writeProject({ year: 2025, ...names, name, yuan, rows }),
      // One name of each body changes from year to year.
      after: writeProject({
        ...{ year: 2026, ...names, rows, yuan: (wan * 10_300).toFixed(2) },
        name: order === 3 ? `${name}（二期）` : name,
      }),
      result: isAnswered ? [writeResult({ year: 2025, ...names, ...answer(name, wan, rows) })] : [],
    };
  });
  const published = place % 5 === 4 ? '2026-09-15' : '2026-08-20';
  const results = projects.flatMap(({ result }) => result);

  function answer(name: string, wan: number, rows: readonly (readonly [string, string])[]) {
    const spent = wan * (0.7 + random() * 0.3);
    const rate = (spent / wan) * 100;
    const answers = rows.map(([indicator, target], at): NonNullable<WrittenResult['rows']>[number] => {
      const [actual, weight, score] = [
        [`${String(2 + Math.floor(random() * 12))}次`, '30', pick(['30', '28', '26'])] as const,
        [`${(92 + random() * 8).toFixed(1)}%`, '20', pick(['20', '19'])] as const,
        [pick(['有所改善', '完成']), '30', '30'] as const,
        [pick(['93%', '88%', '']), '10', pick(['10', '9'])] as const,
      ][at] ?? ['', '', ''];
      // Some repeat another target than the one that was published.
      const repeated = at === 0 && random() < 0.1 ? '≥1次' : target;
      return [indicator, repeated, actual, weight, score, pick(REASONS)];
    });
    const points =
      answers.reduce((sum, [, , , , score]) => sum + Number(score), 0) + Number((rate / 10).toFixed(1));
    return {
      ...{ name, rows: answers, total: points.toFixed(1) },
      funds: [
        ...[wan.toFixed(2), wan.toFixed(2), spent.toFixed(2)],
        ...[`${rate.toFixed(1)}%`, (rate / 10).toFixed(1)],
      ] as unknown as NonNullable<WrittenResult['funds']>,
    };
  }
  return {
    [`disclosures/2025/${slug}.md`]: projects.map(({ before }) => before).join(''),
    [`disclosures/2026/${slug}.md`]: projects.map(({ after }) => after).join(''),
    ...(results.length > 0 && {
      [`disclosures/results/2025/${slug}.md`]: `---\npublished: ${published}\n---\n\n${results.join('')}`,
    }),
  };
}

const [folder] = import.meta.main ? process.argv.slice(2) : [];
if (folder !== undefined) writeFiles(join(folder), writeCity());
