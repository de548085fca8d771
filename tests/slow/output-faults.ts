/**
 * One-line faults of the code that writes what is published. Faults of one list are built together; each must be found where its
 * `loss` says, so no two of a list may lose the same.
 */

export interface OutputFault {
  what: string;
  file: string;
  from: string;
  to: string;
  /** A loss that this fault brings and no other of its list does. */
  loss: RegExp;
}

const fault = (what: string, file: string, from: string, to: string, loss: RegExp): OutputFault => ({
  ...{ what, file: `src/${file}`, from, to, loss },
});

/** Each needs a build of its own: so many files are compared with these that the losses of another fault would not be seen. */
const everywhere: readonly (readonly OutputFault[])[] = [
  [
    fault(
      'CSV files have a header alone',
      'downloads/to-csv.ts',
      'for (const row of rows) {',
      'for (const row of rows.slice(0, 0)) {',
      /应有 \d+ 行，却有 0 行.*projects\.csv/,
    ),
  ],
  [
    fault(
      'disclosure.json has no projects',
      'downloads/data-files.ts',
      'const published = projects.rows.values()',
      "const published = projects.rows.filter(() => set.kind === 'project').values()",
      /没有一个单位的 disclosure\.json 写明它出自这个文件/,
    ),
  ],
  [
    fault(
      'JSON names another source',
      'record/published-disclosure.ts',
      'const { lines, asked, ...source } = project.source;',
      'const { lines, asked, ...whole } = project.source; const source = { ...whole, path: `x/${whole.path}` };',
      /没有一个单位的 disclosure\.json 写明它出自这个文件/,
    ),
  ],
];

const downloads = {
  first: [
    fault(
      'project.json is empty',
      'downloads/data-files.ts',
      'toJson(published.next().value)',
      'toJson({})',
      /与 disclosure\.json 不同.*project\.json/,
    ),
    fault(
      'texts of workbooks are blank',
      'downloads/to-workbook.ts',
      "return { t: 's', v: toWorkbookText(value) };",
      "return { t: 's', v: ' ' };",
      /单元格 [A-Z]+\d+ 应为“[^”]*”，却是“ ”.*disclosure\.xlsx/,
    ),
    fault(
      'the files of a year lose a body',
      'downloads/data-set.ts',
      '`${year}年项目绩效目标`, ofYear)',
      '`${year}年项目绩效目标`, ofYear.slice(1))',
      /^2026\/projects\.csv: 有 \d+ 行或项与各部分/,
    ),
    fault(
      'categories are written for subcategories',
      'downloads/indicator-table.ts',
      '({ indicator }) => indicator.subcategory,',
      '({ indicator }) => indicator.category,',
      /（subcategory），发布的是/,
    ),
    fault(
      'a period ends when it begins',
      'downloads/project-table.ts',
      'value: ({ project }) => project.period?.end ?? null',
      'value: ({ project }) => project.period?.start ?? null',
      /（period_end），发布的是/,
    ),
    fault(
      'counts of the API are one too many',
      'downloads/api.ts',
      'return { projectCount: projects.length,',
      'return { projectCount: projects.length + 1,',
      /^api\/years\.json/,
    ),
    fault(
      'data packages say another length',
      'downloads/to-data-package.ts',
      'bytes: file.bytes.length,',
      'bytes: file.bytes.length + 1,',
      /^datapackage\.json: (?:没有|多出) projects\.csv/,
    ),
    fault(
      'tables of comparisons lose a row',
      'downloads/comparison-files.ts',
      'bytes: toCsv(table, rows) }',
      'bytes: toCsv(table, rows.slice(1)) }',
      /^indicators\/[^:]*: indicators\.csv 不是页面上的各行/,
    ),
  ],
  second: [
    fault(
      'the files of the site lose a body',
      'downloads/data-set.ts',
      "set('site', '', `${site}：全部项目的绩效目标`, sources)",
      "set('site', '', `${site}：全部项目的绩效目标`, sources.slice(1))",
      /^projects\.csv: 有 \d+ 行或项与各部分/,
    ),
    fault(
      'goals of the period are written for those of the year',
      'downloads/project-table.ts',
      '({ project }) => project.goals.annual)',
      '({ project }) => project.goals.period)',
      /（annual_goal），发布的是/,
    ),
    fault(
      'amounts in ten thousands are a tenth',
      'downloads/to-quantity.ts',
      'new Decimal(figure).times(factor).toFixed()',
      'new Decimal(figure).times(factor).dividedBy(10).toFixed()',
      /（annual_yuan），发布的是/,
    ),
    fault(
      'cells that no column has lose the first',
      'downloads/project-table.ts',
      'toJsonCell(project.otherFields)',
      'toJsonCell(project.otherFields.slice(1))',
      /（other_fields），发布的是/,
    ),
    fault(
      'notices of workbooks say their rule',
      'downloads/sheet-tables.ts',
      '80, ({ notice }) => notice.message)',
      '80, ({ notice }) => notice.rule)',
      /提示 \d+ 应为/,
    ),
    fault(
      'targets of the period are those of the year in the API',
      'downloads/api.ts',
      'periodTarget: indicator.periodTarget?.text ?? null',
      'periodTarget: indicator.annualTarget?.text ?? null',
      /^api\/indicators\.json/,
    ),
    fault(
      'data packages lose a source',
      'downloads/to-data-package.ts',
      'sources: set.sources.map(',
      'sources: set.sources.slice(1).map(',
      /^datapackage\.json: 没有 .*sha256/,
    ),
  ],
};

