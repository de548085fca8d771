import { parseArgs, type ParseArgsConfig } from 'node:util';

/**
 * The options and other words of a command. Where they can't be read, it says in one Chinese line what is wrong and which options
 * there are, and ends the process with exit code 2.
 *
 * @param config As for `parseArgs` of Node.
 */
export function parseOptions<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error;
    const names = Object.entries(config.options ?? {}).map(
      ([name, { type }]) => `--${name}${type === 'string' ? ' …' : ''}`,
    );
    const [, wrong] = /'(-[^' ]*)/.exec(error.message) ?? [];
    const what =
      error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? `没有“${wrong ?? ''}”这个选项`
        : error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL'
          ? '多写了一个词'
          : `选项“${wrong ?? ''}”的写法不对`;
    console.error(`${what}；可用的选项：${names.join('、')}`);
    process.exit(2);
  }
}
