/**
 * In: the projects of one file.
 * Out: how their indicators are written, as the site counts it once the file is published: each count opens to its rows.
 */
import { escapeText } from '../display/escape-text.ts';
import { formatRatio } from '../display/format-ratio.ts';
import { INDICATOR_MEASURES, PROJECT_MEASURES } from '../display/quality-measures.ts';
import { measureQuality } from '../display/quality.ts';
import type { ParsedProject } from '../record/disclosure-schema.ts';

/** One thing that is counted. */
interface Measure {
  label: string;
  meaning: string;
  count: number;
  whole: number;
  unit: string;
  links: string[];
}

/** @param hrefOf The address of a line's row in the report. Empty: the file has no project. */
export function writeQuality(projects: readonly ParsedProject[], hrefOf: (line: number) => string): string {
  if (projects.length === 0) return '';
  const { measured, counts, indicators } = measureQuality(projects);
  const linkTo = (line: number, text: string) => `<a href="${hrefOf(line)}">${escapeText(text)}</a>`;
  const ofRows = INDICATOR_MEASURES.map(({ id, base, ...words }): Measure => ({
    ...words,
    ...{ count: counts[id], whole: base ? counts[base] : indicators, unit: '项' },
    links: measured.flatMap(({ rows }) =>
      rows
        .filter(({ measures }) => measures.includes(id))
        .map(({ indicator: { line, name } }) => linkTo(line, `第 ${line} 行 ${name}`)),
    ),
  }));
  const ofProjects = PROJECT_MEASURES.filter(({ base }) => !base || counts[base] > 0).map(
    ({ id, base, ...words }): Measure => ({
      ...words,
      ...{ count: counts[id], whole: base ? counts[base] : projects.length, unit: '个' },
      links: measured
        .filter(({ measures }) => measures.includes(id))
        .map(({ project: { name, source } }) =>
          linkTo(
            source.lines.name ?? source.startLine,
            `第 ${source.lines.name ?? source.startLine} 行 ${name}`,
          ),
        ),
    }),
  );
  return `<details class="quality">
<summary>指标怎样写：${indicators} 项里 ${counts.quantified} 项的指标值是一个数，${counts.words} 项只有文字</summary>
<p>公开以后，网站也这样数。只数怎样写，不打分：有的事情适合用数，有的只能用文字。</p>
<dl>${[...ofRows, ...ofProjects].map(writeMeasure).join('')}</dl>
</details>`;
}

function writeMeasure({ label, meaning, count, whole, unit, links }: Measure): string {
  const share = `${count} / ${whole} ${unit}，${formatRatio(count, whole)}`;
  const rows =
    count === 0 ? share : `<details><summary>${share}</summary><p>${links.join('　')}</p></details>`;
  return `<dt>${label}</dt><dd>${rows}<small>${meaning}</small></dd>`;
}
