// `npm run demo [-- app switches]`: the app on a made-up working hour, twenty times as fast.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeave } from './lib/child.mjs';
import { main } from './lib/entry.mjs';
import { openApp } from './lib/open-app.mjs';
import { ROOT } from './lib/project.mjs';
import { chooseLanguage, createSay } from './lib/say.mjs';

const TRACE = join(ROOT, 'resources', 'demo', 'workday.jsonl');

await main(() => {
  // Data of its own: it runs beside the real program, and what is tried out in it changes nothing.
  const folder = mkdtempSync(join(tmpdir(), 'onair-demo-'));
  atLeave(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const switches = [`--replay=${TRACE}`, '--replay-speed=20', `--user-data-dir=${folder}`];
  const say = createSay(chooseLanguage(), process.stdout);
  // What the user adds comes last and wins.
  return openApp(say, 'demo', [...switches, ...process.argv.slice(2)]);
});
