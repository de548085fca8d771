import { headWord } from './form-words.ts';
import type { PublishedProject } from './published-project.ts';

interface Target {
  text: string;
}
interface Detail {
  label: string;
  value: string;
}
/** The part of the published record that holds what the source says. */
interface RecordedProject {
  id: string;
  name: string;
  type: string | null;
  level: string | null;
  department: string | null;
  spendingUnit: string | null;
  period: { start: number; end: number } | null;
  budget: { text: string; yuan: string };
  goals: { period: string | null; annual: string | null };
  indicators: {
    category: string;
    subcategory: string;
    name: string;
    periodTarget: Target | null;
    annualTarget: Target | null;
    details: Detail[];
  }[];
  otherFields: Detail[];
  source: { path: string; startLine: number };
}

/** The projects in a file of JSON: one record, or `projects` with several. Nothing where it holds no records. */
export function readRecords(json: string): RecordedProject[] {
  const value: unknown = JSON.parse(json);
  const { projects } = Object(value) as { projects?: unknown };
  return (Array.isArray(projects) ? projects : [value]).filter(isRecord);
}

export function readRecord(project: RecordedProject, where: string): PublishedProject {
  const { period, goals } = project;
  const fields = new Map<string, string[]>();
  const add = (key: string, text: string | null) => {
    if (text !== null) fields.set(key, [...(fields.get(key) ?? []), text]);
  };
  for (const key of ['name', 'type', 'level', 'department', 'spendingUnit'] as const) add(key, project[key]);
  add('budget', project.budget.text);
  add('start', period && String(period.start));
  add('end', period && String(period.end));
  add('period', period && `${period.start}-${period.end}`);
  for (const text of goals.period?.split('\n') ?? []) add('periodGoal', text);
  for (const text of goals.annual?.split('\n') ?? []) add('annualGoal', text);
  for (const { label, value } of project.otherFields) add(headWord(label) ?? label, value);
  return {
    where,
    name: project.name,
    yuan: project.budget.yuan,
    fields,
    rows: project.indicators.map(({ periodTarget, annualTarget, ...indicator }) => ({
      ...indicator,
      periodTarget: periodTarget?.text ?? '',
      annualTarget: annualTarget?.text ?? '',
    })),
    isGrouped: false,
    lines: null,
  };
}

function isRecord(value: unknown): value is RecordedProject {
  const { id, budget, indicators, source } = Object(value) as Partial<Record<keyof RecordedProject, unknown>>;
  return (
    typeof id === 'string' &&
    typeof budget === 'object' &&
    Array.isArray(indicators) &&
    typeof Object(source) === 'object' &&
    'path' in Object(source)
  );
}
