import type { Notice, Project } from '../record/disclosure-schema.ts';
import type { ParsedSource } from './open-content.ts';

type Reading = Pick<ParsedSource, 'path' | 'disclosure'>;

/** An original that was imported twice is an error: its projects would be counted twice. The later file is reported. */
export function checkSameOriginals(sources: readonly Reading[]): Notice[] {
  const first = new Map<string, string>();
  return sources.flatMap(({ path, disclosure }) =>
    (disclosure.publication.originals ?? []).flatMap(({ name, sha256 }): Notice[] => {
      const other = first.get(sha256);
      first.set(sha256, other ?? path);
      if (other === undefined) return [];
      const where = other === path ? '这个文件里' : ` ${other} `;
      const message = `原件“${name}”和${where}的原件是同一份（SHA-256 相同），项目会重复公开、合计会加倍；请删去其中一个`;
      return [{ rule: 'file/same-original', severity: 'error', path, line: 1, column: 1, message }];
    }),
  );
}

/** One body's project of one year in two files is counted twice. The later is reported; it may be right. */
export function checkRepeats(sources: readonly Reading[]): Notice[] {
  const first = new Map<string, Project>();
  return sources.flatMap(({ path, disclosure }) =>
    disclosure.projects.flatMap((project): Notice[] => {
      const body = project.spendingUnit ?? project.department;
      if (body === null) return [];
      const key = [project.year, body, project.name]
        .join('\n')
        .normalize('NFKC')
        .replaceAll(/[^\S\n]/g, '');
      const other = first.get(key);
      if (!other) first.set(key, project);
      if (!other || other.source.path === path) return [];
      const place = `${other.source.path} 第 ${other.source.startLine} 行`;
      const message = `“${body}”${project.year} 年的项目“${project.name}”在 ${place}也有，合计会加倍；请确认是两个项目，否则删去一张表`;
      const { startLine: line } = project.source;
      return [{ rule: 'project/in-two-files', severity: 'warning', path, line, column: 1, message }];
    }),
  );
}
