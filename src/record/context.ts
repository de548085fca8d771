import type { Cell } from '../table/grid.ts';
import type { Form } from './form.ts';
import type { Notices } from './notices.ts';

/** What a cell of a table was used for. */
export interface CellUse {
  /** `label`: a word of the form. `value`: its text is in the record, as `field`. */
  kind: 'label' | 'value';
  /** 项目名称, 年度指标值, or the cell's own label. */
  field: string;
}

/** What all readers of a table share. */
export class Context {
  readonly form: Form;
  readonly notices: Notices;
  /** Every cell that was used. A filled cell that is not here was not understood. */
  readonly uses = new Map<Cell, CellUse>();

  constructor(form: Form, notices: Notices) {
    this.form = form;
    this.notices = notices;
  }

  useAsLabel(cell: Cell): void {
    this.#use(cell, { kind: 'label', field: '栏目' });
  }

  useAsValue(cell: Cell, field: string): void {
    this.#use(cell, { kind: 'value', field });
  }

  /** The first use counts: in a ledger, the cells of a project are used twice. */
  #use(cell: Cell, use: CellUse): void {
    if (!this.uses.has(cell)) this.uses.set(cell, use);
  }
}
