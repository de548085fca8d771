import { at, type Rule } from './rule.ts';

/** An indicator without a target can't be measured; often a cell of the row is in the wrong column. */
export const hasTargets: Rule = {
  id: 'target/missing',
  check({ indicators }, positions) {
    const hasPeriod = indicators.some(({ periodTarget }) => periodTarget !== null);
    const hasYear = indicators.some(({ annualTarget }) => annualTarget !== null);
    return indicators.flatMap((indicator) => {
      const missing = [
        hasPeriod && !indicator.periodTarget ? '实施周期指标值' : '',
        hasYear && !indicator.annualTarget ? '年度指标值' : '',
        !hasPeriod && !hasYear ? '指标值' : '',
      ].filter((label) => label !== '');
      const position = positions.of(indicator);
      return missing.length === 0 ? [] : [at(position, `“${indicator.name}”没有${missing.join('和')}`)];
    });
  },
};
