import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = new URL('../../content/disclosures/2026/dongguan-zhishu-jiguan-gongwei.md', import.meta.url);
const TITLE = /^(?:## )?项目绩效目标表$/m;
const PROJECTS_A_FILE = 10;

/** Writes a content folder of so many projects: the tables of the published source in turn, each under a name of its own. */
export function writeMany(folder: string, projects: number): void {
  const tables = readFileSync(SOURCE, 'utf8')
    .split(TITLE)
    .slice(1)
    .map((table) => table.trim());
  const written = Array.from({ length: projects }, (_, index) => {
    const table = tables[index % tables.length] ?? '';
    const named = table.replace(/^(项目名称\t+)(.*?)(\t*)$/m, `$1$2第${index + 1}期$3`);
    return `## 项目绩效目标表\n\n${named}\n`;
  });
  const year = join(folder, 'disclosures/2026');
  mkdirSync(year, { recursive: true });
  for (let start = 0; start < projects; start += PROJECTS_A_FILE) {
    const number = String(start / PROJECTS_A_FILE + 1).padStart(5, '0');
    writeFileSync(
      join(year, `office-${number}.md`),
      written.slice(start, start + PROJECTS_A_FILE).join('\n'),
    );
  }
}
