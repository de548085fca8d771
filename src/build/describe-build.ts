import { relative, resolve } from 'node:path';
import { formatNotices } from '../content/format-notices.ts';
import { describeConservation } from '../verify/conservation-error.ts';
import type { BuildOptions } from './build-options.ts';
import type { BuildReport } from './build-site.ts';

/** What a build did, for staff; a line a fact. Paths are relative to the working directory. */
export function describeBuild({ folder, shard, merge }: BuildOptions, report: BuildReport): string {
  const { projects, notices, conservation, reusedPages, unrecorded } = report;
  const { commit, modified } = report.history;
  const lines = [
    notices.length > 0 && formatNotices(notices, (path) => relative('', resolve(folder, path))),
    conservation && describeConservation(conservation),
    merge && merge.length > 0 && `合并 ${merge.length} 份：${reusedPages} 页取自各份，其余为新生成`,
    `已生成 ${projects} 个项目的网站：${relative('', report.out) || '.'}/`,
    commit && `内容版本 ${commit.id}${modified.size > 0 ? '，另有未提交的修改' : ''}`,
    shard === null &&
      unrecorded > 0 &&
      `有 ${unrecorded} 个新网址还没有登记；公开以后请运行 npm run permalinks`,
  ];
  return lines.filter((line) => line !== false && line !== null).join('\n');
}
