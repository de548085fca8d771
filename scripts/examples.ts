/**
 * `npm run examples`: runs every program of the guide against the built site, and compares what it prints.
 *
 * Python needs pandas, and R itself; where one is missing it is named, and counts as not run. Exit 1 unless all ran and agreed.
 */
import { spawnSync } from 'node:child_process';
import { serveBuiltSite } from './browser/serve-built-site.ts';
import { guideExamples } from './guide/guide-examples.ts';

/** Programs that can run a language, and a test whether they can. */
const RUNNERS: Record<string, { commands: string[]; probe: string[]; flag: string[]; install: string }> = {
  js: {
    commands: [process.execPath],
    probe: ['--version'],
    flag: ['--input-type=module', '--eval'],
    install: '',
  },
  python: {
    commands: ['python3', '/usr/bin/python3'],
    probe: ['-c', 'import pandas'],
    flag: ['-c'],
    install: 'apt-get install -y python3-pandas',
  },
  r: {
    commands: ['Rscript'],
    probe: ['--version'],
    flag: ['-e'],
    install: 'apt-get install -y r-base-core',
  },
};

const site = await serveBuiltSite(4353);
for (const page of ['downloads', 'api']) {
  const examples = guideExamples(`content/guide/${page}.mdx`, site.address);
  for (const { language, code, printed } of examples) {
    const result = run(language, code);
    const agrees = result === printed;
    if (!agrees) process.exitCode = 1;
    console.log(`${page}: ${language}: ${agrees ? 'prints what the guide says' : result}`);
  }
}
await site.close();

/** What a program prints, its lines trimmed; or why it did not run. */
function run(language: string, code: string): string {
  const runner = RUNNERS[language];
  const command = runner?.commands.find((name) => spawnSync(name, runner.probe).status === 0);
  if (!runner || command === undefined) return `not run; it needs: ${runner?.install ?? language}`;
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  const { stdout, stderr } = spawnSync(command, [...runner.flag, code], { encoding: 'utf8', env });
  const lines = stdout.split('\n').map((line) => line.trimEnd());
  return lines.join('\n').trim() || stderr;
}