const metadata = {
  first: [
    fault(
      'the feed says ids for names',
      'metadata/to-atom.ts',
      '.map(({ project }) => project.name)',
      '.map(({ project }) => project.id)',
      /^atom\.xml: \S+ 没有“[^<>]/,
    ),
    fault(
      'JSON-LD says another size',
      'metadata/structured-data.ts',
      'contentSize: `${bytes.length} B`',
      'contentSize: `${bytes.length + 1} B`',
      /JSON-LD 里的 /,
    ),
    fault(
      'steps of JSON-LD lead home',
      'metadata/structured-data.ts',
      'item: toAddress(href)',
      "item: toAddress('/')",
      /JSON-LD 的路径/,
    ),
    fault(
      'the site is named as the source',
      'metadata/government-meta.ts',
      "['ContentSource', source]",
      "['ContentSource', source && name]",
      /ContentSource 是/,
    ),
    fault(
      'the sitemap has the oldest dates',
      'metadata/to-last-modified.ts',
      '(a > b ? a : b)',
      "(a !== '' && a < b ? a : b)",
      /^sitemap: /,
    ),
  ],
  second: [
    fault(
      'the feed begins with the oldest',
      'metadata/to-atom.ts',
      'b.date.getTime() - a.date.getTime()',
      'a.date.getTime() - b.date.getTime()',
      /^atom\.xml: /,
    ),
    fault(
      'JSON-LD names one body alone',
      'metadata/structured-data.ts',
      'creator: publishers.map(toOrganization)',
      'creator: publishers.slice(0, 1).map(toOrganization)',
      /JSON-LD 的数据集/,
    ),
    fault(
      'JSON-LD has the address of the home page',
      'metadata/structured-data.ts',
      'url: toAddress(page.path)',
      "url: toAddress('/')",
      /JSON-LD 的网址/,
    ),
    fault(
      'old addresses lead home on one kind of server',
      'redirects/redirects.ts',
      '${encodeURI(from)} ${encodeURI(to)} 301',
      '${encodeURI(from)} / 301',
      /已公开的网址 \S+ 没有了/,
    ),
    fault(
      'checksums leave out the data packages',
      'redirects/write-site-files.ts',
      "!path.startsWith('pagefind/')",
      "!path.startsWith('pagefind/') && !path.endsWith('datapackage.json')",
      /^SHA256SUMS: 没有/,
    ),
  ],
};

