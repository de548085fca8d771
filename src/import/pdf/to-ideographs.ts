/**
 * Radicals of the block U+2E80–2EFF, each before the ideograph that it is written as; Unicode's EquivalentUnifiedIdeograph.
 * NFKC leaves them as they are.
 */
const SUPPLEMENT = [
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示',
  '⺭礻⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞',
  '⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
].join('');

/** Radicals for which NFKC gives the form of another region: 戶, 靑. */
const SIMPLIFIED = '⼾户⾭青';

const IDEOGRAPHS = toPairs(SUPPLEMENT + SIMPLIFIED);

/**
 * A text with ideographs in place of radicals, which look the same: ⽤⼾⻅ → 用户见. Programs that embed fonts take one for the other.
 */
export function toIdeographs(text: string): string {
  return text.replaceAll(
    /[\u2e80-\u2fd5]/g,
    (radical) => IDEOGRAPHS.get(radical) ?? radical.normalize('NFKC'),
  );
}

function toPairs(characters: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at < characters.length; at += 2) pairs.set(characters[at] ?? '', characters[at + 1] ?? '');
  return pairs;
}
