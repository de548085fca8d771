/**
 * `npm run import -- FILE… [--year Y] [--as NAME] [--force]`: makes a source file of an office's own files.
 *
 * Writes `disclosures/<year>/<name>.md` and a copy of each original beside it, or, where anything is wrong, nothing at all.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { VFile } from 'vfile';
import { contentFolder } from '../src/content/content-folder.ts';
import { readForms } from '../src/content/read-forms.ts';
import { ImportError } from '../src/import/import-error.ts';
import { formatOrigin, type ImportedPiece } from '../src/import/imported.ts';
import { locateMessage } from '../src/import/locate-message.ts';
import { readOriginal } from '../src/import/read-original.ts';
import { belongsToTable, writeMarkdown, type Origins } from '../src/import/write-markdown.ts';
import { readDisclosure } from '../src/content/read-disclosure.ts';
import type { Notice } from '../src/record/disclosure-schema.ts';
import { maskNumbers } from '../src/record/mask-numbers.ts';
import { toSlug } from '../src/identity/to-slug.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = contentFolder(root);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    year: { type: 'string' },
    as: { type: 'string' },
    force: { type: 'boolean', default: false },
  },
});

/** An original that has been read. */
interface Original {
  name: string;
  bytes: Buffer;
  pieces: ImportedPiece[];
  parts: string[];
}

