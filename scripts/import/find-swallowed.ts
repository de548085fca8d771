import { existsSync } from 'node:fs';

/**
 * Options that npm consumed, and the right command, in Chinese. Without `--`, npm parses `--as` as a npm option, and only
 * its value arrives, as if it were a file. Null: npm consumed nothing.
 */
export function findSwallowed(
  words: readonly string[],
  values: { as?: string | undefined; year?: string | undefined; withhold: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): string | null {
  const missing = words.filter((word) => !existsSync(word));
  const kept = (name: string) => environment[`npm_config_${name}`];
  const isByNpm = environment['npm_lifecycle_event'] === 'import';
  const year =
    values.year === undefined ? (yearIn(kept('year')) ?? missing.find((word) => yearIn(word))) : undefined;
  const name =
    values.as === undefined
      ? (nameIn(kept('as')) ?? (isByNpm ? missing.find((word) => word !== year && nameIn(word)) : undefined))
      : undefined;
  const lostYear = year !== undefined && (isByNpm || kept('year') !== undefined);
  // Without it, originals would be published.
  const lostWithhold = kept('withhold') === 'true' && !values.withhold;
  if (name === undefined && !lostYear && !lostWithhold) return null;
  const files = words.filter((word) => word !== name && word !== year);
  const options = [...(name === undefined ? [] : ['--as', name]), ...(lostYear ? ['--year', year] : [])];
  if (kept('force') === 'true') options.push('--force');
  if (values.withhold || lostWithhold) options.push('--withhold');
  const command = ['npm run import --', ...files, ...options].join(' ');
  return `npm 把 ${options.filter((word) => word.startsWith('--')).join('、')} 当成了自己的选项，没有传给导入命令；请在文件前面加上“--”：${command}`;
}

function yearIn(word: string | undefined): string | undefined {
  return word !== undefined && /^(?:19|20)\d{2}$/.test(word) ? word : undefined;
}

/** npm writes `true` for an option whose value it left among the files. */
function nameIn(word: string | undefined): string | undefined {
  return word !== undefined && word !== 'true' && /^[\da-z]+(?:-[\da-z]+)*$/.test(word) ? word : undefined;
}
