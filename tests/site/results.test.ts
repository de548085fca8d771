/** A site with results: every file of them is compared with their sources before it is published, and numbers of persons are masked. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { verifySite } from '../../src/verify/verify-site.ts';
import { verifyConservation } from '../../src/verify/verify-conservation.ts';
import { buildFixtureOnce, type Fixture } from '../helpers/build-fixture.ts';
import { RESULTS_CONTENT } from '../helpers/results-content.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const newFolder = tempFolders();
const WATER = '2025/water/results';
const PIPES = `${WATER}/guan-wang-yang-hu`;
let site: Fixture;

beforeAll(() => {
  site = buildFixtureOnce(newFolder(), RESULTS_CONTENT);
});

/** The losses of the site with a file changed. It is as before afterwards. */
function lossesWith(file: string, change: (text: string) => string): string[] {
  const path = join(site.dist, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  try {
    writeFileSync(path, changed);
    return [
      ...verifyConservation(site.content, site.dist).losses,
      ...verifySite(site.content, site.dist).losses,
    ];
  } finally {
    writeFileSync(path, text);
  }
}

test('nothing is lost', () => {
  expect(verifyConservation(site.content, site.dist).losses).toEqual([]);
  expect(verifySite(site.content, site.dist).losses).toEqual([]);
});

test('numbers of persons are masked in all files but the source, as it was published', () => {
  const files = readdirSync(site.dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const open = files.filter((file) => readFileSync(file).includes('13900000001'));
  expect(open.map((file) => file.slice(site.dist.length + 1))).toEqual([`${WATER}/source.txt`]);
  for (const file of ['index.html', 'result.json', 'result-indicators.csv'])
    expect(site.read(`${PIPES}/${file}`)).toContain('联系人电话139********');
});

describe('a loss is named', () => {
  test.each([
    ['an actual value on the page', `${PIPES}/index.html`, '95.5%', '95.6%'],
    ['a project without a result in the list of a year', '2025/index.html', '没有自评"', '有自评"'],
    ['a reason on the page', `${PIPES}/index.html`, '改在九月补巡', '改在九月巡查'],
    ['a difference on the page', `${PIPES}/index.html`, '多 0.5', '多 0.6'],
    [
      'a sum on the page',
      `${PIPES}/index.html`,
      '<td class="num yuan">49,000.00',
      '<td class="num yuan">48,000.00',
    ],
    [
      'the count of targets that were reached',
      `${PIPES}/index.html`,
      '1 项的实际数达到目标，',
      '2 项的实际数达到目标，',
    ],
    ['a line of the source on the page', `${PIPES}/index.html`, '电话139********', '电话137********'],
    ['two targets without a notice', `${PIPES}/index.html`, '目标有两个：', '目标：'],
    [
      'a link to another project',
      `${PIPES}/index.html`,
      'href="/2025/water/guan-wang-yang-hu/"',
      'href="/2025/water/di-fang-jia-gu/"',
    ],
    ['a project that may be meant', `${WATER}/shui-zhi-jian-ce/index.html`, '>堤防加固<', '>河道保洁<'],
    ['a reason in JSON', `${WATER}/results.json`, '改在九月补巡', '改在九月巡查'],
    ['yuan in JSON', `${WATER}/results.json`, '"yuan": "49000.00"', '"yuan": "490000.00"'],
    ['the year in JSON', `${WATER}/results.json`, '"name": "闸坝维修"', '"name": "闸坝维护"'],
    ['a result of its own', `${PIPES}/result.json`, '"95.8"', '"95.9"'],
    ['a figure in CSV', `${WATER}/results.csv`, ',49000.00,', ',49000.01,'],
    ['a target in CSV', `${WATER}/result-indicators.csv`, '≥8次', '≥9次'],
    ['what two tables agree on', `${PIPES}/result-indicators.csv`, ',false,', ',true,'],
    ['a row of the year', '2025/results.csv', '闸坝维修', '闸坝维护'],
    ['an item of the site', 'results.json', '改在九月补巡', '改在九月巡查'],
    ['a score in a list', `${WATER}/index.html`, '95.8', '95.9'],
    ['a body in the list of a year', '2025/results/index.html', '>青溪县公路站<', '>青溪县水务局<'],
    ['how many are joined', '2025/results/index.html', '2 个公布了自评', '3 个公布了自评'],
    [
      'the result on the page of a project',
      '2025/water/guan-wang-yang-hu/index.html',
      '6 项指标里',
      '5 项指标里',
    ],
    [
      'that a project has none',
      '2025/water/shui-zhi-jian-ce/index.html',
      '本站没有这个项目2025年的自评表',
      '本站没有这个项目2024年的自评表',
    ],
    ['the count on the home page', 'index.html', '2 个单位公开了', '3 个单位公开了'],
    [
      'a project of the API',
      'api/results.json',
      '"projectId": "2025/water/he-dao-bao-jie"',
      '"projectId": null',
    ],
    [
      'an actual value in a comparison',
      'indicators/name/xun-cha-he-dao/index.html',
      '>9次</span>',
      '>8次</span>',
    ],
    [
      'the row of an actual value in a comparison',
      'indicators/name/xun-cha-he-dao/index.html',
      'results/guan-wang-yang-hu/#xun-cha-he-dao',
      'results/guan-wang-yang-hu/#ju-min-yi-jian',
    ],
    ['a reason in search', 'pagefind/records/0.json', '改在九月补巡', '改在九月巡查'],
    [
      'the row of a reason in search',
      'pagefind/records/0.json',
      '"anchor":"xun-cha-he-dao","text"',
      '"text"',
    ],
    ['which projects have results in search', 'pagefind/table.json', '"answered":[', '"answered":[0,'],
    ['a line of the source', `${WATER}/source/index.html`, '电话139********', '电话1**********'],
    ['the bytes of the source', `${WATER}/source.txt`, '闸坝维修', '闸坝维护'],
  ])('%s', (_what, file, from, to) => {
    expect(lossesWith(file, (text) => text.replace(from, to))).not.toEqual([]);
  });
});
