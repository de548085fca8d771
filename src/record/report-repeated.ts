import type { LabelledCell } from './labelled-grid.ts';
import { sentence } from './message.ts';
import type { Report } from './notices.ts';

/** A label that one table has twice. */
export function reportRepeated(label: LabelledCell, first: LabelledCell, report: Report): void {
  const message = sentence`“${label.text}”在${first}已有；若这里是另一张表，请在它上面空一行，并写“## 项目绩效目标表”`;
  report(label, 'field/repeated', message);
}
