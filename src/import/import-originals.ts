/**
 * In: an office's own files.
 * Out: a source of the content folder, with a copy of each original next to it; or, where anything is wrong, nothing.
 */
import { join, relative } from 'node:path';
import type { DisclosureReading } from '../content/read-disclosure.ts';
import { readForms } from '../content/read-forms.ts';
import { checkIds } from '../identity/check-ids.ts';
import type { Notice } from '../record/disclosure-schema.ts';
import type { Form } from '../record/form.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import { must } from '../record/must.ts';
import { convertOriginals, placeOf, type Converted } from './convert-originals.ts';
import { ImportError, type RefusedSource } from './import-error.ts';
import { locateMessage } from './locate-message.ts';
import { openOriginal, type ImportEffects } from './open-original.ts';
import { refuseSame } from './refuse-same.ts';
import { saveSource } from './save-source.ts';

export interface ImportOptions {
  /** The content folder, absolute. */
  folder: string;
  /** Year of the budget, four digits; else the tables or the files' names say it. */
  year?: string | undefined;
  /** The source's name in the URL: all files make this one source. Without it, each file makes its own. */
  as?: string | undefined;
  /** Replace a source that is there already. */
  force: boolean;
  /** Keep the originals to check the site, and do not publish them. */
  withhold: boolean;
}

/** Throws an {@link ImportError}, and a FormError for wrong forms of the office. */
export async function importOriginals(
  files: readonly string[],
  options: ImportOptions,
  effects: ImportEffects,
): Promise<void> {
  checkOptions(files, options);
  const forms = readForms(options.folder);
  const groups = options.as === undefined ? files.map((file) => [file]) : [files];
  for (const group of groups) await importSource(group, forms, options, effects);
}

function checkOptions(files: readonly string[], { year, as }: ImportOptions): void {
  if (files.length === 0)
    throw new ImportError(
      '请写要导入的文件：npm run import -- 文件 [--year 年份] [--as 名称] [--force] [--withhold]',
    );
  if (year !== undefined && !/^(?:19|20)\d{2}$/.test(year))
    throw new ImportError(`年份“${year}”应为四位数字，如 2026`);
  if (as === undefined) return;
  if (maskNumbers(as) !== as) throw new ImportError('名称会成为网址的一部分，里面不能有电话或证件号码');
  if (!/^[\da-z]+(?:-[\da-z]+)*$/.test(as))
    throw new ImportError(`名称“${as}”会成为网址的一部分，只能用小写字母、数字和连字符，如 shui-wu-ju`);
}

async function importSource(
  files: readonly string[],
  forms: readonly Form[],
  { folder, year, as, force, withhold }: ImportOptions,
  effects: ImportEffects,
): Promise<void> {
  const originals = [];
  for (const file of files) {
    const original = await openOriginal(file, effects);
    originals.push(original);
    if (original.hasMore && !withhold)
      effects.print(
        `${original.name} 隐藏的、没有读入的内容仍在原件里，原件会原样供人下载；不应公开的，请先从原件中删去，再导入，或者加 --withhold 导入，原件就不提供下载`,
      );
  }
  const print = (notices: readonly Notice[], converted: Converted) => {
    for (const notice of notices)
      effects.print(
        `${placeOf(notice, converted)} ${notice.severity} ${notice.rule} ${locateMessage(notice, converted.origins)}`,
      );
  };
  const refuse = (errors: readonly Notice[], report: RefusedSource) => {
    if (errors.length === 0) return;
    throw new ImportError(`有 ${errors.length} 处错误，没有导入；请在原件里改好，再导入一次`, {
      refused: report,
    });
  };

  const converted = convertOriginals(originals, forms, { folder, year, as, force, withhold });
  const { path, reading, replaced } = converted;
  if (converted.year === null) {
    // A table that is not read has no year either; why it is not read comes first.
    const errors = reading.notices.filter((notice) => isError(notice) && !notice.rule.includes('year'));
    print(errors, converted);
    refuse(errors, { path, disclosure: reading });
    throw new ImportError(`${must(originals[0]).name}：看不出是哪一年的预算，请写明，如 --year 2026`);
  }
  const source = join(folder, path);
  const { projects, results } = reading;
  const notices = [...reading.notices, ...checkIds(projects), ...checkIds(results)];
  print(
    notices.filter(({ severity }) => severity !== 'info'),
    converted,
  );
  // A number can be accepted only in a source that is there; until then, it is an error of `check`.
  const [numbers, errors] = [true, false].map((isNumber) =>
    notices.filter((notice) => isError(notice) && (notice.rule === 'cell/identity-number') === isNumber),
  );
  refuse(must(errors), { path, disclosure: { ...reading, notices } });
  if (projects.length + results.length === 0) throw new ImportError('没有读出项目，没有导入');

  refuseSame(originals, path, folder);
  saveSource({ path: source, text: converted.text }, converted.copies, { force });
  if (replaced && Object.keys(replaced.kept).length > 0)
    effects.print(`文件头里原来写的 ${Object.keys(replaced.kept).join('、')} 照留`);
  if (replaced?.isWithheld && !withhold)
    effects.print('原来的原件不提供下载，这次导入的会提供下载；仍不提供的，请加 --withhold 再导入一次');
  if (withhold)
    effects.print('原件只留作核对，网站不提供下载；内容文件夹若在公开的代码库里，原件仍能从那里读到');
  for (const line of describeImport(reading, source, must(numbers).length > 0)) effects.print(line);
}

function isError({ severity }: Notice): boolean {
  return severity === 'error';
}

/** @param hasNumbers Whether identity numbers are in it that nobody accepted yet. */
function describeImport(
  { projects, results }: Pick<DisclosureReading, 'projects' | 'results'>,
  source: string,
  hasNumbers: boolean,
): string[] {
  const counts = [
    ...(projects.length > 0 ? [`${projects.length} 个项目`] : []),
    ...(results.length > 0 ? [`${results.length} 张自评表`] : []),
  ].join('、');
  return [
    `已导入 ${counts}：${relative('', source)}，原件存在它旁边`,
    ...projects.map(
      ({ name, budget, indicators }) =>
        `  ${name}  ${budget?.text ?? '表上没有金额'}  ${indicators.length} 项指标`,
    ),
    ...results.map(
      ({ name, year, total, indicators }) =>
        `  ${name}  ${year} 年自评  ${total?.score ? `总分 ${total.score.text}` : '表上没有总分'}  ${indicators.length} 项指标`,
    ),
    ...(hasNumbers
      ? [
          '里面有身份证号：请从原件里删去再导入，或在文件头写明可以公开；此前 npm run check 会报错，网站不会发布',
        ]
      : []),
    '接着运行 npm run check 看核对结果，npm start 看网页',
  ];
}
