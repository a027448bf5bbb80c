// `npm run build`: builds the app, whether or not it seems necessary.
import { build } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/entry.mjs';
import { checkNode } from './lib/node-version.mjs';
import { ROOT } from './lib/project.mjs';
import { chooseLanguage, createSay } from './lib/say.mjs';

await main(async () => {
  const say = createSay(chooseLanguage(), process.stdout);
  checkNode(say);
  await ensureDependencies(ROOT, say, { quiet: true });
  await build(ROOT, say);
  return 0;
});
