import { nativeTheme } from 'electron';
import type { Result } from '../../shared/ipc/result.js';
import { lifeCycleOf } from '../../shared/settings/life-cycle.js';
import type { Settings } from '../../shared/settings/schema.js';
import { bitrateOf } from '../../shared/settings/streaming.js';
import { judgeBy } from './judge-by.js';
import type { Services } from './services.js';
import { samplerConfiguration } from './source.js';

/** Does what a setting says, as soon as it says so; texts and pages have their own listeners. */
export function followSettings(services: Services, setAutostart: (on: boolean) => Result<void>): void {
  const { settings, policy } = services;
  const autostart = (on: boolean): void => {
    const done = setAutostart(on);
    if (!done.ok) services.notice({ code: 'autostart-not-changed', detail: done.error.message });
  };
  let before = settings.current;
  nativeTheme.themeSource = before.theme;
  // The program may have moved since. Where it was never wanted nothing is touched: the entry may be another one's.
  if (before.startAtLogin || policy.policy.settings.startAtLogin !== undefined)
    autostart(before.startAtLogin);
  settings.onChange((now) => {
    if (now.theme !== before.theme) nativeTheme.themeSource = now.theme;
    if (differ(now, before, ['overrides', 'accepted'])) judgeBy(services, now);
    if (differ(now, before, ['reopenMinutes', 'escalateMinutes', 'mutes']))
      services.monitor.live(lifeCycleOf(now));
    if (now.platformKbps !== before.platformKbps) services.monitor.expectBitrate(bitrateOf(now));
    if (differ(now, before, ['tickSeconds', 'probeTarget']))
      services.source.configure(samplerConfiguration(services.start.args, now));
    if (now.startAtLogin !== before.startAtLogin) autostart(now.startAtLogin);
    before = now;
  });
}

const differ = (a: Settings, b: Settings, keys: readonly (keyof Settings)[]): boolean =>
  keys.some((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]));
