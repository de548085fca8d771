/** What follows the choices: the sheet with the labels that are known, and what is read. */
import { html } from 'hono/html';
import { formatWan } from '../../display/format-wan.ts';
import { FIELD_LABELS } from '../../record/fields.ts';
import { readLabel } from '../../record/read-label.ts';
import { totalOf } from '../../record/total-of.ts';
import type { ExplainedTable } from '../explain-tables.ts';
import type { FormEffect } from '../form-effects.ts';
import { AS_WRITTEN, wordOf } from '../form-places.ts';
import type { DraftReading } from '../read-draft.ts';
import type { Teaching } from '../teach-draft.ts';
import type { Html } from './desk-page.ts';
import { originalSide, shownPart, type SheetWords } from './original-side.ts';
import { readingSide } from './reading-side.ts';
import { figure } from './words.ts';

export interface TeachView {
  base: string;
  teaching: Teaching;
  /** The file as it is read with what was chosen. */
  reading: DraftReading;
  /** Whether a label is of the form that the file is read with. */
  isKnown: (key: string) => boolean;
  /** Words for what no label is yet, though no table lacks it. */
  missing: readonly string[];
  /** Why it was not kept, a sentence. Null: nobody tried, or it can be. */
  problem: string | null;
  /** Other sources that would be read in another way, which staff have to allow. */
  effects: readonly FormEffect[];
}

export function teachSheet(view: TeachView): Html {
  const { teaching, reading } = view;
  const { labels } = teaching;
  const numbers = new Map(labels.map((label, index) => [label.key, { ...label, number: index + 1 }]));
  const words: SheetWords = {
    // The label has the words: each cell of its column would repeat them.
    left: '',
    labelTag: (text) => {
      const label = numbers.get(readLabel(text).key);
      if (!label) return null;
      const word = label.choice === null ? null : wordOf(label.choice);
      return word === null
        ? { tag: `第 ${label.number} 个，没见过`, isSet: false }
        : { tag: label.choice === AS_WRITTEN ? '照原样公开' : `读成 ${word}`, isSet: true };
    },
  };
  const table = tableOf(view);
  const quiet = { ...reading, notices: [] };
  return html`${table && originalSide(quiet, shownPart(quiet, table, table.projects[0] ?? null), words)}`;
}

/** The first table that has one of the labels, with nothing in it but what is known: a cell next to an open label is not read. */
function tableOf({ teaching: { labels }, reading, isKnown }: TeachView): ExplainedTable | undefined {
  const keys = new Set(labels.map(({ key }) => key));
  const open = new Set(labels.filter(({ choice }) => choice === null).map(({ key }) => key));
  const hasLabel = ({ sheet: drawn, startLine, endLine }: ExplainedTable) =>
    drawn?.rows.some(
      ({ line, cells }) =>
        line >= startLine && line <= endLine && cells.some((text) => keys.has(readLabel(text).key)),
    );
  const table = reading.tables.find(hasLabel) ?? reading.tables[0];
  if (!table) return undefined;
  const isRead = (field: string) => {
    const { key } = readLabel(field);
    return !open.has(key) && (table.kind === 'target' || KNOWN_FIELDS.has(field) || isKnown(key));
  };
  const uses = [...table.uses].filter(([place, { kind, field }]) =>
    isRead(kind === 'value' ? field : textAt(table, place)),
  );
  return { ...table, uses: new Map(uses) };
}

const KNOWN_FIELDS: ReadonlySet<string> = new Set(Object.values(FIELD_LABELS));

/** @param place Line and column of a cell. */
function textAt({ sheet: drawn }: ExplainedTable, place: string): string {
  const [line, column = 0] = place.split(' ').map(Number);
  return drawn?.rows.find((row) => row.line === line)?.cells[column] ?? '';
}

/** What is read, with the sum first: of two units, the wrong one shows at once. */
export function teachReading(view: TeachView): Html {
  const { teaching, reading, missing } = view;
  const isOpen = teaching.labels.some(({ choice }) => choice === null);
  const { projects } = reading.converted.reading;
  const table = tableOf(view);
  const { yuan } = totalOf(projects);
  const said =
    projects.length === 0
      ? '还读不出项目。'
      : `读出 ${projects.length} 个项目${yuan === null ? '' : `，合计 ${figure(yuan)} 元，合 ${formatWan(yuan)} 万元`}。`;
  const errors = reading.notices.filter(
    ({ severity, rule }) =>
      !isOpen && severity === 'error' && !/^(?:form|table)\/unknown$|^table\/no-targets$/.test(rule),
  );
  return html`<p id="live-summary">${said}</p>
    ${missing.length > 0 && html`<p class="missing">还没有一栏是：${missing.join('、')}。</p>`}
    ${
      errors.length > 0 &&
      html`<ul class="ways missing">
        ${errors.slice(0, 5).map(({ message }) => html`<li>${message}</li>`)}
      </ul>`
    }
    <h3>公开以后网页上的样子</h3>
    ${table && readingSide(table, table.projects[0] ?? null, reading.place.year, '选好')}`;
}
