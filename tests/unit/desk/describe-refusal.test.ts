import { readFileSync } from 'node:fs';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { describeError, describeOther } from '../../../src/desk/describe-refusal.ts';
import { explainTables } from '../../../src/desk/explain-tables.ts';
import { readDisclosure } from '../../../src/content/read-disclosure.ts';
import { forms } from '../../../src/record/forms/forms.ts';
import { ImportError } from '../../../src/import/import-error.ts';
import { openNamed } from '../../../src/import/open-original.ts';
import { fixtureSource } from '../../helpers/write-files.ts';

async function refusalOf(name: string, path: string) {
  const effects = { print: () => undefined, progress: () => undefined };
  try {
    await openNamed(name, () => readFileSync(path), effects);
  } catch (error) {
    if (error instanceof ImportError) return describeError(error, name);
    throw error;
  }
  throw new Error(`${path} was read`);
}

describe('a file that can not be read', () => {
  test.each(['xlsx', 'docx', 'xls', 'doc'])('a .%s with a password is said to have one', async (kind) => {
    const path = `tests/cli/fixtures/import/locked.${kind}`;
    expect((await refusalOf(`定稿.${kind}`, path)).title).toBe('这个文件设了打开密码，读不出');
  });

  test('a scan is said to be one', async () => {
    const refusal = await refusalOf('扫描.pdf', 'tests/unit/import/fixtures/pdf/scan.pdf');
    expect(refusal.title).toBe('这是扫描件，里面没有字');
  });

  test('another one has the words of the import, without its name, and what to do', () => {
    const error = new ImportError('a.xlsx：这是图片，里面的字读不出；请导入制作它的 Excel 文件');
    expect(describeError(error, 'a.xlsx')).toMatchObject({
      title: '这是图片，里面的字读不出',
      todo: ['请导入制作它的 Excel 文件。'],
    });
    expect(describeError(new ImportError('里面没有表格'), 'a.xlsx').todo).toHaveLength(1);
  });
});

/** Of a pasted text. */
function otherOf(text: string) {
  const reading = readDisclosure(new VFile({ path: 'disclosures/2026/a.md', value: text }));
  return describeOther({ tables: explainTables(reading, forms), notices: reading.notices });
}

describe('a file without target tables', () => {
  test.each([
    ['绩效自评表\n\n项目名称\t清淤\n三级指标\t全年实际值\t得分\n长度\t3公里\t10\n', '这张自评表没有读出指标'],
    ['报价单\n\n品名\t规格\t单价\t数量\n纸\tA4\t20\t3\n', '这好像是价目表，不是目标表'],
    ['姓名\t生日\t电话\n王\t5月\t无\n', '没有找到绩效目标表的栏目'],
  ])('%#', (text, title) => {
    expect(otherOf(text)?.title).toBe(title);
  });

  test('a target table is none of these', () => {
    expect(otherOf(fixtureSource('a-plain-table'))).toBeNull();
  });
});
