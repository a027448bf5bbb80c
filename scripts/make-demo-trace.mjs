// Writes resources/demo/workday.jsonl, the hour that `npm run demo` plays. The same bytes every time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { workday } from './demo/workday.mjs';

const folder = fileURLToPath(new URL('../resources/demo/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}workday.jsonl`, `${[...workday()].join('\n')}\n`);
