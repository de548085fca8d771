import { ImportError } from './import-error.ts';
import { raise } from './read-rich-text.ts';
import { symbolCharacter } from './symbol-characters.ts';

const RUN = /<w:r(?:\s[^>]*)?>([^]*?)<\/w:r>/g;
const MATH = /<m:oMath(?:\s[^>]*)?>([^]*?)<\/m:oMath>/g;
const SYMBOL = /<w:sym\b[^>]*>/g;
const TEXT = /(<w:t\b[^>]*>)([^]*?)(<\/w:t>)/g;

/**
 * The XML of a document with plain runs for what the library leaves out or reads as ordinary text: equations of one line, symbols,
 * raised digits; struck and hidden text is taken out and named. Throws an {@link ImportError} for an equation or a symbol that has
 * no plain text.
 */
export function plainWordRuns(document: string, remarks: string[]): string {
  return document
    .replaceAll(MATH, (_, math: string) => toRun(readMath(math, remarks)))
    .replaceAll(RUN, (run: string, content: string) => readRun(run, content, remarks));
}

function readMath(math: string, remarks: string[]): string {
  const plain = math.replaceAll(
    /<m:sSup>[^]*?<m:e>([^]*?)<\/m:e>[^]*?<m:sup>([^]*?)<\/m:sup>[^]*?<\/m:sSup>/g,
    (_, base: string, above: string) => `${base}<m:t>${raise(wordsOf(above), remarks)}</m:t>`,
  );
  const text = wordsOf(plain);
  if (/<m:(?:f|rad|nary|sSub|m|d|eqArr)>/.test(plain))
    throw new ImportError(`公式“${text}”不是一行文字，读不出；请在 Word 里改成文字`);
  return text;
}

function wordsOf(math: string): string {
  return [...math.matchAll(/<m:t\b[^>]*>([^]*?)<\/m:t>/g)].map(([, text = '']) => text).join('');
}

function toRun(text: string): string {
  return text === '' ? '' : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function readRun(run: string, content: string, remarks: string[]): string {
  if (/<w:(?:drawing|pict|object)\b|AlternateContent/.test(content)) return run;
  const format = /<w:rPr>([^]*?)<\/w:rPr>/.exec(content)?.[1] ?? '';
  const text = [...content.matchAll(TEXT)].map(([, , words]) => words).join('');
  if (isOn(format, 'vanish') || isOn(format, 'strike') || isOn(format, 'dstrike')) {
    const what = isOn(format, 'vanish') ? '隐藏的文字' : '有删除线的文字';
    if (text.trim() !== '') remarks.push(`${what}没有读入：“${text}”`);
    return '';
  }
  const font = /<w:rFonts\b[^>]*\bw:(?:ascii|hAnsi)="([^"]*)"/.exec(format)?.[1] ?? '';
  const isRaised = /<w:vertAlign\s+w:val="superscript"/.test(format);
  return run
    .replaceAll(SYMBOL, (symbol) => {
      const own = /\bw:font="([^"]*)"/.exec(symbol)?.[1] ?? font;
      // The library knows the tick boxes of these.
      if (/^(?:Wing|Web)dings/.test(own)) return symbol;
      const code = Number.parseInt(/\bw:char="([\dA-Fa-f]+)"/.exec(symbol)?.[1] ?? '0', 16);
      return `<w:t xml:space="preserve">${escape(characterOf(own, code))}</w:t>`;
    })
    .replaceAll(TEXT, (_, open: string, words: string, close: string) => {
      const shown = words.replaceAll(/[\uf000-\uf0ff]/g, (character) => {
        const known = symbolCharacter(font, character.charCodeAt(0));
        if (known === null) remarks.push(`有一个字体“${font || '未写明'}”的符号，照原样读入，请对照原件`);
        return escape(known ?? character);
      });
      return `${open}${isRaised ? raise(shown, remarks) : shown}${close}`;
    });
}

function isOn(format: string, name: string): boolean {
  return new RegExp(`<w:${name}(?:\\s+w:val="(?:1|true|on)")?\\s*/>`).test(format);
}

function characterOf(font: string, code: number): string {
  const character = symbolCharacter(font, code);
  if (character !== null) return character;
  const name = code.toString(16).toUpperCase().padStart(4, '0');
  throw new ImportError(`有一个字体“${font || '未写明'}”的符号（${name}）读不出；请在 Word 里改成普通文字`);
}

function escape(character: string): string {
  return character.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;');
}
