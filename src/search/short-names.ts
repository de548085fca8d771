/** Usual short names of bodies. Which body is meant, the names of the published bodies decide. */

type ShortName = readonly [short: string, ...words: string[]];

/** What a body does: a short name only with what it is, as in 人社局. Each with the words of the full name, in their order. */
const FIELDS: readonly ShortName[] = [
  ['卫健', '卫生健康'],
  ['卫计', '卫生'],
  ['人社', '人力资源', '社会保障'],
  ['社保', '社会保'],
  ['工信', '工业', '信息化'],
  ['发改', '发展', '改革'],
  ['住建', '住房', '建设'],
  ['城管', '城市管理'],
  ['市场监管', '市场监督管理'],
  ['市监', '市场监督管理'],
  ['文广旅', '文化', '旅游'],
  ['文旅', '文化', '旅游'],
  ['文体', '文化', '体育'],
  ['教体', '教育', '体育'],
  ['农业', '农业农村'],
  ['农机', '农业机械'],
  ['交通', '交通运输'],
  ['交警', '交通警察'],
  ['应急', '应急管理'],
  ['退役军人', '退役军人事务'],
  ['医保', '医疗保障'],
  ['国资', '国有资产'],
  ['自规', '自然资源'],
  ['环保', '生态环境'],
  ['疾控', '疾病预防控制'],
  ['妇幼', '妇幼保健'],
  ['政数', '政务', '数据'],
  ['公积金', '住房公积金'],
];
/** Short names by themselves. */
const WHOLE: readonly ShortName[] = [
  ['机关工委', '机关工作委员会'],
  ['直属工委', '直属机关工作委员会'],
  ['直工委', '直属机关工作委员会'],
  ['妇联', '妇女联合会'],
  ['残联', '残疾人联合会'],
  ['文联', '文学艺术界联合会'],
  ['侨联', '归国华侨联合会'],
  ['社科联', '社会科学界联合会'],
  ['工商联', '工商业联合会'],
  ['供销社', '供销合作'],
  ['科协', '科学技术协会'],
  ['科技局', '科学技术局'],
  ['作协', '作家协会'],
  ['红会', '红十字会'],
  ['团委', '共产主义青年团', '委员会'],
  ['纪委', '纪律检查委员会'],
  ['监委', '监察委员会'],
  ['政法委', '政法委员会'],
  ['编办', '机构编制委员会'],
  ['人大', '人民代表大会'],
  ['政协', '政治协商会议'],
];
/** What the name of a body ends in. After a short name it may be another: 卫健委 is 卫生健康局 in most counties. */
const END = /(?:委员会|办公室|局|委|厅|办|处)$/;
const ENDS: Record<string, string> = { 委: '委员会', 办: '办公室' };

/**
 * The bodies that a word names: those whose name contains it; if there are none, those that it is the short name
 * of. If some of these have the word's ending, only they are returned.
 *
 * @param names Folded. @param word Folded, two characters or more. @returns Indexes of `names`.
 */
export function findNamed(names: readonly string[], word: string): number[] {
  const containing = indexesOf(names, (name) => name.includes(word));
  if (containing.length > 0) return containing;
  const field = FIELDS.find(([short]) => word.includes(short) && !word.endsWith(short));
  const entry = field ?? WHOLE.find(([short]) => word.includes(short));
  if (!entry) return [];
  const [short, ...words] = entry;
  const [before = '', after = ''] = word.split(short);
  const end = END.exec(after)?.[0] ?? '';
  const rest = after.slice(0, after.length - end.length);
  const parts = [before, ...words, rest].filter((part) => part !== '');
  const named = indexesOf(names, (name) => hasInOrder(name, parts));
  const exact = named.filter((index) => end !== '' && names[index]?.endsWith(ENDS[end] ?? end));
  return exact.length > 0 ? exact : named;
}

function indexesOf(names: readonly string[], isNamed: (name: string) => boolean): number[] {
  return names.flatMap((name, index) => (isNamed(name) ? [index] : []));
}

function hasInOrder(name: string, parts: readonly string[]): boolean {
  let end = 0;
  return parts.every((part) => {
    const at = name.indexOf(part, end);
    end = at + part.length;
    return at !== -1;
  });
}
