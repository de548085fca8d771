import { LabelledCell } from './labelled-grid.ts';
import { shiftPosition } from './shift-position.ts';

/** `某某经费项目绩效目标表`: words, and the form's name behind them. */
const TITLE =
  /^(?<words>.*?)(?:\s*项\s*目)?(?:支\s*出)?绩\s*效\s*目\s*标(?:申报|批复|公开)?\s*表\s*(?:[(（][^()（）]*[)）])?$/u;
/** `301007_青溪分局_`: code and name of the spending unit. */
const UNIT = /^\d{3,}_(?<unit>[^_]+)_/;
/** Words of a form's name: 部门预算专项资金总体绩效目标表 is of no single project. */
const GENERIC =
  /附[件表][\d一二三四五六七八九十]*|表[\d-]+|[:：、,，.()（）\s]|(?:19|20)?\d{2,4}年(?:度)?|部门|单位|项目|预算|支出|专项|资金|业务|经费|总体|整体|政策|本级|[省市县区]级?|财政|重点|一般|公共|[一二]级|公开|申报|批复|汇总|转移支付|和|及/gu;

/** The name of a project in the line above its table. */
export interface TitleName {
  name: LabelledCell;
  /** Undefined: the line names no spending unit. */
  unit: LabelledCell | undefined;
}

/** Null: the line names the form, no project; words such as 云州市水务局2026年 could be either, and are no name with 部门预算. */
export function nameInTitle(title: LabelledCell): TitleName | null {
  const { words = '' } = TITLE.exec(title.text)?.groups ?? {};
  const prefix = UNIT.exec(words);
  const unit = prefix?.groups?.['unit'];
  const from = prefix?.[0].length ?? 0;
  const name = words.slice(from).trim();
  if (name.replaceAll(GENERIC, '').length < 2 || /(?:部门|单位|本级|局|委|办|厅|院|中心)$/.test(name))
    return null;
  return {
    name: new LabelledCell(name, shiftPosition(title, from)),
    unit:
      unit === undefined ? undefined : new LabelledCell(unit, shiftPosition(title, words.indexOf('_') + 1)),
  };
}
