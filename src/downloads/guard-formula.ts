/** What a spreadsheet skips before it looks for a formula: spaces of every kind, controls, marks that are not drawn. */
const SKIPPED = /^[\s\p{Z}\p{Cc}\p{Cf}]+/u;
/** A number that is only a number is not run, whatever its sign. */
const NUMBER = /^-\d+(?:\.\d+)?$/;

/**
 * A text that no spreadsheet runs when it opens a CSV: an apostrophe is put before a formula.
 *
 * Texts that begin with an apostrophe get one too, so that taking one away gives back the text (`unguardFormula`).
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function guardFormula(text: string): string {
  return text.startsWith("'") || isFormula(text) ? `'${text}` : text;
}

/** The text that `guardFormula` was given. */
export function unguardFormula(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

function isFormula(text: string): boolean {
  if (NUMBER.test(text)) return false;
  const skipped = SKIPPED.exec(text)?.[0] ?? '';
  if (/[\t\r]/.test(skipped)) return true;
  // Full-width and small forms of the four signs fold to them; the minus sign proper does not. A mark behind `=` would fold both to ≠.
  return /^[=+\-@−]/.test(text.charAt(skipped.length).normalize('NFKC'));
}
