/** What is no more than a label; of a longer text, or one with figures, a part may be the value. */
const LABEL = /^[^\d,，。;；、:：]{1,20}[:：]?$/;

/**
 * Whether a label without a value has a blank cell: 其他资金. Any other text may be both label and value, as 执行率分值（10分） is:
 * of that it can't be said that nothing is written.
 */
export function isBlankCell(label: string): boolean {
  return LABEL.test(label);
}
