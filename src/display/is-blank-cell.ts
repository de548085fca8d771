/** Longer texts are no labels. */
const LONGEST = 20;

/**
 * Whether a label without a value has a blank cell: 其他资金, 执行率分值（10分）. Any other text may be both label and value, as one
 * cell was not parted: of that it can't be said that nothing is written.
 */
export function isBlankCell(label: string): boolean {
  const words = label.replaceAll(/[(（][^()（）]*[)）]/g, '').replace(/[:：]$/, '');
  return words.length <= LONGEST && !/[\d,，。;；:：]/.test(words);
}
