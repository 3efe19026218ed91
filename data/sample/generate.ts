// Writes the sample city's files beside this script:
//   node test/run-ts.mjs data/sample/generate.ts
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { sampleCity } from './city/sample-city.ts';

for (const [name, bytes] of Object.entries(sampleCity())) {
  writeFileSync(path.join(import.meta.dirname, name), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}
