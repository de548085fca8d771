import { authorsOfContainer, describeAuthors } from './authors.ts';
import { readDoc } from './doc/read-doc.ts';
import type { Imported } from './imported.ts';
import { openContainer } from './open-container.ts';
import { readWorkbook } from './read-workbook.ts';
import { readXlsFacts } from './xls/read-xls-facts.ts';

/** A file of Office 97 or of WPS: .xls, .et, .doc, .wps; without password. Throws an ImportError. */
export function readOldFile(bytes: Uint8Array, onSheet: (name: string) => void): Imported {
  const container = openContainer(bytes);
  const workbook = container.stream('Workbook') ?? container.stream('Book');
  const imported = workbook ? readWorkbook(bytes, readXlsFacts(workbook), onSheet) : readDoc(container);
  imported.remarks.push(...describeAuthors(authorsOfContainer(container)));
  if (container.hasMacros) imported.remarks.push('文件里有宏，没有读入，也不会运行');
  return imported;
}
