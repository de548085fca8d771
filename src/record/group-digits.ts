/** An exact decimal with commas between thousands: `12500.00` → `12,500.00`. Without lookbehind: Safari has it since 2023. */
export function groupDigits(decimal: string): string {
  const [whole = '', ...fraction] = decimal.split('.');
  return [whole.replace(/\B(?=(?:\d{3})+(?!\d))/g, ','), ...fraction].join('.');
}
