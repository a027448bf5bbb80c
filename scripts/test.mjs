// `npm test [-- filter]`: gets everything that is needed, then types, lint and all tests.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { startDesktop } from './lib/desktop.mjs';
import { main } from './lib/entry.mjs';
import { TEST_TOOLS } from './lib/linux-system.mjs';
import { prepare, ROOT } from './lib/project.mjs';
import { chooseLanguage, createSay } from './lib/say.mjs';
import { runStage, scriptStage, summarize, vitestStage } from './lib/stages.mjs';
import { STATUS } from './lib/stop.mjs';
import { createTestHome } from './lib/test-home.mjs';

await main(async () => {
  const say = createSay(chooseLanguage(), process.stdout);
  const filter = process.argv.slice(2);
  const electron = await prepare(say, TEST_TOOLS);
  await ensureBuilt(ROOT, say);
  rmSync(join(ROOT, 'test-results'), { recursive: true, force: true });

  const home = createTestHome({ ...process.env, ONAIR_ELECTRON: electron.path });
  const desktop = process.platform === 'linux' ? await startDesktop(say, home.env) : home.env;
  const how = { root: ROOT, work: home.folder, filter };
  const checks = [scriptStage('types', 3, ROOT), scriptStage('lint', 3, ROOT)];
  const tests = [
    vitestStage('unit', 10, { ...how, env: home.env }),
    vitestStage('system', 15, { ...how, env: home.env }),
    vitestStage('e2e', 55, { ...how, env: desktop }),
  ];
  if (filter.length > 0) say('stagesFiltered');

  const results = [];
  for (const stage of filter.length > 0 ? tests : [...checks, ...tests]) {
    results.push(await runStage(stage, say));
  }
  return summarize(results, say, console.log) ? 0 : STATUS.failed;
});
