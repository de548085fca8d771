import { CFB } from '@e965/xlsx';

/** The workbook library's reader of containers, which has no types. */
interface ContainerReader {
  read: (bytes: Uint8Array, options: { type: 'buffer' }) => object;
  find: (container: object, path: string) => { content: Uint8Array } | null;
}
const containers = CFB as ContainerReader;

/** Second record of an Excel 97 workbook that asks for a password: FilePass, behind a first record of 20 bytes. */
const FILE_PASS = 0x002f;
/** In the head of a Word 97 document: the bit that says its text is encrypted. */
const WORD_FLAGS = 0x0a;
const WORD_ENCRYPTED = 0x0100;

/**
 * Why a file in Microsoft's compound container can't be imported, in Chinese: Office 97 files, and new ones with a password,
 * share it.
 */
export function describeContainer(bytes: Uint8Array): string {
  const streams = openContainer(bytes);
  if (streams('EncryptedPackage')) return '文件有密码保护，读不出；请用办公软件打开，去掉密码再保存';
  const workbook = streams('Workbook') ?? streams('Book');
  const document = streams('WordDocument');
  const isLocked =
    (workbook && wordAt(workbook, 4 + wordAt(workbook, 2)) === FILE_PASS) ||
    (document && (wordAt(document, WORD_FLAGS) & WORD_ENCRYPTED) !== 0);
  if (isLocked)
    return '文件有密码保护，又是老格式（.xls、.doc），读不出；请用办公软件打开，去掉密码，再另存为 .xlsx 或 .docx';
  if (!workbook && !document)
    return '这个文件不是 Excel 工作簿，也不是 Word 文档；请用办公软件打开后另存为 .xlsx 或 .docx';
  return `这是老格式的文件（${workbook ? '.xls' : '.doc'}）；请用办公软件另存为 ${workbook ? '.xlsx' : '.docx'}`;
}

/** Two bytes of a stream; 0 behind its end. */
function wordAt(stream: Buffer, at: number): number {
  return at + 2 <= stream.length ? stream.readUInt16LE(at) : 0;
}

/** Finds a stream by its name. A container that is broken has none. */
function openContainer(bytes: Uint8Array): (name: string) => Buffer | undefined {
  try {
    const container = containers.read(bytes, { type: 'buffer' });
    return (name) => {
      const content = containers.find(container, `/${name}`)?.content;
      return content && content.length > 0 ? Buffer.from(content) : undefined;
    };
  } catch {
    return () => undefined;
  }
}
