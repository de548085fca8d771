/**
 * `npm run fuzz [-- --cases 100000 --seed 1 --json]`: generates disclosures with arbitrary text and checks that they round-trip. Prints
 * progress and a rate. A failing case is shrunk and saved in `tests/unit/scripts/fuzz/fixtures/`, where `npm test` runs it.
 */
import { hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCases, type Failure } from './fuzz/run-cases.ts';
import { parseOptions } from './parse-options.ts';

const { values } = parseOptions({
  options: {
    cases: { type: 'string', default: '100000' },
    json: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
});
const cases = Number(values.cases);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const BATCH = 1000;

console.log(`${cases} cases, seed ${seed}`);
const start = performance.now();
let failure: Failure | null = null;
let done = 0;
for (let batch = 0; done < cases && failure === null; batch += 1) {
  const size = Math.min(BATCH, cases - done);
  failure = runCases(size, seed + batch);
  done += size;
  const rate = (done / (performance.now() - start)) * 1000;
  const left = (cases - done) / rate;
  if (process.stdout.isTTY || batch % 10 === 9 || done === cases)
    console.log(`${done} cases, ${rate.toFixed(0)} per second, ${left.toFixed(0)} s left`);
}
if (failure === null) {
  console.log(`${done} cases: 0 failures, 0 crashes, 0 over 1 s, 0 lost cells`);
} else {
  console.error(`Failed: ${failure.message}\nSaved as ${save(failure)}`);
  process.exitCode = 1;
}
if (values.json) console.log(JSON.stringify({ cases: done, failures: failure === null ? 0 : 1 }));

function save({ smallest }: Failure): string {
  const text = `${JSON.stringify(smallest, null, 2)}\n`;
  const folder = join(import.meta.dirname, '../tests/unit/scripts/fuzz/fixtures');
  const path = join(folder, `${hash('sha256', text).slice(0, 12)}.json`);
  writeFileSync(path, text);
  return path;
}
