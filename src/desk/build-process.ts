/** The process that builds the site for the desk: it can be stopped at any moment, and the published site stays. */
import { buildSite } from '../build/build-site.ts';
import type { BuildOptions } from '../build/build-options.ts';
import { describeFailure, isDiskFull } from '../build/publish/describe-failure.ts';
import { filesUnder } from '../cache/files-under.ts';
import { answerDesk } from './answer-desk.ts';

const { phase, step, end } = answerDesk();
const options = JSON.parse(process.argv[2] ?? '') as BuildOptions;
try {
  const { out } = await buildSite(options, { progress: { phase, step, end: () => undefined } });
  end({ kind: 'done', files: filesUnder(out).length });
} catch (error) {
  const message = describeFailure(error, '没有做完；已经公开的网站没有变。');
  end({ kind: 'failed', message, cause: isDiskFull(error) ? 'full' : 'other' });
}
