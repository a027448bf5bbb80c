import type { SettingsPatch } from '../../../../shared/ipc/contract.js';
import type { Settings } from '../../../../shared/settings/schema.js';

/** The settings that somebody chose, without the program's own memory: what an import replaces. */
export function choicesOf(settings: Settings): SettingsPatch {
  const { schema: _schema, setUp: _setUp, toldAboutTray: _told, mutes: _mutes, ...choices } = settings;
  return choices;
}
