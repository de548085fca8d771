import { attributeOf, childElements, childOf, eachElement, type XmlElement } from '../read-xml.ts';
import { formatCount } from './format-count.ts';

interface Level {
  start: number;
  /** `decimal`, `chineseCounting`; the format of the count. */
  format: string;
  /** `第%1条`: each `%n` is the count of a level. */
  text: string;
  /** Separator of number and text: `tab`, `space`, `nothing`. */
  suffix: string;
  /** All counts are in Arabic digits. */
  isLegal: boolean;
}

/** Automatic numbers of paragraphs, which are nowhere in the text of a document. */
export class Numbering {
  readonly #lists = new Map<string, { counter: string; levels: Map<number, Level> }>();
  readonly #counts = new Map<string, number[]>();

  /** @param xml `word/numbering.xml`; empty if there is none. */
  constructor(xml: string) {
    if (xml === '') return;
    const abstract = new Map<string, Map<number, Level>>();
    eachElement(xml, 'abstractNum', (element) => {
      abstract.set(attributeOf(element, 'abstractNumId'), readLevels(element));
    });
    eachElement(xml, 'num', (element) => {
      const base = attributeOf(childOf(element, 'abstractNumId'), 'val');
      const overrides = childElements(element).filter(({ name }) => name.endsWith('lvlOverride'));
      const id = attributeOf(element, 'numId');
      this.#lists.set(id, {
        // A list that starts anew counts for itself.
        counter: overrides.some((override) => childOf(override, 'startOverride')) ? `num ${id}` : base,
        levels: withOverrides(abstract.get(base) ?? new Map<number, Level>(), overrides),
      });
    });
  }

  /** The number of the next paragraph of a list, with its separator: `1. `. Null: its format is not supported. */
  next({ id, level }: { id: string; level: number }): string | null {
    const list = this.#lists.get(id);
    const own = list?.levels.get(level);
    if (!list || !own || own.format === 'none') return '';
    if (own.format === 'bullet') return `${/\p{Co}/u.test(own.text) ? '•' : own.text} `;
    const counts = this.#counts.get(list.counter) ?? [];
    this.#counts.set(list.counter, counts);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    const number = this.#fill(own, list.levels, counts);
    if (number === null) return null;
    const isParted = own.suffix === 'nothing' || /[^\p{ASCII}]$/u.test(number) || number === '';
    return isParted ? number : `${number} `;
  }

  /** Null: a count has an unsupported format. */
  #fill(own: Level, levels: ReadonlyMap<number, Level>, counts: readonly number[]): string | null {
    const marks = own.text.split(/%([1-9])/);
    const filled = marks.map((mark, index) => {
      if (index % 2 === 0) return mark;
      const { format = 'decimal', start = 1 } = levels.get(Number(mark) - 1) ?? {};
      return formatCount(counts[Number(mark) - 1] ?? start, own.isLegal ? 'decimal' : format);
    });
    return filled.includes(null) ? null : filled.join('');
  }
}

function readLevels(element: XmlElement): Map<number, Level> {
  const levels = childElements(element).filter(({ name }) => /(?:^|:)lvl$/.test(name));
  return new Map(levels.map((level) => [Number(attributeOf(level, 'ilvl')), readLevel(level)]));
}

function readLevel(level: XmlElement): Level {
  return {
    start: Number(attributeOf(childOf(level, 'start'), 'val') || '1'),
    format: attributeOf(childOf(level, 'numFmt'), 'val') || 'decimal',
    text: attributeOf(childOf(level, 'lvlText'), 'val'),
    suffix: attributeOf(childOf(level, 'suff'), 'val') || 'tab',
    isLegal: childOf(level, 'isLgl') !== null,
  };
}

function withOverrides(
  levels: ReadonlyMap<number, Level>,
  overrides: readonly XmlElement[],
): Map<number, Level> {
  const result = new Map(levels);
  for (const override of overrides) {
    const at = Number(attributeOf(override, 'ilvl'));
    const own = childOf(override, 'lvl');
    const level = own ? readLevel(own) : result.get(at);
    const start = attributeOf(childOf(override, 'startOverride'), 'val');
    if (level) result.set(at, start === '' ? level : { ...level, start: Number(start) });
  }
  return result;
}