const search = {
  first: [
    fault(
      'search knows no targets of the year',
      'search/index/to-search-record.ts',
      "annual: indicator.annualTarget?.text ?? '',",
      "annual: '',",
      /”的指标（搜索）是/,
    ),
    fault(
      'search knows amounts as figures alone',
      'search/index/to-search-record.ts',
      'project.budget?.text ?? null',
      'project.budget?.yuan ?? null',
      /行起 “[^”]*”（搜索）是 .*预算金额/,
    ),
    fault(
      'budgets are rounded for questions about amounts',
      'search/index/to-quantity-lists.ts',
      'yuan === null ? null : Number(yuan)',
      'yuan === null ? null : Math.round(Number(yuan))',
      /money\.json: 不是各项目的预算金额/,
    ),
    fault(
      'types are not filtered where a form has none',
      'search/index/to-search-table.ts',
      '(asksType === false ? -2 : typeIndex(type))',
      'asksType === false ? -1 : typeIndex(type)',
      /table\.json 的项目类型/,
    ),
    fault(
      'bodies lead to their oldest page',
      'search/index/to-search-table.ts',
      'record.year > other.year',
      'record.year < other.year',
      /bodies\.json（搜索）/,
    ),
    fault(
      'names of indicators count as output alone',
      'search/index/to-search-table.ts',
      'const facet = facetOfCategory(category);',
      'const facet = 1 + 0 * facetOfCategory(category);',
      /names\.json 的指标/,
    ),
    fault(
      'characters have no sound',
      'search/index/to-pinyin.ts',
      'if (!/^\\p{Script=Han}$/u.test(character)) continue;',
      "if (!/^\\p{Script=Han}$/u.test(character) || character === '购') continue;",
      /pinyin\.json: “购”没有读音/,
    ),
  ],
  second: [
    fault(
      'search shows labels for the cells of other columns',
      'search/index/to-search-record.ts',
      'details: indicator.details.map(({ value }) => value)',
      'details: indicator.details.map(({ label }) => label)',
      /”的指标（搜索）是/,
    ),
    fault(
      'targets of the period are not searched',
      'search/sections.ts',
      '({ annual, period }) => [annual, period]',
      '({ annual }) => [annual]',
      /找不到“[^”]*”（搜索索引）/,
    ),
    fault(
      'matches are filtered by another category',
      'search/sections.ts',
      'facetOfCategory(indicator.category) === category + 1)',
      'facetOfCategory(indicator.category) === 5 - category)',
      /不在它的位置（搜索索引）/,
    ),
    fault(
      'amounts in ten thousands are compared as yuan',
      'search/index/to-quantity-lists.ts',
      'quantity: [text, comparator, scaled(value, zeros), last, shown]',
      'quantity: [text, comparator, scaled(value, 0), last, shown]',
      /quantities\/money\.json: “[^”]*”没有写/,
    ),
    fault(
      'few projects reach each range of budgets',
      'search/index/to-search-table.ts',
      'sum >= from)',
      'sum >= 2 * from)',
      /table\.json 的金额范围/,
    ),
    fault(
      'names have another length',
      'search/index/to-search-table.ts',
      'nameLength: records.map(({ name }) => toSearchable(name).text.length)',
      'nameLength: records.map(({ name }) => toSearchable(name).text.length - 1)',
      /table\.json 的名称长度/,
    ),
    fault(
      'names are in another order',
      'search/index/to-search-table.ts',
      'return { names: records.map(({ name }) => name), indicators',
      'return { names: records.map(({ name }) => name).reverse(), indicators',
      /names\.json 的项目/,
    ),
    fault(
      'departments are no bodies',
      'search/index/to-search-table.ts',
      '[record.publisher, departmentOf(record) ?? record.publisher]',
      '[record.publisher]',
      /table\.json 的单位/,
    ),
  ],
  third: [
    fault(
      'a word is indexed at its first place alone',
      'search/index/index-words.ts',
      'addRecord(bundles[bundle], number % size, positions);',
      'addRecord(bundles[bundle], number % size, positions.slice(0, 1));',
      /找不到“[^”]*”（搜索索引）/,
    ),
    fault(
      'a digit within a number is indexed as a whole one',
      'search/encode-pairs.ts',
      '!isInsideNumber(cell, at, at + 1)',
      'at >= 0',
      /多出数字“\d”（搜索索引）/,
    ),
    fault(
      'targets belong to the next row',
      'search/index/to-quantity-lists.ts',
      'rows.push(row);',
      'rows.push(row + 1);',
      /quantities\/percent\.json: “[^”]*”没有写/,
    ),
    fault(
      'every other file of records is left out',
      'search/index/build-search-index.ts',
      'start += RECORDS_IN_FILE)',
      'start += 2 * RECORDS_IN_FILE)',
      /^pagefind\/records（搜索）/,
    ),
    fault(
      'a character is missing among the usual ones',
      'search/index/to-sounds.ts',
      'const LAST_ROW = 0xf7;',
      'const LAST_ROW = 0xf6;',
      /sounds\.json 的字数/,
    ),
  ],
};

