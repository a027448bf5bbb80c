import { pickLanguage } from '../../shared/i18n/index.js';
import { bridge } from './bridge.js';
import { startTexts } from './i18n.js';
import { mount } from './mount.js';
import { followSettings } from './stores/settings.js';
import './styles.css';

/** Dots that a curve is drawn with for each one of the page: paper shows more than a screen. */
const DOTS = 3;

startTexts(pickLanguage(undefined, navigator.language));
const settings = followSettings(bridge);
// The chart's library asks for it when it is loaded. A zoom of the window would be one of all windows of the program.
Object.defineProperty(window, 'devicePixelRatio', { value: DOTS });
const [view, { Report }] = await Promise.all([
  bridge.invoke('report:get', undefined),
  import('./features/report/Report.js'),
]);
// Without it there is nothing to print: main stops waiting by itself.
if (view.ok) mount(<Report view={view.value} />, settings);
