import { pickLanguage } from '../../shared/i18n/index.js';
import { App } from './App.js';
import { bridge } from './bridge.js';
import { startTexts } from './i18n.js';
import { mount } from './mount.js';
import { followMonitor } from './stores/feed.js';
import { followProcedure } from './stores/procedure.js';
import { followRecent } from './stores/recent.js';
import { followSettings } from './stores/settings.js';
import { followView } from './stores/view.js';
import './styles.css';

startTexts(pickLanguage(undefined, navigator.language));
followMonitor(bridge);
followRecent(bridge);
followProcedure(bridge);
followView(bridge);
mount(<App />, followSettings(bridge));
