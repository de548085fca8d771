/** The words and signs that compare a quantity. Plain strings, for the parser of targets and for the search in a browser. */

export type Comparator = '≥' | '≤' | '>' | '<' | '=' | '≈';

/** Words before a quantity. Longer words first: 不超过 is not 超过. */
export const BEFORE: readonly [Comparator, readonly string[]][] = [
  ['≥', ['≥', '>=', '不少于', '不低于', '不小于', '不得少于', '不得低于', '大于等于', '大于或等于', '至少']],
  [
    '≤',
    [
      '≤',
      '<=',
      '不超过',
      '不高于',
      '不多于',
      '不大于',
      '不得超过',
      '不得高于',
      '小于等于',
      '小于或等于',
      '至多',
      '控制在',
    ],
  ],
  ['>', ['>', '大于', '超过', '高于', '多于']],
  ['<', ['<', '小于', '低于', '少于']],
  ['=', ['=', '等于']],
  ['≈', ['≈', '大约', '约为', '约']],
];
/** Words behind one. By law (民法典第一千二百五十九条) 以上, 以下 and 以内 include the figure itself. */
export const BEHIND: readonly [Comparator, readonly string[]][] = [
  ['≥', ['及以上', '以上']],
  ['≤', ['及以下', '以下', '以内', '之内']],
  ['≈', ['左右']],
];
