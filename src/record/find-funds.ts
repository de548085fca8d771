/**
 * In: the cells of a table in which no label is the budget's.
 * Out: the first that speaks of money. Undefined: the form does not ask for it.
 */
import { filledCells, type Cell } from '../table/grid.ts';
import { toPlain } from '../table/to-plain.ts';
import type { Form, HeadName } from './form.ts';
import type { LabelledCell, LabelledRow } from './labelled-grid.ts';
import { parseAmount } from './parse-amount.ts';
import { BARE_TOTAL, type Field } from './read-fields.ts';
import type { GoalsReading } from './read-goals.ts';

/** The parts of a table that may name its funds. A target may be a sum too, so that of the rows of indicators only totals do. */
export interface FundingParts {
  fields: readonly Field[];
  goals: Pick<GoalsReading, 'goals'>;
  /** Of the indicators. */
  header: LabelledRow | null;
  /** Its rows. */
  rows: readonly LabelledRow[];
  /** The title and the lines around the table. */
  lines: readonly Cell[];
}

/** Words of money in a label that no form has. */
const MONEY =
  /资金|经费|预算|金额|拨款|款项|投资|投入|费用|支出|收入|总额|万元|[数额款]$|^(?:合计|总计|小计|共计)$/;
/** Last words of a label that has one of them and names no sum: 预算单位编码, 专项资金名称, 资金管理办法, 受益人数. */
const NO_SUM =
  /(?:单位|部门|编码|代码|编号|序号|科目|名称|类别|类型|级次|年度|年份|时间|日期|办法|依据|制度|[人户]数|电话|分值)$/;
/** A unit above a table, a sum behind its label, or a sum in a sentence. */
const IN_A_LINE =
  /(?:^|\P{Script=Han}|金额)单位:?(?:人民币)?万?元(?!\p{Script=Han})|(?:资金|经费|金额|预算|总额)[^:,。;]{0,12}:\d|\d[万亿]?元/u;
/** Labels whose texts may have words of money: a project can be named 防汛经费. */
const OF_TEXTS: ReadonlySet<HeadName | undefined> = new Set([
  ...['name', 'type', 'level', 'department', 'spendingUnit', 'period', 'start', 'end'],
] as HeadName[]);

export function findFunds(
  { fields, goals, header, rows, lines }: FundingParts,
  form: Form,
): Cell | undefined {
  const ofFields = fields.flatMap((field) => fundsIn(field, form) ?? []);
  // Behind the first text of a goal there may be a row whose label nobody described.
  const ofGoals = Object.values(goals.goals)
    .flatMap((cells) => cells.slice(1))
    .filter((cell) => !/[,，。;；、]/.test(cell.text) && (isMoney(cell) || parseAmount(cell.text)));
  const ofHeader = header ? filledCells(header).filter(({ key }) => !form.columns.has(key)) : [];
  const totals = rows.flatMap((row) => {
    const [first, ...others] = filledCells(row);
    return first && BARE_TOTAL.test(first.key) ? others.filter(({ text }) => parseAmount(text)?.unit) : [];
  });
  const [found] = [...ofFields, ...ofGoals, ...ofHeader.filter(isMoney), ...totals];
  return found ?? lines.find(({ text }) => IN_A_LINE.test(toPlain(text)));
}

/** The label of a sum, known or not; a sum without a label; a value with a sum and its unit, or with a unit. */
function fundsIn({ label, value }: Field, form: Form): LabelledCell | undefined {
  const name = form.head.get(label.key)?.name;
  if (OF_TEXTS.has(name)) return undefined;
  const amount = value && parseAmount(value.text);
  if (name === 'funding' || isMoney(label) || parseAmount(label.text)) return label;
  if (!name && amount && !NO_SUM.test(label.key)) return label;
  return value && (value.label.unit !== null || IN_A_LINE.test(toPlain(value.text))) ? value : undefined;
}

function isMoney({ key, label }: LabelledCell): boolean {
  return label.unit !== null || (MONEY.test(key) && !NO_SUM.test(key));
}
