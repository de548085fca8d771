/**
 * The record of a result: what one 《项目支出绩效自评表》 says a year after its target.
 *
 * `text` is always the cell as published; everything else is derived from it, and null where it was not understood.
 */
import { z } from 'zod';
import { DetailSchema, LineSchema, SourceSchema, TargetSchema } from './disclosure-schema.ts';

/** An amount of money. Source: the cells under 年初预算数, 全年预算数 and 全年执行数. */
export const MoneySchema = z.strictObject({
  /** The cell as published, separators included: `1,812.50`. */
  text: z.string(),
  /** Exact decimal in yuan, two places or more. Null: the cell is not an amount, or the table names no unit. */
  yuan: z
    .string()
    .regex(/^-?\d+\.\d{2,}$/)
    .nullable(),
});
export type Money = z.infer<typeof MoneySchema>;

/** A number of points or per cent. Source: the cells under 分值, 执行率 and 得分. */
const FigureSchema = z.strictObject({
  /** The cell as published: `97.57%`, `9.76分`. */
  text: z.string(),
  /** Exact decimal, digits as written: `97.57`, `9.76`. Null: the cell is not one number. */
  value: z.string().nullable(),
});
export type Figure = z.infer<typeof FigureSchema>;

/** One row of 项目资金: the year's total, or a source of it. Null: the cell is empty, or the form has no such column. */
const FundRowSchema = z.strictObject({
  /** 年度资金总额, 其中：财政拨款, … as published. */
  label: z.string(),
  /** 年初预算数. */
  initial: MoneySchema.nullable(),
  /** 全年预算数, after changes within the year. */
  revised: MoneySchema.nullable(),
  /** 全年执行数. */
  spent: MoneySchema.nullable(),
  /** 分值. */
  weight: FigureSchema.nullable(),
  /** 执行率. */
  rate: FigureSchema.nullable(),
  /** 得分. */
  score: FigureSchema.nullable(),
  /** Columns that have no field. Empty cells are left out. */
  details: z.array(DetailSchema),
  line: z.int().positive(),
});
export type FundRow = z.infer<typeof FundRowSchema>;

/** One indicator with what became of it: one row of the table, merged cells filled down. */
export const ParsedResultIndicatorSchema = z.strictObject({
  /** 一级指标. Empty: none is written. */
  category: z.string(),
  /** 二级指标. Empty: none is written. */
  subcategory: z.string(),
  /** 三级指标. */
  name: z.string(),
  /** 年度指标值, as this table repeats it. */
  target: TargetSchema.nullable(),
  /** 实际完成值. */
  actual: TargetSchema.nullable(),
  /** 分值 or 权重. */
  weight: FigureSchema.nullable(),
  /** 得分. */
  score: FigureSchema.nullable(),
  /** 偏差原因分析及改进措施, 未完成原因. */
  reason: z.string().nullable(),
  /** Columns that have no field. Empty cells are left out. */
  details: z.array(DetailSchema),
  /** Line of the row in the source file, from 1. */
  line: z.int().positive(),
});
export type ParsedResultIndicator = z.infer<typeof ParsedResultIndicatorSchema>;

/** A result with its lasting address has anchors for its rows. */
const ResultIndicatorSchema = ParsedResultIndicatorSchema.extend({
  /** Fragment of the row on the result's page, unique on that page. */
  anchor: z.string().min(1),
  /** Earlier anchors of the row, which still lead to it. */
  formerAnchors: z.array(z.string()),
});
export type ResultIndicator = z.infer<typeof ResultIndicatorSchema>;

/** What became of one project in one year, as its body says it. */
export const ParsedResultSchema = z.strictObject({
  /** The year that the result is about, not that of its publication. */
  year: z.int(),
  /** 项目名称. */
  name: z.string().min(1),
  /** 项目编码. */
  code: z.string().nullable(),
  /** 主管部门. */
  department: z.string().nullable(),
  /** 实施单位. */
  spendingUnit: z.string().nullable(),
  funds: z.strictObject({
    /** 年度资金总额. Null: the form has no such row, or it is blank. */
    total: FundRowSchema.nullable(),
    /** Rows under the total: 其中：财政拨款, 上年结转资金, 其他资金. */
    sources: z.array(FundRowSchema),
  }),
  goals: z.strictObject({
    /** 预期目标. */
    expected: z.string().nullable(),
    /** 实际完成情况. */
    actual: z.string().nullable(),
  }),
  indicators: z.array(ParsedResultIndicatorSchema).min(1),
  /** The row 总分. Null: there is none. */
  total: z
    .strictObject({
      weight: FigureSchema.nullable(),
      score: FigureSchema.nullable(),
      line: z.int().positive(),
    })
    .nullable(),
  /** Labelled cells that have no field above, in source order: 评价结论, 存在问题. */
  otherFields: z.array(DetailSchema.extend({ line: z.int().positive() })),
  source: SourceSchema.extend({
    /** Where the value of each field above is written; rows and other fields hold their lines. */
    lines: z.strictObject({
      name: LineSchema,
      code: LineSchema,
      department: LineSchema,
      spendingUnit: LineSchema,
      expectedGoal: LineSchema,
      actualGoal: LineSchema,
    }),
  }),
});
export type ParsedResult = z.infer<typeof ParsedResultSchema>;

/** A result with its lasting address. */
export const ResultSchema = z.strictObject({
  /** `<year>/<file>/results/<pinyin of the name>`; `/<id>/` is its URL. */
  id: z.string(),
  /** `<year>/<file>` of the file that holds it. */
  bodyId: z.string(),
  ...ParsedResultSchema.shape,
  indicators: z.array(ResultIndicatorSchema).min(1),
});
export type Result = z.infer<typeof ResultSchema>;
