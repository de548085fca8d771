/** 一级指标 in the order of the form. Offices may add their own. */
export const CATEGORIES = ['产出指标', '效益指标', '满意度指标', '成本指标'] as const;
