/**
 * The record of a whole office: what one 《部门（单位）整体支出绩效目标表》 says of all that the office does in a year.
 *
 * `text` is always the cell as published; everything else is derived from it, and null where it was not understood.
 */
import { z } from 'zod';
import { DetailSchema, LineSchema, SourceSchema } from './disclosure-schema.ts';
import { MoneySchema, ParsedResultIndicatorSchema } from './result-schema.ts';

/** An amount with the label of its column or field: 总额, 财政拨款, 基本支出. */
const LabelledMoneySchema = MoneySchema.extend({ label: z.string() });
export type LabelledMoney = z.infer<typeof LabelledMoneySchema>;

/** An amount in the table of tasks. */
const TaskMoneySchema = LabelledMoneySchema.extend({
  /** The header over this column and others: 预算金额（万元） over 总额 and 财政拨款. Null: the column has one header. */
  over: z.string().nullable(),
});
export type TaskMoney = z.infer<typeof TaskMoneySchema>;

/** One of 年度主要任务: one row of the table. */
const TaskSchema = z.strictObject({
  /** 任务名称. Null: the cell is empty, as below a merged one. */
  name: z.string().nullable(),
  /** 主要内容. Null: the cell is empty. */
  content: z.string().nullable(),
  /** 预算金额, a column each. Empty cells are left out. */
  amounts: z.array(TaskMoneySchema),
  /** Columns that hold neither. Empty cells are left out. */
  details: z.array(DetailSchema),
  line: z.int().positive(),
});
export type Task = z.infer<typeof TaskSchema>;

const ParsedOverallIndicatorSchema = ParsedResultIndicatorSchema.omit({
  actual: true,
  score: true,
  reason: true,
});

/** What one office promises for a year as a whole. */
export const ParsedOverallSchema = z.strictObject({
  /** Budget year: that of the file. */
  year: z.int(),
  /** 部门（单位）名称. Null: the table does not say. */
  name: z.string().nullable(),
  /** Sums of the whole office, each with its label: 年度预算, 基本支出, 项目支出. */
  funds: z.array(LabelledMoneySchema.extend({ line: z.int().positive() })),
  tasks: z.array(TaskSchema),
  /** The row 合计 under the tasks. Null: there is none. */
  total: z
    .strictObject({
      label: z.string(),
      amounts: z.array(TaskMoneySchema),
      details: z.array(DetailSchema),
      line: z.int().positive(),
    })
    .nullable(),
  /** 年度总体目标. Null: there is none. */
  goal: z.string().nullable(),
  indicators: z.array(ParsedOverallIndicatorSchema),
  /** Labelled cells that have no field above, in source order. */
  otherFields: z.array(DetailSchema.extend({ line: z.int().positive() })),
  source: SourceSchema.extend({
    /** Where the value of each field above is written; rows and other fields hold their lines. */
    lines: z.strictObject({ name: LineSchema, goal: LineSchema }),
  }),
});
export type ParsedOverall = z.infer<typeof ParsedOverallSchema>;

/** With its lasting address: a section of its body's page. */
export const OverallSchema = z.strictObject({
  /** `<year>/<file>#overall`; the second table of a file is `#overall-2`. */
  id: z.string(),
  ...ParsedOverallSchema.shape,
});
export type Overall = z.infer<typeof OverallSchema>;
