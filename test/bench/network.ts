// `node test/run-ts.mjs test/bench/network.ts`: what streets cost, in milliseconds of this machine and beside the goals.
// Prints a table, writes dist/bench-network.json, asserts nothing.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { measureNetwork, type NetworkReport } from './network-measurements.ts';

/** Measures in a process of its own, in which nothing else has been loaded. */
function report(): void {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', process.argv[1]!, 'measure'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) {
    process.exitCode = 1;
    return;
  }
  const result = JSON.parse(stdout) as NetworkReport;
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/bench-network.json', `${JSON.stringify(result, null, 2)}\n`);
  if (!result.heidelberg) console.log('../shared/data is not here: the kernel ran on a made-up town');
  for (const [what, fact] of Object.entries(result.facts)) console.log(`${what}: ${fact}`);
  console.table(
    Object.fromEntries(
      result.measurements.map(({ name, value, unit, goal }) => [
        name,
        { value: Number(value.toPrecision(3)), unit, goal: goal ?? '' },
      ]),
    ),
  );
}

if (process.argv[2] === 'measure') process.stdout.write(JSON.stringify(measureNetwork()));
else report();
