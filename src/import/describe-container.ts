import type { Bytes } from './bytes.ts';
import { ImportError } from './import-error.ts';
import type { Container } from './open-container.ts';

/** Second record of an Excel 97 workbook that asks for a password: FilePass, behind a first record of 20 bytes. */
const FILE_PASS = 0x002f;
/** In the head of a Word 97 document: the bit that says its text is encrypted. */
const WORD_FLAGS = 0x0a;
const WORD_ENCRYPTED = 0x0100;

/** Why a container can't be imported. Null: it holds a workbook or a document without password. */
export function describeContainer({ stream }: Container): ImportError | null {
  if (stream('EncryptedPackage'))
    return new ImportError('文件有密码保护，读不出；请用办公软件打开，去掉密码再保存', { reason: 'locked' });
  const workbook = stream('Workbook') ?? stream('Book');
  const document = stream('WordDocument');
  const isLocked =
    (workbook && wordAt(workbook, 4 + wordAt(workbook, 2)) === FILE_PASS) ||
    (document && (wordAt(document, WORD_FLAGS) & WORD_ENCRYPTED) !== 0);
  if (isLocked)
    return new ImportError(
      '文件有密码保护，又是老格式（.xls、.doc），读不出；请用办公软件打开，去掉密码，再另存为 .xlsx 或 .docx',
      { reason: 'locked' },
    );
  if (!workbook && !document)
    return new ImportError(
      '这个文件不是 Excel 工作簿，也不是 Word 文档；请用办公软件打开后另存为 .xlsx 或 .docx',
    );
  return null;
}

/** Two bytes of a stream; 0 behind its end. */
function wordAt(stream: Bytes, at: number): number {
  return at + 2 <= stream.length ? stream.readUInt16LE(at) : 0;
}
