/**
 * `npm run examples`: runs every program of the guide against the built site and compares its output with the guide.
 *
 * Python needs pandas; R is optional. A missing interpreter is reported. Exits with 1 unless all programs ran with the same output.
 */
import { spawnSync } from 'node:child_process';
import { serveBuiltSite } from './browser/serve-built-site.ts';
import { guideExamples } from './guide/guide-examples.ts';

/** Interpreters by language. The probe succeeds if an interpreter can run the examples. */
const RUNNERS: Record<string, { commands: string[]; probe: string[]; flags: string[]; install: string }> = {
  js: {
    commands: [process.execPath],
    probe: ['--version'],
    flags: ['--input-type=module', '--eval'],
    install: '',
  },
  python: {
    commands: ['python3', '/usr/bin/python3'],
    probe: ['-c', 'import pandas'],
    flags: ['-c'],
    install: 'apt-get install -y python3-pandas',
  },
  r: {
    commands: ['Rscript'],
    probe: ['--version'],
    flags: ['-e'],
    install: 'apt-get install -y r-base-core',
  },
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
  const runner = RUNNERS[language];
  const command = runner?.commands.find((name) => spawnSync(name, runner.probe).status === 0);
  if (!runner || command === undefined) return `not run; it needs: ${runner?.install ?? language}`;
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const { stdout, stderr } = spawnSync(command, [...runner.flags, code], { encoding: 'utf8', env });
  return stdout.replaceAll(/[^\S\n]+$/gm, '').trim() || stderr;
}
