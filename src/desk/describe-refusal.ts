/**
 * In: a file that makes no page.
 * Out: what it is, why it is not read, and what to do, for staff.
 */
import type { ImportError } from '../import/import-error.ts';
import type { DraftReading } from './read-draft.ts';

export interface Refusal {
  /** What the file is, in few words. */
  label: string;
  title: string;
  /** Empty: the title says it. */
  why: string;
  todo: readonly string[];
  /** Whether it is a table whose labels no form has. */
  isUnknown?: boolean;
  /** Whether staff can say what its labels are. */
  isTeachable?: boolean;
}

const SCAN: Refusal = {
  label: '扫描件',
  title: '这是扫描件，里面没有字',
  why: '每一页是一张照片。照片里的字要靠识别，数字容易认错，≥95% 可能认成 295%。公开的数不能靠猜，所以没有读。',
  todo: ['找填表时的 Excel 或 Word。', '没有的话，请填表的同事发一份填表时的文件。'],
};

const LOCKED: Refusal = {
  label: '设了密码',
  title: '这个文件设了打开密码，读不出',
  why: '密码不用告诉这里。另存一份没有密码的就能读，原来那份不用动。',
  todo: [
    '用 Excel：打开，点 文件 → 信息 → 保护工作簿 → 用密码进行加密，把密码删空，确定。',
    '用 WPS：打开，点 文件 → 文档加密 → 密码加密，把密码删空，应用。',
    '存成另一份，再放进来。',
  ],
};

/** A table that is no target table, by its name in `other-tables.ts`. */
const OTHERS: readonly (readonly [name: RegExp, refusal: Refusal])[] = [
  [
    /自评/,
    {
      label: '自评表',
      title: '这张自评表没有读出指标',
      why: '读得出的自评表一个项目一张，有“一级指标、二级指标、三级指标”和“实际完成值”的表头。',
      todo: ['找每个项目的《项目支出绩效自评表》，再放进来。'],
    },
  ],
  [
    /监控/,
    {
      label: '监控表',
      title: '这是运行监控表，这里公开的是目标表',
      why: '监控表写做到了哪里，有“执行数”“完成情况”；目标表写年初承诺做到什么，没有这两栏。',
      todo: ['找同一个项目的《项目绩效目标表》，一般和预算一起报。'],
    },
  ],
  [
    /整体/,
    {
      label: '整体表',
      title: '这是部门整体的表，这里公开的是项目的表',
      why: '里面写的是整个部门的任务和目标，没有哪一个项目的预算金额和指标。',
      todo: ['找每个项目的《项目绩效目标表》，一般和预算一起报。'],
    },
  ],
];

/** A file that the import refuses. Its message begins with the file's name and ends with what to do. */
export function describeError({ message, reason }: ImportError, file: string): Refusal {
  if (reason === 'scan') return SCAN;
  if (reason === 'locked') return LOCKED;
  const text = message.startsWith(`${file}：`) ? message.slice(file.length + 1) : message;
  const [title = text, ...rest] = text.split('；');
  const todo = rest.map((each) => `${each.replace(/再?导入(?=$|。)/, '再放进来')}。`);
  return {
    label: '没有读入',
    title,
    why: '',
    todo: todo.length > 0 ? todo : ['换一个文件，或者请填表的同事再发一份。'],
  };
}

/** A file without any target table. Null: it has one. */
export function describeOther({ tables, notices }: Pick<DraftReading, 'tables' | 'notices'>): Refusal | null {
  if (tables.some(({ kind, projects }) => kind === 'target' || projects.length > 0)) return null;
  if (notices.some(({ rule }) => rule === 'table/blank-form'))
    return {
      label: '空白的表',
      title: '这是空白的表，还没有填',
      why: '表里只有栏目，没有内容。',
      todo: ['填好、保存，再放进来。'],
    };
  const name = tables.find(({ otherName }) => otherName !== null)?.otherName;
  if (name !== undefined && name !== null) return describeOtherTable(name);
  return {
    label: '没有目标表',
    title: '没有找到绩效目标表的栏目',
    why: '目标表有项目名称、预算金额和三级指标，这个文件里没有一张表有这些栏目。',
    todo: ['可能选错了文件，换一个就行。'],
    isUnknown: true,
  };
}

function describeOtherTable(name: string): Refusal {
  const refusal = OTHERS.find(([pattern]) => pattern.test(name))?.[1];
  if (refusal) return refusal;
  const short = name.replace(/（.*/, '');
  return {
    label: short,
    title: `这好像是${short}，不是目标表`,
    why: '里面没有项目名称、预算金额和三级指标。',
    todo: ['可能选错了文件，换一个就行。'],
  };
}
