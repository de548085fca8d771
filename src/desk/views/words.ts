import { html } from 'hono/html';
import { groupDigits } from '../../record/group-digits.ts';
import type { Html } from './desk-page.ts';

const MEGABYTE = 1_000_000;

/** `3月12日 16:42`, in local time. @param iso ISO 8601. */
export function formatMoment(iso: string): string {
  const moment = new Date(iso);
  const minutes = String(moment.getMinutes()).padStart(2, '0');
  return `${moment.getMonth() + 1}月${moment.getDate()}日 ${moment.getHours()}:${minutes}`;
}

/** A sum over its double rule. @param yuan Exact decimal. */
export function sum(yuan: string): Html {
  const [whole, cents] = groupDigits(yuan).split('.');
  return html`<p class="sum figures">
    <data class="total" value="${yuan}">${whole}<span class="cents">.${cents}</span></data
    ><span class="unit">元</span>
  </p>`;
}

/** `486,500.00`; a dash where no table has funds. */
export function figure(yuan: string | null): string {
  return yuan === null ? '–' : groupDigits(yuan);
}

/** `20 秒`, `2 分钟`. */
export function roundSeconds(seconds: number): string {
  return seconds > 50 ? `${Math.ceil(seconds / 60)} 分钟` : `${Math.max(1, Math.ceil(seconds / 10)) * 10} 秒`;
}

/** `120 MB`, `3.4 GB`. @param round Of megabytes. */
export function formatBytes(bytes: number, round: (megabytes: number) => number = Math.ceil): string {
  const megabytes = round(bytes / MEGABYTE);
  return megabytes < 1000 ? `${megabytes} MB` : `${(megabytes / 1000).toFixed(1)} GB`;
}

/** How much is missing, so that it and the two others add up. */
export function formatMissing(needed: number, free: number): string {
  return formatBytes((Math.ceil(needed / MEGABYTE) - Math.floor(free / MEGABYTE)) * MEGABYTE);
}
