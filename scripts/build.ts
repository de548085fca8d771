/**
 * `npm run build [-- --compress --recheck --silent --shard 3/8 --timings FILE]`: builds, verifies and publishes the site.
 * `npm run merge -- SHARDS…`: the same, with the pages of shards.
 *
 * `--compress` writes .br and .gz next to the files, for nginx. `--recheck` ignores what was verified before.
 */
import { join } from 'node:path';
import { parseOptions } from './parse-options.ts';
import { buildSite } from '../src/build/build-site.ts';
import { describeBuild } from '../src/build/describe-build.ts';
import { writeTimings } from '../src/build/measure-phases.ts';
import { describeFailure } from '../src/build/publish/describe-failure.ts';
import { showProgress } from '../src/build/show-progress.ts';
import { contentFolder, outputFolder } from '../src/content/content-folder.ts';
import { parseShard } from '../src/content/shard.ts';

const flag = { type: 'boolean', default: false } as const;
const text = { type: 'string' } as const;
const { values, positionals } = parseOptions({
  options: { compress: flag, merge: flag, recheck: flag, silent: flag, shard: text, timings: text },
  allowPositionals: true,
});
const { shard, timings, compress, recheck } = values;
const root = join(import.meta.dirname, '..');
const folder = contentFolder(root);
const isSite = shard === undefined || process.env['JIXIAO_OUT'] !== undefined;
const out = isSite ? outputFolder(root) : join(root, '.jixiao/shards', shard.replace('/', '-of-'));
const progress = showProgress({ isSilent: values.silent });
try {
  const merge = values.merge ? positionals : null;
  const part = shard === undefined ? null : parseShard(shard);
  const options = { root, folder, out, shard: part, merge, compress, recheck };
  const report = await buildSite(options, { progress });
  if (timings !== undefined) writeTimings(timings, report.phases);
  progress.end();
  console.log(describeBuild(options, report));
} catch (error) {
  progress.end();
  console.error(describeFailure(error));
  process.exitCode = 1;
}
