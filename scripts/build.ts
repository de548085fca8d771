/**
 * `npm run build [-- --compress --recheck --silent --shard 3/8 --timings FILE]`: builds, verifies and publishes the site.
 * `npm run merge -- SHARDS…`: the same, with the pages of shards.
 *
 * `--compress` writes .br and .gz next to the files, for nginx. `--recheck` ignores what was verified before. `--if-changed` builds
 * the site only if it would not be the same again.
 */
import { join } from 'node:path';
import { parseOptions } from './parse-options.ts';
import { openKeptSite } from '../src/build/kept-site.ts';
import { writeTimings } from '../src/build/measure-phases.ts';
import { describeFailure } from '../src/build/publish/describe-failure.ts';
import { showProgress } from '../src/build/show-progress.ts';
import { contentFolder, outputFolder } from '../src/content/content-folder.ts';
import { parseShard } from '../src/content/shard.ts';

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;
const { values, positionals } = parseOptions({
  options: {
    ...{ compress: flag, merge: flag, recheck: flag, silent: flag, shard: text, timings: text },
    'if-changed': flag,
  },
  allowPositionals: true,
});
const { shard, timings, compress, recheck } = values;
const root = join(import.meta.dirname, '..');
const folder = contentFolder(root);
const isSite = shard === undefined || process.env['JIXIAO_OUT'] !== undefined;
const out = isSite ? outputFolder(root) : join(root, '.jixiao/shards', shard.replace('/', '-of-'));
const kept = values['if-changed'] ? openKeptSite({ root, folder, out }) : undefined;
if (typeof kept?.said === 'string') console.log(`${kept.said}\n内容没有改动，沿用上次生成并核对过的网站`);
else await build();

async function build(): Promise<void> {
  const progress = showProgress({ isSilent: values.silent });
  try {
    // Loading Astro takes longer than finding that nothing has changed.
    const { buildSite } = await import('../src/build/build-site.ts');
    const { describeBuild } = await import('../src/build/describe-build.ts');
    const merge = values.merge ? positionals : null;
    const part = shard === undefined ? null : parseShard(shard);
    const options = { root, folder, out, shard: part, merge, compress, recheck };
    const report = await buildSite(options, { progress });
    if (timings !== undefined) writeTimings(timings, report.phases);
    progress.end();
    const said = describeBuild(options, report);
    kept?.keep(said);
    console.log(said);
  } catch (error) {
    progress.end();
    console.error(describeFailure(error));
    process.exitCode = 1;
  }
}