const pages = {
  first: [
    fault(
      'a page rounds sums in 亿元 down',
      'display/format-yi.ts',
      'Decimal.ROUND_HALF_UP',
      'Decimal.ROUND_DOWN',
      /合计 \d+\.\d\d 元写成了/,
    ),
    fault(
      'sums in 万元 are rounded',
      'display/format-wan.ts',
      'new Decimal(yuan).dividedBy(10_000).toFixed()',
      'new Decimal(yuan).dividedBy(10_000).toFixed(0)',
      /没有“合 [\d,.]+ 万元”/,
    ),
    fault(
      'shares are rounded to whole percents',
      'display/format-share.ts',
      '`${percent.toFixed(1)}%`',
      '`${percent.toFixed(0)}%`',
      /的占比 是“\d+%”/,
    ),
    fault(
      'marks are drawn the other way round',
      'display/dot-plot.ts',
      'x: scale(value), y }));',
      'x: 100 - scale(value), y }));',
      /分布图的记号“/,
    ),
    fault(
      'budgets are in the range below',
      'display/budget-range.ts',
      'BUDGET_RANGES.findLast(',
      'BUDGET_RANGES.find(',
      /的 data-budget 是/,
    ),
    fault(
      'descriptions promise one indicator more',
      'display/compose-answer.ts',
      '承诺 ${indicators.length} 项指标',
      '承诺 ${indicators.length + 1} 项指标',
      /没有“[^”]*承诺 \d+ 项指标”/,
    ),
    fault(
      '万 before a unit is a thousand',
      'display/typed-value.ts',
      '万: 10_000,',
      '万: 1_000,',
      /写成了“[\d.]+”，应是“[\d.]+”/,
    ),
    fault(
      'sizes of files are in thousands',
      'display/format-bytes.ts',
      '`${Math.round(bytes / 1024)} KB`',
      '`${Math.round(bytes / 1000)} KB`',
      /写着 \d+ KB，应是 \d+ KB/,
    ),
    fault(
      'what is new is one too many',
      'display/describe-changes.ts',
      '`${added.length} 个新列`',
      '`${added.length + 1} 个新列`',
      /没有“[^”]*个新列[^”]*”/,
    ),
  ],
  second: [
    fault(
      'the home page counts projects for indicators',
      'pages/index.astro',
      '个项目，共 {formatCount(newest.indicatorCount)} 项绩效指标。',
      '个项目，共 {formatCount(newest.projects.length)} 项绩效指标。',
      /^index\.html: 没有“\d+ 项绩效指标”/,
    ),
    fault(
      'a year counts projects for bodies',
      'pages/[year]/[...page].astro',
      '来自 {formatCount(bodies.length)} 个单位的',
      '来自 {formatCount(projects.length)} 个单位的',
      /^2026\/index\.html: 没有“\d+ 个单位”/,
    ),
    fault(
      'the day of publication is the document’s number',
      'pages/[year]/[body]/[...page].astro',
      "['发布日期', publication.published]",
      "['发布日期', publication.documentNumber]",
      /没有“发布日期/,
    ),
    fault(
      'a share is turned round',
      'pages/[year]/[body]/[project].astro',
      '{formatShare(budget.yuan, body.yuan)}，',
      '{formatShare(body.yuan, budget.yuan)}，',
      /没有“占本单位公开项目的/,
    ),
    fault(
      'an old page leads to itself',
      'pages/[...moved].astro',
      'movedTo={to}>',
      'movedTo={Astro.url.pathname}>',
      /已公开的网址 \S+\/ 没有了/,
    ),
    fault(
      'the page of the API counts one more',
      'pages/api/index.astro',
      '{label}，{formatCount(count)} 条',
      '{label}，{formatCount(count + 1)} 条',
      /^api\/index\.html: \w+ 应有/,
    ),
    fault(
      'rows with words count as figures',
      'pages/[year]/[body]/quality/index.astro',
      '<b>{said.quantified} 项的指标值是一个数</b>',
      '<b>{said.words} 项的指标值是一个数</b>',
      /quality\/index\.html: 总数 是 false/,
    ),
    fault(
      'bars are half as long',
      'components/ProjectTable.astro',
      '?? 0) || 1], [0, 100]);',
      '?? 0) || 1], [0, 50]);',
      /的横条长 /,
    ),
    fault(
      'a comparison counts rows for bodies',
      'components/ComparisonAnswer.astro',
      '{formatCount(publishers.length)} 个单位{',
      '{formatCount(rows.length)} 个单位{',
      /写的是“[^”]*”，应是“\d+ 个单位/,
    ),
    fault(
      'the first choice of each filter is left out',
      'components/ListTools.astro',
      '{values.map((value) => (',
      '{values.slice(1).map((value) => (',
      /筛选“\w+”：/,
    ),
    fault(
      'lines of the ledger count one more',
      'components/Ledger.astro',
      '${line.count} 个`}',
      '${line.count + 1} 个`}',
      /各步 是/,
    ),
    fault(
      'departments have one body',
      'components/DepartmentTable.astro',
      '{bodies.length} 个单位：',
      '1 个单位：',
      /的单位是“/,
    ),
  ],
  third: [
    fault(
      'numbers of nine digits are masked',
      'record/mask-numbers.ts',
      'if (!LIKELY.test(text) || (BARE.test(text) && FIGURE_LABEL.test(label))) return [];',
      "if (/\\d{9}/.test(text)) return [...text.matchAll(/\\d{9,19}/g)].map(({ 0: number, index }) => ({ kind: 'phone', start: index, end: index + number.length, number }));",
      /123456789012/,
    ),
    fault(
      'ways to write are counted in the column beside',
      'components/ComparisonCounts.astro',
      'const count = counts[index] ?? 0;',
      'const count = counts[counts.length - 1 - index] ?? 0;',
      /“[^”]*”写着 \d+ 项，应是 \d+ 项/,
    ),
    fault(
      'types share the sum of the first',
      'components/TypeShares.astro',
      '<td class="num share">{formatShare(yuan, total)}</td>',
      '<td class="num share">{formatShare(kinds[0]?.yuan ?? null, total)}</td>',
      /^[^:]*: “[^”]*”占 /,
    ),
    fault(
      'a project is set against the wrong year',
      'components/OtherYears.astro',
      '<td data-label={`${before.year}年`}>{budget.before}</td>',
      '<td data-label={`${before.year}年`}>{budget.after}</td>',
      /逐年比较写着“预算金额/,
    ),
    fault(
      'a page leaves out the columns of the office',
      'components/IndicatorTable.astro',
      '{detailsOf(indicator).map(',
      '{detailsOf(indicator).slice(1).map(',
      /行 “[^”]*：[^”]*”，页面上是/,
    ),
    fault(
      'rows are sorted by the cents of budgets',
      'components/ComparisonTable.astro',
      'data-sum={row.project.budget?.yuan}',
      "data-sum={row.project.budget?.yuan.split('.')[1]}",
      /写成了“\d\d”，应是“\d+\.\d\d”/,
    ),
    fault(
      'the line of a goal is that of the year',
      'components/Citation.astro',
      '{project.year}年[DS/OL].',
      '{project.year - 1}年[DS/OL].',
      /页面上没有“[^”]*\[DS\/OL\]/,
    ),
    fault(
      'lists of the guide for programs are of another address',
      'components/Downloads.astro',
      '`/${id}/${name}`',
      '`/${name}`',
      /没有链接 \//,
    ),
    fault(
      'bodies have the projects of one',
      'components/BodyTable.astro',
      '{formatCount(projects.length)} 个</td>',
      '1 个</td>',
      /“[^”]*”写着 1 个，/,
    ),
  ],
};

export const OUTPUT_FAULTS: readonly (readonly OutputFault[])[] = [
  ...everywhere,
  [...downloads.first, ...metadata.first, ...search.first],
  [...downloads.second, ...metadata.second, ...search.second],
  [...pages.first, ...search.third],
  pages.second,
  pages.third,
];
