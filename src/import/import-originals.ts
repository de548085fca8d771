/**
 * In: an office's own files.
 * Out: a source of the content folder, with a copy of each original next to it; or, where anything is wrong, nothing.
 */
import { basename, extname, join, relative } from 'node:path';
import { VFile } from 'vfile';
import { readDisclosure } from '../content/read-disclosure.ts';
import { readForms } from '../content/read-forms.ts';
import { checkIds } from '../identity/check-ids.ts';
import { readPermalinks } from '../identity/permalinks.ts';
import { toSlug } from '../identity/to-slug.ts';
import type { Project } from '../record/disclosure-schema.ts';
import type { Form } from '../record/form.ts';
import { maskNumbers } from '../record/mask-numbers.ts';
import { must } from '../record/must.ts';
import { isCaption, isTitle } from '../table/caption.ts';
import { ImportError } from './import-error.ts';
import { formatOrigin } from './imported.ts';
import { locateMessage } from './locate-message.ts';
import { openOriginal, type ImportEffects } from './open-original.ts';
import { saveSource } from './save-source.ts';
import { writeMarkdown } from './write-markdown.ts';

export interface ImportOptions {
  /** The content folder, absolute. */
  folder: string;
  /** Year of the budget, four digits; else the tables or the files' names say it. */
  year?: string | undefined;
  /** The source's name in the URL: all files make this one source. Without it, each file makes its own. */
  as?: string | undefined;
  /** Replace a source that is there already. */
  force: boolean;
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
    throw new ImportError('请写要导入的文件：npm run import -- 文件 [--year 年份] [--as 名称] [--force]');
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
  { folder, year, as, force }: ImportOptions,
  effects: ImportEffects,
): Promise<void> {
  const originals = [];
  for (const file of files) originals.push(await openOriginal(file, effects));
  const first = must(originals[0]).name;
  const name = as ?? slugOf(first);
  const copies = originals.map(({ name: original, bytes }, index) => ({
    file: copyName(name, original, index),
    bytes,
  }));
  const publication = {
    originals: originals.map(({ name: original, sha256, parts, bytes, pages }, index) => ({
      name: original,
      sha256,
      file: must(copies[index]).file,
      parts,
      bytes: bytes.length,
      ...(pages !== undefined && { pages }),
    })),
  };
  const pieces = originals.flatMap((original, index) => {
    const { file } = must(copies[index]);
    return original.pieces.map((piece) => (piece.kind === 'table' ? { ...piece, file } : piece));
  });
  const { text, origins } = writeMarkdown(pieces, publication, forms);

  const path = `disclosures/${year ?? yearOf(text, first, forms)}/${name}.md`;
  const { permalinks } = readPermalinks(folder);
  const reading = readDisclosure(new VFile({ path, value: text }), { forms, permalinks });
  const { projects } = reading;
  const notices = [...reading.notices, ...checkIds(projects)];
  for (const notice of notices.filter(({ severity }) => severity !== 'info')) {
    const origin = origins.get(notice.line);
    const place = origin ? `${first} ${formatOrigin(origin)}` : first;
    effects.print(`${place} ${notice.severity} ${notice.rule} ${locateMessage(notice, origins)}`);
  }
  const errors = notices.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) {
    const message = `有 ${errors} 处错误，没有导入；请在原件里改好，再导入一次`;
    throw new ImportError(message, { path, disclosure: { ...reading, notices } });
  }
  if (projects.length === 0) throw new ImportError('没有读出项目，没有导入');

  const source = join(folder, path);
  saveSource({ path: source, text }, copies, { force });
  for (const line of describeImport(projects, source)) effects.print(line);
}

function describeImport(projects: readonly Project[], source: string): string[] {
  return [
    `已导入 ${projects.length} 个项目：${relative('', source)}，原件存在它旁边`,
    ...projects.map(
      ({ name, budget, indicators }) => `  ${name}  ${budget.text}  ${indicators.length} 项指标`,
    ),
    '接着运行 npm run check 看核对结果，npm start 看网页',
  ];
}

/** The office's name in a file's name, in letters of a URL: `青溪县水务局2026年项目绩效目标表.xlsx` → qing-xi-xian-shui-wu-ju. */
function slugOf(file: string): string {
  const stem = basename(file, extname(file)).normalize('NFKC');
  const office = stem
    .replaceAll(/(?:19|20)\d{2}年?度?/g, '')
    .replaceAll(/(?:部门|单位)?预算|项目|支出|绩效|目标|申报|公开|汇总|[表册]|附件\d*|\(\d+\)/g, '')
    .replaceAll(/[\s_-]+/g, '');
  return toSlug(office === '' ? stem : office);
}

/** `qing-xi.original.xlsx`. Web pages and Markdown end in `.txt`, so that no server runs or renders them. */
function copyName(name: string, original: string, index: number): string {
  const ending = extname(original).toLowerCase();
  const number = index === 0 ? '' : `-${index + 1}`;
  return `${name}.original${number}${ending}${/html?|md/.test(ending) ? '.txt' : ''}`;
}

/** The year that the tables, else the file's name, else the text name. */
function yearOf(text: string, file: string, forms: readonly Form[]): string {
  const path = `${basename(file, extname(file))}.md`;
  const { projects } = readDisclosure(new VFile({ path, value: text }), { forms });
  const years = [...new Set(projects.map(({ year }) => year))];
  if (years.length > 1)
    throw new ImportError(`${file}：里面有 ${years.join('、')} 年的项目；请按年份分成几个文件`);
  const year = years[0] ?? /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(file)?.[1] ?? onlyYear(text);
  if (year !== undefined) return String(year);
  throw new ImportError(`${file}：看不出是哪一年的预算，请写明，如 --year 2026`);
}

/**
 * The year in the lines above tables, else in the tables. Dates and laws (《…》) in a table are not the budget's year. Undefined:
 * none is named, or several.
 */
function onlyYear(text: string): string | undefined {
  const [, , ...body] = text.split(/^---$/m);
  const lines = body.join('---').split('\n');
  const isAbove = (line: string) => line.startsWith('#') || isTitle(line) || isCaption(line);
  const above = lines.filter((line) => !line.startsWith('|') && isAbove(line));
  const yearsIn = (words: string) => [
    ...new Set(words.match(/(?<!\d)(?:19|20)\d{2}(?=\s*年(?!\d{1,2}月))/g)),
  ];
  const inLines = yearsIn(above.join('\n'));
  const [year, ...others] =
    inLines.length > 0 ? inLines : yearsIn(lines.join('\n').replaceAll(/《[^》]*》/g, ''));
  return others.length === 0 ? year : undefined;
}
