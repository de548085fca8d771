/** Figures that pages work out: shares, widths of bars, sizes of files. */
import { groupDigits } from './sums.ts';

/** A share to a tenth of a percent, as pages say it: `51.8%`; `—` of nothing. */
export function shareOf(part: bigint | null, whole: bigint | null): string {
  if (part === null || whole === null || whole === 0n) return '—';
  if (part === 0n) return '0%';
  if (part === whole) return '100%';
  if (part * 2000n < whole) return '<0.1%';
  if (part * 10_000n > whole * 9995n) return '>99.9%';
  const tenths = String((part * 2000n + whole) / (whole * 2n)).padStart(2, '0');
  return `${tenths.slice(0, -1)}.${tenths.slice(-1)}%`;
}

/** A change against what was before, as pages say it: `4.8%`, `546.8%`. */
export function growthOf(change: bigint, before: bigint): string {
  if (change <= before) return shareOf(change, before);
  const tenths = (change * 2000n + before) / (before * 2n);
  return `${groupDigits(`${tenths / 10n}.${tenths % 10n}`)}%`;
}

/** Whether a length such as `33.33%` is that of a share. @param share From 0 to 1. */
export function isLength(text: string | undefined, share: number): boolean {
  return Math.abs(Number(/^([\d.]+)%$/.exec(text ?? '')?.[1] ?? NaN) - share * 100) < 0.011;
}

/** A file's size for readers. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
