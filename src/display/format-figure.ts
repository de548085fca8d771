import { groupDigits } from '../record/group-digits.ts';

/** An exact figure with its unit, as short as it can be: `95%`, `1,200 场次`, `30 元`. @param unit Empty: none is written. */
export function formatFigure(value: string, unit: string): string {
  const digits = groupDigits(value.includes('.') ? value.replace(/\.?0+$/, '') : value);
  return unit === '' || /^[%‰℃]/.test(unit) ? `${digits}${unit}` : `${digits}\u00A0${unit}`;
}
