import { isCaption, isTitle } from '../table/caption.ts';
import type { ImportedPiece } from './imported.ts';

/**
 * Of a web page's text, only titles and captions of tables are kept; menus and footers are the page's.
 *
 * @returns And what was left out, in Chinese. Null: nothing.
 */
export function keepCaptions(pieces: readonly ImportedPiece[]): {
  kept: ImportedPiece[];
  remark: string | null;
} {
  let left = 0;
  const kept = pieces.map((piece): ImportedPiece => {
    if (piece.kind === 'table') return piece;
    const lines = piece.lines.filter((line) => isTitle(line) || isCaption(line));
    left += piece.lines.length - lines.length;
    return { kind: 'text', lines };
  });
  return { kept, remark: left > 0 ? `表格以外的 ${left} 行文字（菜单、页脚等）没有读入` : null };
}
