/** Lets readers take the rows of a comparison along that they have chosen; on a page without files, all of its rows. */
import type { TakenColumn, TakenTable } from '../downloads/taken-table.ts';
import type { ListTools } from './list-tools.ts';
import type { TakeAlong } from './take-along.ts';

const COLUMNS: readonly TakenColumn[] = [
  { title: '年度', type: 'integer', width: 9 },
  { title: '单位', type: 'string', width: 20 },
  { title: '项目', type: 'string', width: 24 },
  { title: '三级指标', type: 'string', width: 28 },
  { title: '指标值', type: 'string', width: 20 },
  { title: '整个周期的指标值', type: 'string', width: 20 },
  { title: '自评的实际完成值', type: 'string', width: 20 },
  { title: '写法', type: 'string', width: 10 },
  { title: '数', type: 'number', width: 14 },
  { title: '以什么计', type: 'string', width: 10 },
  { title: '项目预算金额（元）', type: 'number', unit: '元', width: 16 },
  { title: '网页', type: 'string', width: 40 },
];
/** Columns that name the row. */
const FROZEN = 4;

function readRow(row: HTMLElement, heading: string): (string | number | null)[] {
  const textIn = (selector: string) => row.querySelector(selector)?.textContent.trim() ?? null;
  const link = row.querySelector<HTMLAnchorElement>('th a');
  // On a page of one name the row is named after its project.
  const isOfOneName = row.closest('.of-one-name') !== null;
  const { body = null, year = null, writing = null, value = null, unit = null, sum = null } = row.dataset;
  return [
    ...[year === null ? null : Number.parseInt(year, 10), body],
    isOfOneName ? (link?.textContent ?? null) : textIn('.project'),
    isOfOneName ? heading : (link?.textContent ?? null),
    ...[
      textIn('.text'),
      textIn('.period'),
      textIn('.done'),
      writing,
      value,
      value === null ? null : unit,
      sum,
    ],
    link?.href ?? null,
  ];
}

const list = document.getElementById('compared');
const tools = document.querySelector<ListTools>('list-tools');
const taken = document.querySelector<TakeAlong>('take-along');
if (list && taken) {
  const heading = document.querySelector('h1')?.textContent ?? '';
  const hasFiles = list.dataset['files'] === 'true';
  const count = Number(list.dataset['count']);
  const offer = () => {
    const found = tools?.isChosen === true ? tools.found : null;
    taken.offer(found ? found.length : hasFiles ? 0 : count);
  };
  taken.table = async (): Promise<TakenTable> => {
    await tools?.readWhole();
    const items = tools?.isChosen === true ? tools.found : list.querySelectorAll<HTMLElement>('[data-item]');
    const rows = Array.from(items, (row) => readRow(row, heading));
    const addresses = rows.map((row) => String(row.at(-1) ?? ''));
    return {
      name: heading,
      columns: COLUMNS,
      rows,
      frozen: FROZEN,
      links: { column: FROZEN - 1, addresses },
    };
  };
  list.addEventListener('listed', offer);
  offer();
}
