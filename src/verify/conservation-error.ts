import type { Conservation } from './verify-conservation.ts';

/** Report at most this many losses individually. */
const MOST = 20;
const OUTPUTS = '页面、原文页、project.json 等 JSON、CSV、Excel、搜索记录';

/** Thrown if a built site does not hold every cell of its sources. The message is for staff, in Chinese. */
export class ConservationError extends Error {
  constructor(conservation: Conservation) {
    const { losses } = conservation;
    const listed = losses.slice(0, MOST).join('\n');
    const more = losses.length > MOST ? `\n……另有 ${losses.length - MOST} 处` : '';
    super(
      `${describeConservation(conservation)}。网站与原文不符，没有发布；上一次发布的网站不变。` +
        `这是程序的错误，不是原文的错误，请报告：\n${listed}${more}`,
    );
    this.name = 'ConservationError';
  }
}

/** `逐格核对原文：7 个项目，703 个单元格（页面），缺失或改动 0 处`. */
export function describeConservation({ projects, cells, losses, known }: Conservation): string {
  const before = known > 0 ? `，其中 ${known} 个项目的原文和各种输出与上次核对时逐字节相同` : '';
  return `逐格核对原文：${projects} 个项目，${cells} 个单元格（${OUTPUTS}），缺失或改动 ${losses.length} 处${before}`;
}
