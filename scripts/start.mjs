// `npm start [-- app switches]`: gets everything that is needed and opens the app.
import { main } from './lib/entry.mjs';
import { openApp } from './lib/open-app.mjs';
import { chooseLanguage, createSay } from './lib/say.mjs';

await main(() => openApp(createSay(chooseLanguage(), process.stdout), 'start', process.argv.slice(2)));
