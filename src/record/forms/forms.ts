import { compileForm, extendForm, type Form } from '../form.ts';
import { commonLabels } from './common-labels.ts';
import { guangdongForm } from './guangdong-form.ts';
import { guangdongPeriodForm } from './guangdong-period-form.ts';
import { ledgerForm } from './ledger-form.ts';
import { nationalForm } from './national-form.ts';

/** Every form that the project knows, by the name that an office's own form can be based on. */
export const formInputs = {
  guangdong: extendForm(guangdongForm, commonLabels),
  'guangdong-period': extendForm(guangdongPeriodForm, commonLabels),
  national: extendForm(nationalForm, commonLabels),
  ledger: extendForm(ledgerForm, commonLabels),
};

/** The forms that a table is tried against, in this order where two fit alike. */
export const forms: readonly Form[] = Object.values(formInputs).map((input) => compileForm(input));
