/**
 * The record: what one source file says, in the shape that is published as JSON.
 *
 * `text` is always the cell as published; everything else is derived from it, and null where it was not understood.
 */
import { z } from 'zod';
import { COLUMNS, FIELDS } from './fields.ts';
import type { Overall } from './overall-schema.ts';
import type { Result } from './result-schema.ts';
import { catalogue, type RuleId } from './rules/catalogue.ts';

/** One target (指标值) of an indicator. Source: the cells under 实施周期指标值 and 年度指标值. */
export const TargetSchema = z.strictObject({
  /** The cell as published: `约300人次`. */
  text: z.string(),
  /** `≥` also for 不少于, 不低于, 以上; `≈` for 约. Null: none is written, or the text is not one quantity. */
  comparator: z.enum(['≥', '≤', '>', '<', '=', '≈']).nullable(),
  /** Exact decimal without separators, digits as written: `8.3370`. The lower end of a range. */
  value: z.string().nullable(),
  /** The upper end of a range (`2~3万人次` → `3`), else null. */
  upper: z.string().nullable(),
  /** As written, 万元 and 元 included. Null: a bare number, or no quantity. */
  unit: z.string().nullable(),
});
export type Target = z.infer<typeof TargetSchema>;

/** A labelled cell for which the record has no field of its own. */
export const DetailSchema = z.strictObject({ label: z.string(), value: z.string() });
export type Detail = z.infer<typeof DetailSchema>;

/** One performance indicator (绩效指标): one row of the table, merged cells filled down. */
const ParsedIndicatorSchema = z.strictObject({
  /** 一级指标: 产出指标, 效益指标, 满意度指标, 成本指标. */
  category: z.string(),
  /** 二级指标: 数量指标, 社会效益, … */
  subcategory: z.string(),
  /** 三级指标. */
  name: z.string(),
  /** 实施周期指标值. Null: the cell is empty or the form has no such column. */
  periodTarget: TargetSchema.nullable(),
  /** 年度指标值. Null: the cell is empty or the form has no such column. */
  annualTarget: TargetSchema.nullable(),
  /** Columns that have no field: 权重, 备注, … Empty cells are left out. */
  details: z.array(DetailSchema),
  /** Line of the row in the source file, from 1. */
  line: z.int().positive(),
});
export type ParsedIndicator = z.infer<typeof ParsedIndicatorSchema>;

/** An indicator with its lasting address: `/<id of the project>/#<anchor>`. */
const IndicatorSchema = ParsedIndicatorSchema.extend({
  /** Fragment of the row on the project's page, unique on that page. */
  anchor: z.string().min(1),
  /** Earlier anchors of the row, which still lead to it. */
  formerAnchors: z.array(z.string()),
});
export type Indicator = z.infer<typeof IndicatorSchema>;

/** Money voted for one project and one year. Source: the row N年预算金额. */
const BudgetSchema = z.strictObject({
  /** The cell as published, separators included: `27,700.00`. */
  text: z.string(),
  /** Exact decimal in yuan, two places. A source in 万元 is multiplied, never rounded. */
  yuan: z.string().regex(/^\d+\.\d{2}$/),
});
export type Budget = z.infer<typeof BudgetSchema>;

/** 实施周期: first and last year of the project. */
const PeriodSchema = z.strictObject({
  start: z.int(),
  end: z.int(),
  /** The end year is 2099, by which offices mean that no end is planned. */
  openEnded: z.boolean(),
});
export type Period = z.infer<typeof PeriodSchema>;

/** Line of a cell in the source file, from 1. Null: the table has no such cell, or nothing is written in it. */
export const LineSchema = z.int().positive().nullable();

/** What a form asks for, filled in or not: only of this it can be said that nothing is written. In the order of the record. */
const AskedSchema = z.strictObject({
  /** Those whose label, or value, is in the source. */
  fields: z.array(z.enum(FIELDS)),
  /** Those that the header of its indicators has. */
  columns: z.array(z.enum(COLUMNS)),
});
export type Asked = z.infer<typeof AskedSchema>;

