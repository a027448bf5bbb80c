import type { PrecheckService } from '../precheck/service.js';
import { ask } from './ask.js';
import type { Desktop } from './desktop.js';
import type { Services } from './services.js';

/** Whether IT forbids going on air now: no valid GO, and the setting says so. */
export function isOnAirBlocked(service: PrecheckService, { settings, monitor }: Services): boolean {
  const wants = settings.current.onAirWithoutGo === 'block' && monitor.mode.kind === 'live';
  return wants && service.view.go.state !== 'valid';
}

/**
 * Going on or off air from the tray or by the shortcut. Without a valid GO it asks first, or, where IT blocks it, only offers the check.
 */
export function onAirByHand(services: Services, service: PrecheckService, desktop: Desktop) {
  let asking = false;
  return (onAir: boolean): void => {
    const { monitor, texts } = services;
    if (!onAir || service.view.go.state === 'valid' || monitor.mode.kind === 'replay') {
      monitor.situation.set({ onAir });
      return;
    }
    if (asking) return;
    asking = true;
    const { t } = texts.speech;
    const blocked = isOnAirBlocked(service, services);
    const buttons = [
      t('dialog.go.check'),
      ...(blocked ? [] : [t('dialog.go.anyway')]),
      t('dialog.go.cancel'),
    ];
    const question = {
      message: t('dialog.go.message'),
      detail: t(blocked ? 'dialog.go.blocked' : 'dialog.go.detail'),
      buttons,
      defaultId: 0,
      cancelId: buttons.length - 1,
    };
    void ask(desktop.windows.main, question).then((answer) => {
      asking = false;
      if (answer === 0) desktop.open({ view: 'precheck' });
      else if (answer === 1 && !blocked) monitor.situation.set({ onAir: true });
    });
  };
}
