/**
 * In: a project as it was read.
 * Out: the HTML that shows it, as the project's page would. All text is escaped.
 */
import { escapeText } from '../display/escape-text.ts';
import { formatPeriod } from '../display/format-period.ts';
import { formatReading } from '../display/format-reading.ts';
import { formatUnderHeadline, formatYi } from '../display/format-yi.ts';
import { describeDetails, indicatorRows, type IndicatorRow } from '../display/indicator-rows.ts';
import { splitPhrase } from '../display/split-phrase.ts';
import type { ParsedIndicator, ParsedProject, Target } from '../record/disclosure-schema.ts';
import { FIELD_LABELS } from '../record/fields.ts';
import { groupDigits } from '../record/group-digits.ts';

export interface ProjectWords {
  placeOf: (line: number) => string;
  /** Address of a line's row. Null: it has none. */
  hrefOf: (line: number) => string | null;
}

const FIELDS = ['type', 'level', 'department', 'spendingUnit'] as const;
/** A figure with its unit, which no line end may part. */
const SHORT = 8;

export function writeProject(project: ParsedProject, words: ProjectWords): string {
  const { name, year, budget } = project;
  return `<p class="year">${year}年项目</p>
<h3 class="name">${writePhrase(name)}</h3>
${budget === null ? '<p class="soft">表上没有金额。</p>' : writeSum(budget.yuan)}
${writeFields(project, words)}
${writeGoals(project, words)}
<h3>绩效指标，${project.indicators.length} 项</h3>
${writeIndicators(project, words)}`;
}

function writePhrase(text: string): string {
  return `<span class="phrase">${splitPhrase(text).map(escapeText).join('<wbr>')}</span>`;
}

function writeSum(yuan: string): string {
  const inYi = formatYi(yuan);
  const [whole = '', cents = ''] = groupDigits(yuan).split('.');
  const figure = inYi ?? `${whole}<span class="cents">.${cents}</span>`;
  return `<p class="sum figures"><data class="total" value="${yuan}">${figure}</data> <span class="unit">${inYi === null ? '元' : '亿元'}</span></p>
<p class="soft">合 <b class="ink figures">${formatUnderHeadline(yuan)}</b></p>`;
}

function writeFields(
  { source, period, otherFields, ...project }: ParsedProject,
  words: ProjectWords,
): string {
  const { fields } = source.asked;
  const rows = [
    ...FIELDS.filter((field) => fields.includes(field)).map((field) => ({
      label: FIELD_LABELS[field],
      text: project[field] ?? '未写',
      line: source.lines[field],
    })),
    ...(period
      ? [{ label: FIELD_LABELS.period, text: formatPeriod(period), line: source.lines.period }]
      : []),
    ...otherFields.map(({ label, value, line }) => ({ label, text: value || '未写', line })),
  ];
  if (rows.length === 0) return '';
  const items = rows.map(
    ({ label, text, line }) =>
      `<dt>${escapeText(label)}</dt><dd>${linkTo(line, escapeText(text), words, 'to-line')}</dd>`,
  );
  return `<dl class="fields">${items.join('')}</dl>`;
}

function linkTo(line: number | null, html: string, { hrefOf }: ProjectWords, name: string): string {
  const href = line === null ? null : hrefOf(line);
  return href === null ? html : `<a class="${name}" href="${href}">${html}</a>`;
}

function writeGoals({ goals, source, year }: ParsedProject, words: ProjectWords): string {
  const { fields } = source.asked;
  const { annualGoal, periodGoal } = source.lines;
  const all = [
    { field: 'annualGoal' as const, label: `${year}年度目标`, text: goals.annual, line: annualGoal },
    { field: 'periodGoal' as const, label: FIELD_LABELS.periodGoal, text: goals.period, line: periodGoal },
  ].filter(({ field }) => fields.includes(field));
  return all
    .map(({ label, text, line }) => {
      const place = line === null ? '' : linkTo(line, words.placeOf(line), words, 'to-line place');
      const paragraphs = text?.split('\n').map((paragraph) => `<p class="goal">${escapeText(paragraph)}</p>`);
      return `<h3>${label}${place}</h3>${paragraphs?.join('') ?? '<p class="soft">原表没有写。</p>'}`;
    })
    .join('\n');
}

function writeIndicators(project: ParsedProject, words: ProjectWords): string {
  const { has, columns, categories, hasReadings, hasShares } = indicatorRows(project, project.indicators);
  const head = columns.map((label) => `<th scope="col">${label}</th>`).join('');
  const bodies = categories.map(([category, rows]) => {
    const title = has.category
      ? `<tr class="category"><th scope="rowgroup" colspan="${columns.length}">${escapeText(category) || '未写一级指标'}</th></tr>`
      : '';
    return `<tbody>${title}${rows.map((row) => writeIndicator(row, has, project.year, words)).join('')}</tbody>`;
  });
  return `<table class="entries indicators sticky${has.subcategory ? '' : ' no-subcategory'}">
<caption class="visually-hidden">${escapeText(project.name)}的绩效指标</caption>
<thead><tr>${head}</tr></thead>
${bodies.join('\n')}
</table>
${hasReadings ? '<p class="small soft">“即”后面是按同一行的指标方向、计量单位读出来的，原文是前面那一格。</p>' : ''}
${hasShares ? `<p class="small soft">横条是${project.year}年占整个周期的份额，两个数单位相同才画。</p>` : ''}`;
}

function writeIndicator(
  { indicator, same, joined, pair }: IndicatorRow<ParsedIndicator>,
  has: ReturnType<typeof indicatorRows>['has'],
  year: number,
  words: ProjectWords,
): string {
  const { name, subcategory, line, annualTarget, periodTarget } = indicator;
  const place = linkTo(line, words.placeOf(line), words, 'to-line place');
  const details = describeDetails(indicator).map(
    (text) => `<span class="promise">${escapeText(text)}</span>`,
  );
  const share = pair
    ? `<span class="part"><svg class="bar" aria-hidden="true"><rect class="whole" width="100%" height="100%"></rect><rect width="${(pair.share * 100).toFixed(2)}%" height="100%"></rect></svg>整个周期的 ${pair.text}</span>`
    : '';
  const targets = joined
    ? `<td class="now" data-label="年度、周期" colspan="2">${writeTarget(annualTarget)}</td>`
    : [
        has.annualTarget
          ? `<td class="now" data-label="${year}年">${writeTarget(annualTarget)}${share}</td>`
          : '',
        has.periodTarget ? `<td data-label="实施周期">${writeTarget(periodTarget)}</td>` : '',
      ].join('');
  return `<tr${same ? ' class="same"' : ''}>${has.subcategory ? `<td class="sub">${escapeText(subcategory)}</td>` : ''}<th scope="row">${writePhrase(name)}${place}${details.join('')}</th>${targets}</tr>`;
}

function writeTarget(target: Target | null): string {
  if (!target) return '<span class="soft">未写</span>';
  const reading = formatReading(target);
  const words = reading === null ? '' : ` <span class="reading">即&nbsp;${escapeText(reading)}</span>`;
  return `<span><span class="target${target.text.length <= SHORT ? ' whole' : ''}">${escapeText(target.text)}</span>${words}</span>`;
}
