import { useEffect } from 'react';
import { bridge } from '../../bridge.js';
import { learnGiven } from '../../stores/given.js';
import { useMonitor } from '../../stores/monitor.js';
import { usePreferences } from '../../stores/settings.js';
import { SetUpDialog } from './SetUpDialog.js';

/** The first-run set-up, as long as nobody finished or skipped it; a replay is no station to set up. */
export function SetUp() {
  const needed = usePreferences(({ settings }) => settings?.setUp === false);
  const live = useMonitor(({ snapshot }) => snapshot?.mode.kind === 'live');
  const open = needed && live;
  useEffect(() => {
    if (open) void learnGiven(bridge);
  }, [open]);
  return open ? <SetUpDialog /> : null;
}
