/** One-line faults of the code that reads, joins and publishes results. */
import { fault, type Fault } from './fault.ts';

/** Faults of one list are built together. */
export const RESULT_FAULTS: readonly (readonly Fault[])[] = [
  [
    fault(
      'results lose an indicator everywhere',
      'record/published-disclosure.ts',
      'return { ...result, indicators: result.indicators.map(withoutAnchors), source };',
      'return { ...result, indicators: result.indicators.slice(1).map(withoutAnchors), source };',
      /行 第 4 格“巡查河道”（2025\/water\/results\/results\.json）/,
    ),
  ],
  [
    fault(
      'reasons are masked whole',
      'record/mask-result.ts',
      'reason: maskOptional(reason),',
      "reason: reason && '*'.repeat(reason.length),",
      /原文没有“偏差原因分析及改进措施”的“\*+”.*results\.json/,
    ),
    fault(
      'a result that may answer two projects is joined to the first',
      'identity/match-results.ts',
      'const isClear = project && others.length === 0 &&',
      'const isClear = project &&',
      /^2025\/water\/results\/shui-zhi-jian-ce\/index\.html: .*没有连到/,
    ),
    fault(
      'spending in CSV is the budget',
      'downloads/result-table.ts',
      '(funds) => funds.spent)',
      '(funds) => funds.revised)',
      /（spent_yuan），发布的是/,
    ),
    fault(
      'the files of the site lose a source of results',
      'downloads/data-set.ts',
      'toResultSet(`${site}：全部项目的绩效自评`, results)',
      'toResultSet(`${site}：全部项目的绩效自评`, results.slice(1))',
      /^results\.csv: 有 \d+ 行或项与各部分/,
    ),
    fault(
      'the API joins no result',
      'downloads/api.ts',
      'projectId: project?.id ?? null,',
      'projectId: null,',
      /^api\/results\.json/,
    ),
    fault(
      'a list leaves out the points',
      'components/ResultTable.astro',
      'score={result.total?.score ?? null}',
      'score={null}',
      /^2025\/results\/index\.html: “[^”]*”写成了“[^”]*未写\/100/,
    ),
    fault(
      'pages of projects say nothing of their results',
      'components/ProjectResult.astro',
      '{describeOutcomes(shownRows(answered.rows).map(({ outcome }) => outcome))}',
      "{''}",
      /^自评: 2025\/water\/guan-wang-yang-hu\/index\.html: 没有“全年支出/,
    ),
    fault(
      'pages of results show the target for what was reached',
      'components/AnsweredTable.astro',
      'answer.actual.text',
      "(answer.target?.text ?? '')",
      /行 “9次”，页面上是“≥8次”/,
    ),
  ],
];
