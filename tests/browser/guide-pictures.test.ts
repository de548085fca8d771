/**
 * The guide's page of commands, walked through: a workbook, three commands, a page. What the guide quotes is what the commands
 * print. With `UPDATE_PICTURES=1` the pictures that the guide and the README show are taken anew, into `public/pictures/` and `.github/`.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { serveBuiltSite } from '../../scripts/browser/serve-built-site.ts';
import { plainEnvironment, runScript } from '../helpers/run-script.ts';
import { makeWorkbook, type OfficeTable } from '../helpers/make-originals.ts';
import { browserOfFile } from '../helpers/browser-of-file.ts';
import { openFixture } from '../helpers/build-fixture.ts';
import { keepPicture } from '../helpers/keep-picture.ts';
import { tempFolders } from '../helpers/temp-folders.ts';

const FILE = '云岭市文化局2026年项目绩效目标表.xlsx';
const guide = readFileSync('content/guide/commands.mdx', 'utf8');
const viewport = { width: 900, height: 560 };
const { folder, env } = openFixture(tempFolders()());
const browser = await browserOfFile();

beforeAll(() => {
  writeFileSync(join(folder, FILE), makeWorkbook([toTable()]));
});

test('from a workbook to a page, as the guide says', async () => {
  const imported = runScript('import', [join(folder, FILE), '--as', 'wen-hua-ju'], env);
  expect(imported.status).toBe(0);
  const printed = [...imported.stderr.split('\n'), ...imported.stdout.split('\n')].filter(
    (line) => line !== '',
  );
  for (const line of printed)
    expect(guide).toContain(line.replace(/：\S*content\/disclosures/, '：content/disclosures'));

  const checked = runScript('check', ['--html'], env);
  const clean = '1 个项目：0 处错误（error），0 处提示（warning），0 条说明（info）';
  expect(checked.stdout).toContain(clean);
  expect(guide).toContain(clean);
  await take('public/pictures/check.png', reportOf(checked.stderr), '没有错误，可以公开');

  const crooked = join(folder, 'content', 'disclosures', '2026', 'jiao-yu-ju.md');
  const good = readFileSync(join(folder, 'content', 'disclosures', '2026', 'wen-hua-ju.md'), 'utf8');
  writeFileSync(
    crooked,
    good
      .replace(/^---.*?---\s/s, '')
      .replace('125,000.00', '125,0O0.00')
      .replace('主管部门 |  |', '主管部门'),
  );
  const found = runScript('check', ['--html', crooked], env);
  expect(found.status).toBe(1);
  expect(guide).toContain('预算金额 125,0O0.00 不是数字，和一处提示');
  expect(found.stdout).toContain('1 处错误（error），1 处提示（warning）');
  await take('public/pictures/error.png', reportOf(found.stderr), '要看的地方');
  rmSync(crooked);

  expect(runScript('build', [], env).status).toBe(0);
  const site = await serveBuiltSite(plainEnvironment(env));
  const project = `${site.address}2026/wen-hua-ju/xiang-cun-tu-shu-jiao-jian-she/`;
  await take('public/pictures/page.png', project, '125,000.00');
  await take('.github/project-page.png', project, '≥3000人次', { width: 1280, height: 1240 });
  const page = await browser.newPage();
  await page.goto(`${site.address}2026/wen-hua-ju/`);
  const link = page.locator(`a[download="${FILE}"]`);
  const response = await page.request.get(
    new URL((await link.getAttribute('href')) ?? '', site.address).href,
  );
  expect((await response.body()).equals(readFileSync(join(folder, FILE)))).toBe(true);
  await page.close();
  await site.close();
});

test.each(
  ['publish', 'commands', 'formats'].flatMap((name) =>
    [360, 768, 1280].map((width) => [name, width] as const),
  ),
)('the page %s, which has pictures, does not scroll sideways at %i px', async (name, width) => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${inject('address')}guide/${name}/`);
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(beyond).toBe(0);
  await page.close();
});

/** The address that `check --html` prints. */
function reportOf(printed: string): string {
  expect(guide).toContain('用浏览器打开');
  return /用浏览器打开：(file:\S+)/.exec(printed)?.[1] ?? '';
}

/** @param file Of the picture. @param text That the page must show. */
async function take(file: string, url: string, text: string, size = viewport): Promise<void> {
  const page = await browser.newPage({ viewport: size, colorScheme: 'light' });
  await page.goto(url);
  expect(await page.locator('main').textContent()).toContain(text);
  const picture = await page.screenshot();
  keepPicture(file, picture);
  await page.close();
}

function toTable(): OfficeTable {
  const rows = [
    ['项目名称', '', '乡村图书角建设', '', '', ''],
    ['主管部门', '', '云岭市文化局', '', '', ''],
    ['用款单位', '', '云岭市图书馆', '', '', ''],
    ['实施周期', '', '起始年度', '2024', '到期年度', '2026'],
    ['2026年预算金额(元)', '', '125,000.00', '', '', ''],
    ['总体绩效目标', '', '实施周期总目标', '', '', ''],
    ['', '', '三年建成图书角六十个。', '', '', ''],
    ['', '', '2026年度目标', '', '', ''],
    ['', '', '建成图书角二十个。', '', '', ''],
    ['绩效指标', '一级指标', '二级指标', '三级指标', '实施周期指标值', '年度指标值'],
    ['', '产出指标', '数量指标', '图书角数量', '60个', '20个'],
    ['', '效益指标', '社会效益', '服务人次', '≥9000人次', '≥3000人次'],
    ['', '满意度指标', '服务对象满意度', '读者满意度', '≥90%', '≥90%'],
    ['', '成本指标', '经济成本指标', '费用总额', '37.5万元', '12.5万元'],
  ];
  const cells = rows.flatMap((row, index) =>
    row.map((text, column) => ({ text, row: index, column, rowSpan: 1, columnSpan: 1 })),
  );
  return { title: '项目绩效目标表', width: 6, height: rows.length, cells };
}
