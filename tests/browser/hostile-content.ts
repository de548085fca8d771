/** Texts that would do something if a page took them for anything but text. `canary()` is what each of them would call. */
export const HOSTILE: readonly string[] = [
  '<script>canary(1)</script>',
  '</title><script>canary(2)</script>',
  '</script><script>canary(3)</script>',
  '</textarea></select></noscript><img src=x onerror=canary(4)>',
  '"><svg onload=canary(5)>',
  "' onmouseover='canary(6)' x='",
  '{canary(7)}',
  '${canary(8)}',
  '{{constructor.constructor("canary(9)")()}}',
  'import x from "data:text/javascript,canary(10)"',
  'export const x = canary(11)',
  '[x](javascript:canary(12))',
  'javascript:canary(13)',
  '&#x3c;script&#x3e;canary(14)&#x3c;/script&#x3e;',
  '&lt;img src=x onerror=canary(15)&gt;',
  '<!-- canary(16)',
  ']]><script>canary(17)</script>',
  '<base href="https://example.org/"><meta http-equiv=refresh content="0;url=javascript:canary(18)">',
  '<iframe srcdoc="<script>parent.canary(19)</script>"></iframe>',
  '<style>*{display:none}</style><link rel=stylesheet href=//example.org/20.css>',
  '<a href="javascript:canary(21)">x</a>',
  '=HYPERLINK("javascript:canary(22)")',
  '\u202E倒写 23\u202C',
  '\u2066隔离 24',
  '零\u200B宽\u200D\u2060度 25',
  '\u2028行\u2029段 26',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '../../etc/passwd',
  'CON',
  '长'.repeat(500),
  'x'.repeat(500),
];

/** Names of files that a path, a system or an object would take for something else. */
export const HOSTILE_FILES: readonly string[] = [
  'CON.md',
  '__proto__.md',
  'a..%2F..%2Fetc%2Fpasswd.md',
  '<img src=x onerror=canary()>.md',
];

/** A source file in which every place that an office can fill holds a hostile text, each text in each place once. */
export function writeHostileSource(texts: readonly string[], year: number): string {
  const at = (index: number) => texts[index % texts.length] ?? '';
  const tables = texts.map((name, index) => {
    const rows = [
      ['项目名称', name],
      ['项目类型', at(index + 1)],
      ['项目等级', at(index + 2)],
      ['主管部门', at(index + 3)],
      ['用款单位', at(index + 4)],
      ['实施周期', at(index + 5)],
      [`${year}年预算金额(元)`, '1,234.56'],
      // A label of the office's own.
      [at(index + 6), at(index + 7)],
      ['总体绩效目标', '实施周期总目标'],
      ['', at(index + 8)],
      ['', `${year}年度目标`],
      ['', at(index + 9)],
      ['绩效指标', '一级指标', '二级指标', '三级指标', '实施周期指标值', '年度指标值', `${at(index + 10)}栏`],
      [
        '',
        at(index + 11),
        at(index + 12),
        `${at(index + 13)} 甲`,
        at(index + 14),
        at(index + 15),
        at(index + 16),
      ],
      ['', '产出指标', '数量指标', at(index + 17), '≥95%', '≥95%', ''],
    ];
    return `## 项目绩效目标表\n\n${rows.map((row) => row.map(quote).join('\t')).join('\n')}\n`;
  });
  const front = Object.entries({ publisher: at(1), documentNumber: at(3), licence: at(5) })
    .map(([key, text]) => `${key}: ${JSON.stringify(text)}`)
    .join('\n');
  return `---\n${front}\n---\n\n${tables.join('\n')}`;
}

/** As a spreadsheet writes a cell that begins with a quote. */
function quote(text: string): string {
  return text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}
