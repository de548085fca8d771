const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** `3` raised → ³. Characters that have no raised form stay. */
export function raise(text: string): string {
  return shift(text, RAISED);
}

/** `2` lowered → ₂. Characters that have no lowered form stay. */
export function lower(text: string): string {
  return shift(text, LOWERED);
}

/** Whether all characters of a text have a raised and a lowered form. */
export function canShift(text: string): boolean {
  return !/[^\d\s]/.test(text);
}

function shift(text: string, digits: string): string {
  return text.replaceAll(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}
