/** The process that copies the built site to a network folder, which may take its time, or not answer at all. */
import { describeFailure, isDiskFull } from '../build/publish/describe-failure.ts';
import { answerDesk } from './answer-desk.ts';
import { copySite, isUnreachable, refuseMissing } from './copy-site.ts';

export interface CopyOptions {
  site: string;
  target: string;
  /** Folders that must survive. */
  kept: readonly string[];
  /** Whether the site was copied there before: then it must be there. */
  isKnown: boolean;
}

const { phase, step, end } = answerDesk();
const { site, target, kept, isKnown } = JSON.parse(process.argv[2] ?? '') as CopyOptions;
try {
  refuseMissing(target, isKnown);
  const files = copySite(site, target, kept, (total) => {
    if (total === null) step();
    else phase('放到网络文件夹', total);
  });
  end({ kind: 'done', files });
} catch (error) {
  const message = describeFailure(error, '网站做好了，还没有放过去；那里还是原来的网站。');
  const cause = isDiskFull(error) ? 'full' : isUnreachable(error) ? 'unreachable' : 'other';
  end({ kind: 'failed', message, cause });
}
