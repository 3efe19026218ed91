// Writes Taipei's tables where a person can open them with the app or the command line:
//   node test/run-ts.mjs test/real/write-taipei.ts <folder>
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { readTaipei, taipeiFiles, taipeiFolder } from './taipei.ts';

const [target] = process.argv.slice(2);
const source = taipeiFolder(process.cwd());
if (!target) {
  console.error('usage: node test/run-ts.mjs test/real/write-taipei.ts <folder>');
  process.exitCode = 2;
} else if (!source) {
  console.error('../shared/data/taipei is not there');
  process.exitCode = 2;
} else {
  const tables = readTaipei(source);
  mkdirSync(target, { recursive: true });
  for (const [name, text] of Object.entries(taipeiFiles(tables))) writeFileSync(path.join(target, name), text);
  for (const { district, damaged, name } of tables.matchedByRule) {
    console.log(`${district}${damaged} matched to ${name}: the only village of its district left over in both files`);
  }
  console.log(`${tables.areas.features.length} areas and ${tables.facilities.length} facilities in ${target}`);
}
