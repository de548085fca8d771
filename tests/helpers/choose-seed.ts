/** Property tests try the same cases in each run. `JIXIAO_SEED=2 npm test` tries others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['JIXIAO_SEED'] ?? 1) });
