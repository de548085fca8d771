import { parseArgs, type ParseArgsConfig } from 'node:util';
import { version } from '../src/version.ts';

/**
 * The options and other words of a command. Each command knows `--version` too: it prints the version of Jixiao and ends the process.
 * Where options can't be read, it says in one Chinese line what is wrong and which options there are, and ends the process with exit
 * code 2.
 *
 * @param config As for `parseArgs` of Node. A command without options leaves it out.
 */
export function parseOptions<T extends ParseArgsConfig>(config?: T): ReturnType<typeof parseArgs<T>> {
  const options: ParseArgsConfig['options'] = { ...config?.options, version: { type: 'boolean' } };
  try {
    const parsed = parseArgs({ ...config, options });
    if (parsed.values['version'] !== true) return parsed as ReturnType<typeof parseArgs<T>>;
  } catch (error) {
    if (!(error instanceof TypeError) || !('code' in error)) throw error;
    const names = Object.entries(options).map(
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
  console.log(`Jixiao ${version}`);
  process.exit(0);
}
