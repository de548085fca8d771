import { at, type Rule } from './rule.ts';

/** Spreadsheets count days from 1900: 44,561 is the last day of 2021. Such a number is a date that lost its format. */
const FIRST = 36_526;
const LAST = 55_153;

/** A bare number of that size next to 年月, 日期 or 时间 is likely such a day. Warn; don't change the cell. */
export const noDateSerials: Rule = {
  id: 'target/date-serial',
  check({ indicators }, positions) {
    return indicators.flatMap(({ name, subcategory, periodTarget, annualTarget }) =>
      [annualTarget, periodTarget].flatMap((target) => {
        if (!target?.value || target.unit !== null || !/年|月|日期|时间|时限|时效/.test(name + subcategory))
          return [];
        const serial = Number(target.value);
        if (!Number.isInteger(serial) || serial < FIRST || serial > LAST) return [];
        const day = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
        const position = positions.of(target);
        const message = `“${name}”的指标值 ${target.text} 像是电子表格的日期序号（${day}），请在原件里设为日期格式`;
        return [at(position, message)];
      }),
    );
  },
};
