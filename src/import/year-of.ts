import type { Project } from '../record/disclosure-schema.ts';
import { isCaption, isTitle } from '../table/caption.ts';
import { ImportError } from './import-error.ts';

/**
 * The year that the tables, else the file's name, else the text name. Undefined: none is named, or the text names several. Throws
 * an {@link ImportError} where the tables are of several years.
 *
 * @param tables The projects, or the results of a file without projects.
 */
export function yearOf(
  tables: readonly Pick<Project, 'year'>[],
  file: string,
  text: string,
): string | undefined {
  const years = [...new Set(tables.map(({ year }) => year))];
  if (years.length > 1)
    throw new ImportError(`${file}：里面有 ${years.join('、')} 年的表；请按年份分成几个文件`);
  const [year] = years;
  if (year !== undefined) return String(year);
  return /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(file)?.[1] ?? onlyYear(text);
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
