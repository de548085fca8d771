/** The day of a moment in China, which has one time zone and no summer time: `2026-02-10`. @param date ISO 8601. */
export function chinaDay(date: string): string {
  return new Date(Date.parse(date) + 8 * 3_600_000).toISOString().slice(0, 10);
}
