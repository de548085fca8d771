/**
 * Loaded before a command with `NODE_OPTIONS=--import …`: appends the path of each file that the main thread reads to the file
 * `$JIXIAO_TEST_OPENINGS`. Workers are left out, as the conservation check reads the sources for itself.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const log = process.env['JIXIAO_TEST_OPENINGS'];
if (log && isMainThread) {
  const { appendFileSync } = fs;
  // Node's own readFileSync calls openSync: only the outer call counts.
  let depth = 0;
  const recorded = <Args extends unknown[], Result>(read: (...args: Args) => Result) =>
    function (this: unknown, ...args: Args): Result {
      const [path] = args;
      depth += 1;
      try {
        if (depth === 1 && (typeof path === 'string' || path instanceof URL))
          appendFileSync(log, `${String(path)}\n`);
        return read.apply(this, args);
      } finally {
        depth -= 1;
      }
    };
  Object.assign(fs, {
    readFileSync: recorded(fs.readFileSync),
    readFile: recorded(fs.readFile),
    openSync: recorded(fs.openSync),
    open: recorded(fs.open),
    createReadStream: recorded(fs.createReadStream),
  });
  Object.assign(fs.promises, {
    readFile: recorded(fs.promises.readFile),
    open: recorded(fs.promises.open),
  });
  syncBuiltinESMExports();
}