try {
  checkArguments();
  const forms = readForms(folder);
  // With a name, all files make one source; without, each makes its own.
  const groups = values.as === undefined ? positionals.map((file) => [file]) : [positionals];
  for (const group of groups) await importGroup(group, forms);
} catch (error) {
  if (!(error instanceof Error) || !['ImportError', 'FormError'].includes(error.name)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function checkArguments(): void {
  if (positionals.length === 0)
    throw new ImportError('请写要导入的文件：npm run import -- 文件 [--year 年份] [--as 名称] [--force]');
  if (values.year !== undefined && !/^(?:19|20)\d{2}$/.test(values.year))
    throw new ImportError(`年份“${values.year}”应为四位数字，如 2026`);
  if (values.as !== undefined && maskNumbers(values.as) !== values.as)
    throw new ImportError('名称会成为网址的一部分，里面不能有电话或证件号码');
  if (values.as !== undefined && !/^[\da-z]+(?:-[\da-z]+)*$/.test(values.as))
    throw new ImportError(
      `名称“${values.as}”会成为网址的一部分，只能用小写字母、数字和连字符，如 shui-wu-ju`,
    );
}

async function importGroup(files: readonly string[], forms: ReturnType<typeof readForms>): Promise<void> {
  const originals: Original[] = [];
  for (const file of files) originals.push(await readFile(file));
  const [first] = originals;
  if (!first) return;
  const name = values.as ?? nameOf(first.name);
  const stored = originals.map((original, index) => storedName(name, original.name, index));
  const pieces = originals.flatMap((original) => original.pieces);
  const { text, origins } = writeMarkdown(
    pieces,
    {
      originals: originals.map((original, index) => ({
        name: original.name,
        sha256: createHash('sha256').update(original.bytes).digest('hex'),
        file: stored[index] ?? '',
        parts: original.parts,
      })),
    },
    forms,
  );

  const year = values.year ?? yearOf(text, first.name, forms);
  const path = `disclosures/${year}/${name}.md`;
  const { projects, notices } = readDisclosure(new VFile({ path, value: text }), { forms });
  const errors = notices.filter(({ severity }) => severity === 'error');
  for (const notice of notices.filter(({ severity }) => severity !== 'info'))
    print(notice, first.name, origins);
  if (errors.length > 0)
    throw new ImportError(`有 ${errors.length} 处错误，没有导入；请在原件里改好，再导入一次`);
  if (projects.length === 0) throw new ImportError('没有读出项目，没有导入');

  save(path, [
    [`${name}.md`, Buffer.from(text)],
    ...originals.map(({ bytes }, index): [string, Buffer] => [stored[index] ?? '', bytes]),
  ]);
  const shown = relative(process.cwd(), join(folder, path));
  console.log(`已导入 ${projects.length} 个项目：${shown}，原件存在它旁边`);
  for (const project of projects)
    console.log(`  ${project.name}  ${project.budget.text}  ${project.indicators.length} 项指标`);
  console.log('接着运行 npm run check 看核对结果，npm start 看网页');
}

async function readFile(file: string): Promise<Original> {
  const name = basename(file);
  const fail = (message: string) => new ImportError(`${name}：${message}`);
  if (!existsSync(file) || !statSync(file).isFile()) throw fail('没有这个文件');
  // A file far over the limit is not even read.
  if (statSync(file).size > 1024 ** 3) throw fail('文件超过 1 GB，上限是 20 MB');
  if (maskNumbers(name) !== name)
    throw new ImportError(
      `${maskNumbers(name)}：文件名里有电话或证件号码，会出现在网页上；请改一个文件名再导入`,
    );
  console.error(`正在读 ${name}……`);
  const bytes = readFileSync(file);
  try {
    const { pieces, remarks } = await readOriginal(name, bytes, (sheet) => {
      console.error(`  工作表“${sheet}”`);
    });
    for (const remark of remarks) console.log(`${name} ${remark}`);
    const parts = pieces.flatMap((piece) => (piece.kind === 'table' ? [piece.part] : []));
    if (parts.length === 0) throw fail('里面没有表格');
    return { name, bytes, pieces: keepText(pieces, name), parts };
  } catch (error) {
    if (error instanceof ImportError && !error.message.startsWith(name)) throw fail(error.message);
    throw error;
  }
}

/** Of a web page only the lines that belong to a table are kept; menus and footers are the page's. */
function keepText(pieces: readonly ImportedPiece[], name: string): ImportedPiece[] {
  if (!/\.html?$/i.test(name)) return [...pieces];
  let left = 0;
  const kept = pieces.map((piece): ImportedPiece => {
    if (piece.kind === 'table') return piece;
    const lines = piece.lines.filter((line) => belongsToTable(line));
    left += piece.lines.length - lines.length;
    return { kind: 'text', lines };
  });
  if (left > 0) console.log(`${name} 表格以外的 ${left} 行文字（菜单、页脚等）没有读入`);
  return kept;
}

/** The office's name in the file's name, in letters of an address: `青溪县水务局2026年项目绩效目标表.xlsx` → qing-xi-xian-shui-wu-ju. */
function nameOf(file: string): string {
  const stem = basename(file, extname(file)).normalize('NFKC');
  const office = stem
    .replaceAll(/(?:19|20)\d{2}年?度?/g, '')
    .replaceAll(/(?:部门|单位)?预算|项目|支出|绩效|目标|申报|公开|汇总|[表册]|附件\d*|\(\d+\)/g, '')
    .replaceAll(/[\s_-]+/g, '');
  return toSlug(office === '' ? stem : office);
}

/** `qing-xi.original.xlsx`; pages and text get `.txt` behind, so that no server runs or renders them. */
function storedName(name: string, original: string, index: number): string {
  const ending = extname(original).toLowerCase();
  const number = index === 0 ? '' : `-${index + 1}`;
  return `${name}.original${number}${ending}${/html?|md/.test(ending) ? '.txt' : ''}`;
}

function yearOf(text: string, file: string, forms: ReturnType<typeof readForms>): string {
  const { projects } = readDisclosure(
    new VFile({ path: `${basename(file, extname(file))}.md`, value: text }),
    { forms },
  );
  const years = new Set(projects.map(({ year }) => year));
  const [year] = years;
  if (years.size === 1 && year !== undefined) return String(year);
  if (years.size > 1)
    throw new ImportError(`${file}：里面有 ${[...years].join('、')} 年的项目；请按年份分成几个文件`);
  const named =
    /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(file)?.[1] ??
    /(?<!\d)((?:19|20)\d{2})(?=年)/.exec(text.split('---').slice(2).join('---'))?.[1];
  if (named) return named;
  throw new ImportError(`${file}：看不出是哪一年的预算，请写明，如 --year 2026`);
}

/** A notice at its row of the original. */
function print(notice: Notice, name: string, origins: Origins): void {
  const origin = origins.get(notice.line);
  const where = origin ? [name, formatOrigin(origin)] : [name];
  console.log([...where, notice.severity, notice.rule, locateMessage(notice, origins)].join(' '));
}

/** All files or none: each is written beside its place, and renamed when all are there. */
function save(path: string, files: readonly [name: string, bytes: Buffer][]): void {
  const target = join(folder, path, '..');
  const isNew = !existsSync(target);
  const taken = files.filter(([name]) => existsSync(join(target, name))).map(([name]) => name);
  if (taken.length > 0 && !values.force)
    throw new ImportError(
      `${relative(process.cwd(), join(target, taken[0] ?? ''))} 已经有了，没有改动；要替换请加 --force，或用 --as 另起名称`,
    );
  mkdirSync(target, { recursive: true });
  const partial = (name: string) => join(target, `.${name}.${process.pid}.partial`);
  const done: string[] = [];
  try {
    for (const [name, bytes] of files) writeFileSync(partial(name), bytes);
    // The source last: while it is not there, the originals are nothing to the site.
    for (const [name] of [...files].reverse()) {
      renameSync(partial(name), join(target, name));
      done.push(name);
    }
  } catch (error) {
    for (const [name] of files) rmSync(partial(name), { force: true });
    for (const name of done) if (!taken.includes(name)) rmSync(join(target, name), { force: true });
    if (isNew && readdirSync(target).length === 0) rmdirSync(target);
    throw new ImportError(
      `写不进 ${relative(process.cwd(), target)}：${error instanceof Error ? error.message : String(error)}`,
    );
  }
  removeOlder(
    target,
    files.map(([name]) => name),
  );
}

/** Originals of an earlier import under the same name that this one does not replace. */
function removeOlder(target: string, written: readonly string[]): void {
  const prefix = `${basename(written[0] ?? '', '.md')}.original`;
  for (const name of readdirSync(target))
    if (name.startsWith(prefix) && !written.includes(name)) rmSync(join(target, name));
}
