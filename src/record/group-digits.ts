/** An exact decimal with commas between thousands: `12500.00` → `12,500.00`. */
export function groupDigits(decimal: string): string {
  return decimal.replaceAll(/(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/g, ',');
}
