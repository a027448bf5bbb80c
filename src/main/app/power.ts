import { powerMonitor } from 'electron';
import type { Log } from '../log/log.js';
import type { Monitor } from '../monitor/monitor.js';
import type { Source } from '../monitor/source.js';

/** Tells the source of readings when the machine sleeps: rates and holds must not run through it. */
export function followPower(source: Source, log: Log): void {
  powerMonitor.on('suspend', () => {
    log.info('the machine goes to sleep');
    source.suspend();
  });
  powerMonitor.on('resume', () => {
    log.info('the machine is awake');
    source.resume();
  });
}

/** Lets dear collectors wait while the station is on air or runs on its battery. */
export function keepQuiet(source: Source, situation: Monitor['situation']): void {
  const tell = (): void => source.setQuiet(situation.current.onAir || powerMonitor.isOnBatteryPower());
  situation.changes.on(tell);
  powerMonitor.on('on-battery', tell);
  powerMonitor.on('on-ac', tell);
  tell();
}
