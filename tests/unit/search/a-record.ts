import type { SearchRecord } from '../../../src/search/search-record.ts';

/** A record with what a test is about, and nothing else. */
export function aRecord({
  name,
  yuan = '1.00',
  indicators = [],
  goal = '',
  body = 'x',
}: {
  name: string;
  yuan?: string;
  /** Name, annual target, category. */
  indicators?: [name: string, annual?: string, category?: string][];
  goal?: string;
  /** File of its disclosure. */
  body?: string;
}): SearchRecord {
  return {
    url: `/2026/${body}/${name}/`,
    year: 2026,
    publisher: '青溪县水务局',
    name,
    type: null,
    yuan,
    indicators: indicators.map(([indicator, annual = '', category = '产出指标']) => ({
      anchor: indicator,
      category,
      subcategory: '',
      name: indicator,
      annual,
      period: '',
      details: [],
    })),
    others: goal === '' ? [] : [{ label: '年度目标', text: goal }],
  };
}
