import { escapeText } from '../display/escape-text.ts';

/** Lines that are shown; a copy has all of them. */
const MOST_LINES = 400;

/** The lines of a text with their numbers, every tab a real tab. @param flagged Numbers of lines that notices speak of. */
export function writeSource(lines: readonly string[], flagged: ReadonlySet<number>): string {
  const all = lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  const items = all.slice(0, MOST_LINES).map((line, index) => {
    const cells = escapeText(line).split('\t').join('<i>\t</i>');
    return `<li value="${index + 1}"${flagged.has(index + 1) ? ' class="flag"' : ''}><code>${cells}</code></li>`;
  });
  const rest = all.length - items.length;
  return `<p class="small soft">单位存进内容文件夹的就是这样一个文件，一字不改。${rest > 0 ? `共 ${all.length} 行，这里列出前 ${items.length} 行，复制和下载的是全部。` : ''}</p>
<details class="proof"><summary>看 ${all.length} 行原文</summary><ol class="source">${items.join('')}</ol></details>`;
}
