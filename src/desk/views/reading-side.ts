/** What a table became: the project's page in small. */
import { html } from 'hono/html';
import { formatPeriod } from '../../display/format-period.ts';
import type { Indicator, Project } from '../../record/disclosure-schema.ts';
import type { Result } from '../../record/result-schema.ts';
import { FIELD_LABELS, TEXT_FIELDS } from '../../record/fields.ts';
import type { ExplainedTable } from '../explain-tables.ts';
import type { Html } from './desk-page.ts';
import { sum } from './words.ts';

/**
 * @param project Null: it could not be read as a whole.
 * @param year Null: nobody wrote or chose it yet.
 * @param until What has to be done first.
 */
export function readingSide(
  table: ExplainedTable,
  project: Project | null,
  year: string | null,
  until: '改好' | '选好' = '改好',
): Html {
  const shown = year === null ? '年度' : `${year}年`;
  return html`<div class="read">
    ${
      project
        ? projectReading(project, shown)
        : table.result
          ? resultReading(table.result)
          : partReading(table, until)
    }
  </div>`;
}

/** @param year `2026年`, `年度`. */
function projectReading(project: Project, year: string): Html {
  const { name, budget, period, goals, indicators, otherFields } = project;
  const fields = [
    ...TEXT_FIELDS.filter((field) => field !== 'name').map((field) => [FIELD_LABELS[field], project[field]]),
    [FIELD_LABELS.period, period && formatPeriod(period)],
    ...otherFields.map(({ label, value }) => [label, value]),
  ].filter(([, value]) => value !== null && value !== '');
  return html`<p class="name">${name}</p>
    ${budget ? sum(budget.yuan) : html`<p class="missing">表上没有金额</p>`}
    <dl class="fields">
      ${fields.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${
      (goals.annual !== null || goals.period !== null) &&
      html`<h4>目标</h4>
        ${goals.annual !== null && html`<p><span class="soft">${year === '年度' ? year : `${year}度`}</span> ${goals.annual}</p>`}
        ${goals.period !== null && html`<p><span class="soft">实施周期</span> ${goals.period}</p>`}`
    }
    <h4>指标</h4>
    ${indicatorTable(indicators, year)}`;
}

/** What became of a project: its scores, goals, and each indicator with what was promised and reached. */
function resultReading({ name, year, funds, goals, indicators, total, otherFields }: Result): Html {
  const { total: sums } = funds;
  const fields = [
    ['年度', `${year}年`],
    ['全年执行数', sums?.spent?.text],
    ['执行率', sums?.rate?.text],
    ['总分', total?.score?.text],
    ['预期目标', goals.expected],
    ['实际完成情况', goals.actual],
    ...otherFields.map(({ label, value }) => [label, value]),
  ].filter(([, value]) => value);
  return html`<p class="name">${name}</p>
    <dl class="fields">
      ${fields.map(
        ([label, value]) =>
          html`<dt>${label}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <h4>指标</h4>
    <table>
      <thead>
        <tr>
          <th scope="col">三级指标</th>
          <th scope="col">目标</th>
          <th scope="col">完成</th>
          <th scope="col">得分</th>
        </tr>
      </thead>
      <tbody>
        ${indicators.map(
          ({ name: indicator, target, actual, score }) =>
            html`<tr>
              <th scope="row">${indicator}</th>
              <td class="now">${target?.text ?? '–'}</td>
              <td>${actual?.text ?? '–'}</td>
              <td>${score?.text ?? '–'}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function indicatorTable(indicators: readonly Indicator[], year: string): Html {
  const hasPeriod = indicators.some(({ periodTarget }) => periodTarget !== null);
  const groups = [...Map.groupBy(indicators, ({ category }) => category)];
  return html`<table>
    <thead>
      <tr>
        <th scope="col">三级指标</th>
        <th scope="col">${year}</th>
        ${hasPeriod && html`<th scope="col">周期</th>`}
      </tr>
    </thead>
    ${groups.map(
      ([category, rows]) =>
        html`<tbody>
          <tr class="group">
            <th scope="rowgroup" colspan="${hasPeriod ? 3 : 2}">${category}</th>
          </tr>
          ${rows.map(
            ({ name, annualTarget, periodTarget }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td class="now">${annualTarget?.text ?? '–'}</td>
                ${hasPeriod && html`<td>${periodTarget?.text ?? '–'}</td>`}
              </tr>`,
          )}
        </tbody>`,
    )}
  </table>`;
}

/** The cells that were understood, of a table that has something to change. */
function partReading({ uses, sheet }: ExplainedTable, until: string): Html {
  const values = [...uses].flatMap(([key, use]) => {
    // Indicators are next to it.
    if (use.kind !== 'value' || use.field.includes('指标')) return [];
    const [line = 0, column = 0] = key.split(' ').map(Number);
    const text = sheet?.rows.find((row) => row.line === line)?.cells[column] ?? '';
    return [{ field: use.field, text }];
  });
  if (values.length === 0) return html`<p class="missing">${until}以后才读得全。</p>`;
  return html`<p class="missing">${until}以后才读得全。已经读懂的：</p>
    <dl class="fields">
      ${values.map(
        ({ field, text }) =>
          html`<dt>${field}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>`;
}
