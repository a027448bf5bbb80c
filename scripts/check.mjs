// `npm run -s check [-- …]`: one full check without a window; stdout belongs to its result alone.
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { start } from './lib/child.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/entry.mjs';
import { checkNode } from './lib/node-version.mjs';
import { ROOT, userFolder } from './lib/project.mjs';
import { chooseLanguage, createSay } from './lib/say.mjs';
import { STATUS } from './lib/stop.mjs';

await main(async () => {
  const say = createSay(chooseLanguage(), process.stderr);
  checkNode(say);
  await ensureDependencies(ROOT, say, { quiet: true });
  await ensureBuilt(ROOT, say, { quiet: true });
  const program = join(ROOT, 'out', 'main', 'check.js');
  const check = start(process.execPath, [program, ...process.argv.slice(2)], {
    cwd: userFolder('check'),
    stdio: 'inherit',
  });
  return (await check.exited).code ?? STATUS.failed;
});
