import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { projectJsonSchema } from '../../../src/core/project/json-schema.ts';
import { ROOT } from '../../sources.ts';

const file = path.join(ROOT, 'src/core/project/schema.json');
writeFileSync(
  file,
  await format(JSON.stringify(projectJsonSchema()), { ...(await resolveConfig(file)), parser: 'json' }),
);
