import { at, type Rule } from './rule.ts';

/** 到期年度 is not before 起始年度. */
export const endAfterStart: Rule = {
  id: 'period/end-before-start',
  check({ period }, positions) {
    if (!period || period.end >= period.start) return [];
    return [at(positions.of(period), `到期年度 ${period.end} 早于起始年度 ${period.start}`)];
  },
};
