/**
 * `npm run examples`: runs every program of the guide against the built site and compares its output with the guide.
 *
 * Python needs pandas (`apt-get install python3-pandas`), R is in `r-base-core`. Prints what a program prints that differs, or why it
 * did not run. Exits with 1 unless all programs ran with the same output.
 */
import { spawnSync } from 'node:child_process';
import { serveBuiltSite } from './browser/serve-built-site.ts';
import { guideExamples } from './guide/guide-examples.ts';
import { parseOptions } from './parse-options.ts';

parseOptions();
/** Commands by language; the first that succeeds counts: Python of the system may have the packages that another one lacks. */
const COMMANDS: Record<string, readonly (readonly [command: string, ...flags: string[]])[]> = {
  js: [[process.execPath, '--input-type=module', '--eval']],
  python: [
    ['python3', '-c'],
    ['/usr/bin/python3', '-c'],
  ],
  r: [['Rscript', '-e']],
};

const site = await serveBuiltSite();
for (const page of ['downloads', 'api']) {
  for (const { language, code, printed } of guideExamples(`content/guide/${page}.mdx`, site.address)) {
    const result = run(language, code);
    const isSame = result === printed;
    if (!isSame) process.exitCode = 1;
    console.log(`${page}: ${language}: ${isSame ? 'prints what the guide shows' : result}`);
  }
}
await site.close();

/** The output of a program, without trailing spaces; or the reason why it did not run. */
function run(language: string, code: string): string {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  let problem = '';
  for (const [command, ...flags] of COMMANDS[language] ?? []) {
    const { status, stdout, stderr, error } = spawnSync(command, [...flags, code], { encoding: 'utf8', env });
    if (status === 0) return stdout.replaceAll(/[^\S\n]+$/gm, '').trim();
    problem = error?.message ?? stderr;
  }
  return `not run: ${problem}`;
}