/** Where the table of a record is. */
export const SourceSchema = z.strictObject({
  /** Path of the source file, with forward slashes, relative to the content folder. */
  path: z.string(),
  /** SHA-256 of the file's bytes, lower-case hex. */
  sha256: z.string().regex(/^[\da-f]{64}$/),
  /** Line of the table's title, or of its first row where it has none; from 1. */
  startLine: z.int().positive(),
  /** Line of its last row, included. */
  endLine: z.int().positive(),
});

/** One project (项目) as its table says it: one 《项目绩效目标表》. */
export const ParsedProjectSchema = z.strictObject({
  /** Budget year. */
  year: z.int(),
  /** 项目名称. */
  name: z.string().min(1),
  /** 项目类型. */
  type: z.string().nullable(),
  /** 项目等级. */
  level: z.string().nullable(),
  /** 主管部门. */
  department: z.string().nullable(),
  /** 用款单位. */
  spendingUnit: z.string().nullable(),
  /** 实施周期. Null: the row is missing or not two years (then its cells are in `otherFields`). */
  period: PeriodSchema.nullable(),
  /** Null: the form has no row of funds. A row that is blank or can't be read is an error. */
  budget: BudgetSchema.nullable(),
  goals: z.strictObject({
    /** 实施周期总目标. */
    period: z.string().nullable(),
    /** N年度目标. */
    annual: z.string().nullable(),
  }),
  indicators: z.array(ParsedIndicatorSchema).min(1),
  /** Labelled cells that have no field above, in source order. */
  otherFields: z.array(DetailSchema.extend({ line: z.int().positive() })),
  source: SourceSchema.extend({
    asked: AskedSchema,
    /** Where the value of each field above stands; indicators and other fields hold their own lines. */
    lines: z.strictObject({
      name: LineSchema,
      type: LineSchema,
      level: LineSchema,
      department: LineSchema,
      spendingUnit: LineSchema,
      /** Of the header over all projects of a ledger; null where the table is the project's own. */
      header: LineSchema,
      /** Of the first year. */
      period: LineSchema,
      budget: LineSchema,
      /** Of the first line of 实施周期总目标. */
      periodGoal: LineSchema,
      /** Of the first line of N年度目标. */
      annualGoal: LineSchema,
    }),
  }),
});
export type ParsedProject = z.infer<typeof ParsedProjectSchema>;

/** A project with its lasting addresses. */
export const ProjectSchema = z.strictObject({
  /** `<body id>/<pinyin of the name>`; `/<id>/` is its URL. */
  id: z.string(),
  /** Id of the disclosure that the project is part of: `<year>/<file>`. */
  bodyId: z.string(),
  ...ParsedProjectSchema.shape,
  indicators: z.array(IndicatorSchema).min(1),
});
export type Project = z.infer<typeof ProjectSchema>;

/** A position of the same file that a message names. */
const RelatedSchema = z.strictObject({
  line: z.int().positive(),
  column: z.int().positive(),
  /** Where the message names it, as `第 7 行`: offsets in UTF-16 units. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
});
export type Related = z.infer<typeof RelatedSchema>;

/** A finding at one position of the source. */
export const NoticeSchema = z.strictObject({
  /** `noun/finding`, stable: `budget/cost-mismatch`. Its subject and what to do about it are in the catalogue. */
  rule: z.custom<RuleId>((rule) => typeof rule === 'string' && Object.hasOwn(catalogue, rule)),
  /** error: can't be published · warning: published, with the notice on the page · info: worth knowing. */
  severity: z.enum(['error', 'warning', 'info']),
  path: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  /** Chinese, neutral: states two figures and their difference, blames nobody. */
  message: z.string(),
  /** In the order in which the message names them. */
  related: z.array(RelatedSchema).optional(),
});
export type Notice = z.infer<typeof NoticeSchema>;

/** What one or more source files say. */
export interface Disclosure {
  projects: Project[];
  results: Result[];
  /** Missing: there are none. */
  overall?: Overall[];
  notices: Notice[];
}
