import type { popup as zhPopup } from '../zh-CN/popup.js';

/** Texts of the fault popup, the tray's menu, and notifications. */
export const popup: Record<keyof typeof zhPopup, string> = {
  'popup.title': 'Fault alert',
  'popup.count': '{{count}} in all',
  'popup.close': 'Put away until something new happens',
  'popup.acknowledge': 'Got it',
  'popup.acknowledge.all': 'Got them all',
  'popup.open': 'Open',
  'popup.snooze': 'Remind me in 10 min',
  'popup.about': '{{action}}: {{title}}',
  'popup.recovered': 'Recovered',
  'popup.recovered.note': '{{title}}, lasted {{duration}}',
  'popup.test': 'Test',
  'popup.test.note': 'This is a test alert; this computer does not have the fault',
  'popup.flood': 'Too many faults came at once to list them all here.',
  'popup.flood.open': 'See the overview',
  'ui.onAir': 'On air',
  'ui.onAir.start': 'Go on air',
  'ui.onAir.end': 'End broadcast',
  'ui.onAir.hint':
    'Tells OnAir Sentry that the broadcast starts or ends; the settings say whether popups come meanwhile',
  'tray.unseen': 'Not acknowledged yet: {{count}}',
  'tray.name.onAir': '{{name}} (on air)',
  'tray.onAir': 'On air',
  'tray.mute': 'Mute popups',
  'tray.mute.minutes': 'For {{minutes}} minutes',
  'tray.mute.hours': 'For {{hours}} h',
  'tray.mute.morning': 'Until 6:00 in the morning',
  'tray.muted': 'Popups muted until {{time}}',
  'tray.unmute': 'Unmute popups',
  'notice.replayed': '[Playback] {{text}}',
  'notice.no-tray':
    'This desktop has no tray icons, so closing the window only minimises it: that way you can open it again. Monitoring goes on.',
  'dialog.quit.message': 'You are on air. Quit anyway?',
  'dialog.quit.detail': 'After quitting nothing is monitored, and no fault is announced.',
  'dialog.quit.stay': 'Keep monitoring',
};
