/** Licences that allow running the packages and publishing their output. `BSD` is the name of BSD-2-Clause before SPDX. */
const ACCEPTED = new Set(
  '0BSD Apache-2.0 Artistic-2.0 BlueOak-1.0.0 BSD BSD-2-Clause BSD-3-Clause CC-BY-3.0 CC-BY-4.0 CC0-1.0 ISC LGPL-3.0-or-later MIT MIT-0 MPL-2.0 OFL-1.1 Python-2.0 Unlicense WTFPL Zlib'.split(
    ' ',
  ),
);

/** Whether an SPDX expression is acceptable: one operand of OR, all operands of AND. */
export function judgeLicence(expression: string): boolean {
  return expression
    .replaceAll(/[()]/g, '')
    .split(/ OR /i)
    .some((choice) => choice.split(/ AND /i).every((licence) => ACCEPTED.has(licence.trim())));
}
