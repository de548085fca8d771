import type { Detail } from '../record/disclosure-schema.ts';

const CODE = /^项目(?:代码|编码|编号)$/;

/** The project's code, if its table has one. */
export function codeOf({ otherFields }: { otherFields: readonly Detail[] }): string | null {
  const code = otherFields.find(({ label, value }) => CODE.test(label.trim()) && value.trim() !== '');
  return code?.value.trim() ?? null;
}
