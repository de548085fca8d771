import { relative, resolve } from 'node:path';
import { formatNotices } from '../content/format-notices.ts';
import { PERMALINKS } from '../identity/permalinks.ts';
import type { Disclosure, Notice } from '../record/disclosure-schema.ts';

/** What a check found, for staff: a line a notice, then their counts. Paths can be opened from the working directory. */
export function describeCheck(
  { projects, results, overall = [], notices }: Disclosure,
  folder: string,
): string {
  const toShownPath = (path: string) =>
    /^(?:disclosures|guide)\//.test(path) || [PERMALINKS, 'site.json'].includes(path)
      ? relative('', resolve(folder, path))
      : path;
  const count = (severity: Notice['severity']) =>
    notices.filter((notice) => notice.severity === severity).length;
  const tables = [
    ...(results.length > 0 ? [`、${results.length} 张自评表`] : []),
    ...(overall.length > 0 ? [`、${overall.length} 张整体绩效目标表`] : []),
  ].join('');
  const counts = `${projects.length} 个项目${tables}：${count('error')} 处错误（error），${count('warning')} 处提示（warning），${count('info')} 条说明（info）`;
  const lines = notices.length > 0 ? [formatNotices(notices, toShownPath), counts] : [counts];
  if (projects.length + results.length === 0 && notices.length === 0)
    lines.push(`没有找到文件；请把表格存为 ${relative('', resolve(folder, 'disclosures'))}/<年份>/<单位>.md`);
  return lines.join('\n');
}
