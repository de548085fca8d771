import { at, type Rule } from './rule.ts';

/** An indicator without a target promises nothing; often a cell of the row has slipped into another column. */
export const hasTargets: Rule = {
  id: 'target/missing',
  severity: 'warning',
  check({ indicators }, places) {
    const asksForPeriod = indicators.some(({ periodTarget }) => periodTarget !== null);
    const asksForYear = indicators.some(({ annualTarget }) => annualTarget !== null);
    return indicators.flatMap((indicator) => {
      const missing = [
        asksForPeriod && !indicator.periodTarget ? '实施周期指标值' : '',
        asksForYear && !indicator.annualTarget ? '年度指标值' : '',
        !asksForPeriod && !asksForYear ? '指标值' : '',
      ].filter((label) => label !== '');
      const place = places.of(indicator);
      return missing.length === 0 ? [] : [at(place, `“${indicator.name}”没有${missing.join('和')}`)];
    });
  },
};
