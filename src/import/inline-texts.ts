/**
 * The XML of cells whose rich text is written in the sheet itself, by sheet and address (`Sheet1!E9`): the library gives their
 * words alone. @param parts The workbook's XML parts by name.
 */
export function inlineTexts(parts: ReadonlyMap<string, string>): Map<string, string> {
  const targets = new Map(
    [...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attributeOf(tag, 'Id'),
      attributeOf(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  const texts = new Map<string, string>();
  for (const [tag] of (parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet\b[^>]*>/g)) {
    const sheet = parts.get(targets.get(attributeOf(tag, 'r:id')) ?? '') ?? '';
    for (const [, cell = '', content = ''] of sheet.matchAll(
      /<c\b([^>]*\bt="inlineStr"[^>]*)><is>([^]*?)<\/is>/g,
    ))
      if (content.includes('<rPr>'))
        texts.set(`${attributeOf(tag, 'name')}!${attributeOf(cell, 'r')}`, content);
  }
  return texts;
}

function attributeOf(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}
