import { pickLanguage } from '../../shared/i18n/index.js';
import { bridge } from './bridge.js';
import { Popup } from './features/popup/Popup.js';
import { startTexts } from './i18n.js';
import { mount } from './mount.js';
import { followMonitor } from './stores/feed.js';
import { followPopup } from './stores/popup.js';
import { followSettings } from './stores/settings.js';
import './styles.css';

startTexts(pickLanguage(undefined, navigator.language));
followMonitor(bridge);
followPopup(bridge);
mount(<Popup />, followSettings(bridge));
