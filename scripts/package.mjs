// `npm run package [-- --installers]`: packs the program for this system and starts the result once.
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { lacksDisplay, startDisplay } from './lib/display.mjs';
import { main } from './lib/entry.mjs';
import { ensureSandbox } from './lib/linux-sandbox.mjs';
import { DISPLAY_TOOLS } from './lib/linux-system.mjs';
import { makeInstallers, packFolder, sizeOf } from './lib/pack.mjs';
import { isRoot, prepare, ROOT } from './lib/project.mjs';
import { chooseLanguage, createSay } from './lib/say.mjs';
import { Stop } from './lib/stop.mjs';
import { tryOut } from './lib/try-out.mjs';

const MB = 1e6;

await main(async () => {
  const say = createSay(chooseLanguage(), process.stdout);
  const headless = lacksDisplay();
  const electron = await prepare(say, headless ? DISPLAY_TOOLS : {});
  const installers = process.argv.includes('--installers');
  if (installers && electron.kind !== 'official') throw new Stop(say.text('installersNeedOfficial'));
  await ensureBuilt(ROOT, say);

  const output = join(ROOT, 'dist');
  const packed = await packFolder({ root: ROOT, output, electron }, say);
  say('packed', { folder: packed.folder, size: Math.round(sizeOf(packed.folder) / MB) });

  const env = { ...process.env };
  if (headless) env.DISPLAY = await startDisplay(say);
  if (process.platform === 'linux' && !isRoot) await ensureSandbox(packed.folder, say);
  say('tryingOut');
  const flags = [...(isRoot ? ['--no-sandbox'] : []), '--log-level=3'];
  process.stdout.write(await tryOut(packed.executable, { env, flags }, say));
  say('tryOutFine');

  if (installers) {
    await makeInstallers({ root: ROOT, output }, say);
    say('installersMade', { folder: output });
  }
  return 0;
});
