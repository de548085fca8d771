import { parseDocument, visit, type Document, type LineCounter, type YAMLParseError } from 'yaml';

/** Where a text stops being YAML. */
interface Broken {
  /** In UTF-16 units. */
  offset: number;
  /** What the library calls it. Undefined: aliases that multiply or lead nowhere, or lists nested thousands deep. */
  code?: YAMLParseError['code'];
}

/** The values of a YAML text, or where it can't be read. A few short aliases of aliases would be gigabytes. */
export function readYaml(
  text: string,
  lineCounter: LineCounter,
  schema: 'core' | 'json' = 'core',
): Broken | { document: Document.Parsed; values: Record<string, unknown> } {
  let offset = 0;
  try {
    const document = parseDocument(text, { lineCounter, schema });
    const [broken] = document.errors;
    if (broken) return { offset: broken.pos[0], code: broken.code };
    visit(document, {
      Alias(_, { range }) {
        offset = range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    return { document, values: (document.toJS() ?? {}) as Record<string, unknown> };
  } catch {
    return { offset };
  }
}
