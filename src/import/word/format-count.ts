const DIGITS = '〇一二三四五六七八九';
const CIRCLED_FIRST = 0x2460;

/** A list's count as Word prints it: 3 as `chineseCounting` is 三. Null: the format is not supported, or has no such number. */
export function formatCount(count: number, format: string): string | null {
  if (!Number.isInteger(count) || count < 0 || count > 9_999) return null;
  switch (format) {
    case 'decimal':
      return String(count);
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'decimalFullWidth':
      return String(count).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return count >= 1 && count <= 99 ? toChinese(count) : null;
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count >= 1 && count <= 20 ? String.fromCodePoint(CIRCLED_FIRST + count - 1) : null;
    case 'lowerLetter':
      return count >= 1 && count <= 26 ? String.fromCodePoint(0x60 + count) : null;
    case 'upperLetter':
      return count >= 1 && count <= 26 ? String.fromCodePoint(0x40 + count) : null;
    case 'lowerRoman':
      return toRoman(count)?.toLowerCase() ?? null;
    case 'upperRoman':
      return toRoman(count);
    default:
      return null;
  }
}

/** From 1 to 99: 十, 十二, 二十, 二十三. */
function toChinese(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十`;
  return `${head}${ones === 0 ? '' : (DIGITS[ones] ?? '')}`;
}

function toRoman(count: number): string | null {
  if (count < 1 || count > 39) return null;
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  return `${'X'.repeat(Math.floor(count / 10))}${ones[count % 10] ?? ''}`;
}
