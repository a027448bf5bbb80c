import type { app as zhApp } from '../zh-CN/app.js';

/** Texts of windows, tray and command line. */
export const app: Record<keyof typeof zhApp, string> = {
  'app.name': 'OnAir Sentry',
  'verdict.ok': 'All is well, you can go on air',
  'verdict.warning': 'Take a look first: {{cause}}',
  'verdict.fault': 'Fix this before going on air: {{cause}}',
  'verdict.unknown': 'Cannot tell yet: {{missing}} cannot be read',
  'verdict.starting': 'Reading the state of this computer',
  'ui.unit.day': 'day',
  'ui.unit.items': '',
  'ui.value.today': 'today',
  'ui.value.yesterday': 'yesterday',
  'ui.limit.expected': 'should be “{{value}}”',
  'ui.limit.reached': 'at or above {{limit}}',
  'ui.limit.downTo': 'at or below {{limit}}',
  'ui.duration.seconds': '{{seconds}} s',
  'ui.duration.minutes': '{{minutes}} min {{seconds}} s',
  'ui.duration.hours': '{{hours}} h {{minutes}} min',
  'ui.duration.days': '{{days}} d {{hours}} h',
};
