import { toPlain } from '../../table/to-plain.ts';

const LABEL = /^(?:[一二三]级指标|指标内容)(?:名称|\(.*\))?$/;

/** Whether texts of one row are the header of a target table: 一级指标, 二级指标, 三级指标 or 指标内容, two of them at least. */
export function isTargetHeader(texts: readonly string[]): boolean {
  return texts.filter((text) => LABEL.test(toPlain(text))).length > 1;
}
