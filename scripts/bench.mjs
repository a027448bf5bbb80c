// `npm run bench [-- --quick --json --only=…]`: what the program costs, beside a reference measured in the same run.
// Messages go to stderr, the result to stdout. A missed limit is a result, not a failure.
import { copyApp } from './bench/apps.mjs';
import { benchChart } from './bench/chart.mjs';
import { benchDashboard } from './bench/dashboard.mjs';
import { benchHistory } from './bench/history.mjs';
import { parseOptions } from './bench/options.mjs';
import { benchPeers } from './bench/peers.mjs';
import { benchPopup } from './bench/popup.mjs';
import { benchPrecheck } from './bench/precheck.mjs';
import { benchReadings } from './bench/readings.mjs';
import { benchReplay } from './bench/replay.mjs';
import { benchStart } from './bench/start.mjs';
import { toTable } from './bench/table.mjs';
import { benchTray } from './bench/tray.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { startDesktop } from './lib/desktop.mjs';
import { main } from './lib/entry.mjs';
import { TEST_TOOLS } from './lib/linux-system.mjs';
import { prepare, ROOT } from './lib/project.mjs';
import { chooseLanguage, createSay } from './lib/say.mjs';
import { Stop } from './lib/stop.mjs';
import { createTestHome } from './lib/test-home.mjs';

await main(async () => {
  const { json, seconds, parts } = parseOptions(process.argv.slice(2));
  const say = createSay(chooseLanguage(), process.stderr);
  const tell = (/** @type {string} */ line) => void process.stderr.write(`· ${line}\n`);
  /** @type {import('./bench/compare.mjs').Row[]} */
  const rows = [];
  /** @type {Record<string, unknown>} */
  const about = { schema: 1, at: Date.now(), seconds };

  if (parts.includes('replay')) rows.push(...(await benchReplay(tell)));
  if (parts.includes('history')) rows.push(...(await benchHistory(tell)));
  const others = parts.filter((part) => part !== 'replay' && part !== 'history');
  if (others.length > 0) {
    if (process.platform !== 'linux')
      throw new Stop('bench: costs are measured on Linux only; try --only=replay,history');
    const electron = await prepare(say, TEST_TOOLS);
    await ensureBuilt(ROOT, say);
    const home = createTestHome();
    const env = await startDesktop(say, home.env);
    const bench = {
      electron: electron.path,
      env,
      work: home.folder,
      app: copyApp(home.folder),
      seconds,
      tell,
    };
    about.runtime = { electron: electron.version, kind: electron.kind };
    if (parts.includes('chart')) rows.push(...(await benchChart(bench)));
    if (parts.includes('tray')) rows.push(...(await benchTray(bench)));
    if (parts.includes('dashboard')) rows.push(...(await benchDashboard(bench, rows)));
    if (parts.includes('start')) rows.push(...(await benchStart(bench)));
    if (parts.includes('popup')) rows.push(...(await benchPopup(bench)));
    if (parts.includes('precheck')) rows.push(...(await benchPrecheck(bench)));
    if (parts.includes('readings')) rows.push(...(await benchReadings(bench)));
    if (parts.includes('peers')) rows.push(...(await benchPeers(bench)));
  }
  console.log(json ? JSON.stringify({ ...about, rows }, null, 2) : toTable(rows));
  return 0;
});
