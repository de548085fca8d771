import { joinBytes } from './join-bytes.ts';

const INDENT = '  ';

/** A value as JSON for readers too: indented, with a line ending behind it. */
export function toJson(value: unknown): Uint8Array {
  return joinBytes([`${JSON.stringify(value, null, INDENT)}\n`]);
}

/**
 * An object of lists, to the same bytes as `toJson`, entry by entry: all of them may be longer than one string can be.
 *
 * @param lists By key. An entry is made when it is written.
 */
export function listsToJson(
  lists: readonly (readonly [key: string, entries: Iterable<unknown>])[],
): Uint8Array {
  return joinBytes(textsOf(lists));
}

function* textsOf(lists: Parameters<typeof listsToJson>[0]): Generator<string> {
  yield '{';
  for (const [index, [key, entries]] of lists.entries()) {
    yield `${index === 0 ? '' : ','}\n${INDENT}${JSON.stringify(key)}: [`;
    let isEmpty = true;
    for (const entry of entries) {
      const lines = JSON.stringify(entry, null, INDENT).replaceAll('\n', `\n${INDENT.repeat(2)}`);
      yield `${isEmpty ? '' : ','}\n${INDENT.repeat(2)}${lines}`;
      isEmpty = false;
    }
    yield isEmpty ? ']' : `\n${INDENT}]`;
  }
  yield '\n}\n';
}
