import { create } from 'zustand';
import { pickLanguage } from '../../../shared/i18n/index.js';
import type { AppInfo, SettingsPatch } from '../../../shared/ipc/contract.js';
import type { Result } from '../../../shared/ipc/result.js';
import type { Settings } from '../../../shared/settings/schema.js';
import type { Bridge } from '../bridge.js';
import { speak } from '../i18n.js';

/** The page's copy of the settings and of facts about the program; null until main told them. */
export interface Preferences {
  readonly settings: Settings | null;
  readonly info: AppInfo | null;
}

/** Settings as main last told them. The schema itself stays out of the page: only its type is used. */
export const usePreferences = create<Preferences>(() => ({ settings: null, info: null }));

/** Reads the settings, and follows every change of them; the page's language follows too. */
export async function followSettings(bridge: Bridge): Promise<void> {
  bridge.subscribe('settings:changed', adopt);
  const [settings, info] = await Promise.all([
    bridge.invoke('settings:get', undefined),
    bridge.invoke('app:info', undefined),
  ]);
  if (info.ok) usePreferences.setState({ info: info.value });
  if (settings.ok) adopt(settings.value);
}

/** Changes settings at once; main stores them, and says so in a notice when it could not. */
export async function changeSettings(bridge: Bridge, patch: SettingsPatch): Promise<Result<Settings>> {
  const { settings } = usePreferences.getState();
  if (settings) adopt({ ...settings, ...patch });
  const result = await bridge.invoke('settings:update', patch);
  // A refused change is taken back.
  if (result.ok) adopt(result.value);
  else if (settings && result.error.code !== 'NOT_STORED') adopt(settings);
  return result;
}

function adopt(settings: Settings): void {
  usePreferences.setState(({ info }) => ({
    settings,
    // The same rule as in main: a station without a name of its own has its computer's.
    info: info && { ...info, stationName: settings.stationName || info.computerName },
  }));
  speak(pickLanguage(settings.language, navigator.language));
}
