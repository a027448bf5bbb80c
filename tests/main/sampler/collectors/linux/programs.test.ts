import { expect, it } from 'vitest';
import { linuxCollectors } from '../../../../../src/main/sampler/collectors/linux/index.js';
import { TIER_PERIOD_MS } from '../../../../../src/shared/metrics/dictionary.js';
import { readAt, Tree } from '../fixture.js';
import { fixture, systemWith } from './stand-in.js';

/** A machine on which every source that is a program is there. */
function richMachine() {
  const machine = 'a'.repeat(32);
  const tree = new Tree({
    'etc/machine-id': machine,
    [`var/log/journal/${machine}/system.journal`]: '',
    'run/systemd/private': '',
    'run/dbus/system_bus_socket': '',
    'usr/bin/apt-get': '',
    'usr/sbin/smartctl': '',
    'var/lib/apt/lists/x_InRelease': '',
    'sys/block/sda/size': 1,
    'sys/block/sda/device/model': 'Disk',
  });
  const bus = 'busctl --system --json=short --auto-start=no --timeout=5 call';
  const system = systemWith({
    [`${bus} org.freedesktop.UPower /org/freedesktop/UPower org`]: fixture('upower-devices.json'),
    [`${bus} org.freedesktop.UPower /org/freedesktop/UPower/devices`]: fixture('upower-ups.json'),
    [`${bus} org.freedesktop.UDisks2`]: fixture('udisks.json'),
    journalctl: '',
    nice: fixture('apt-none.txt'),
  });
  return { root: tree.root, ...system };
}

/** Starts that the sound server (2 a minute at most) and the prober (1) may add: what the others have left of six. */
const LEFT_OF_SIX = 3;

it('no program on the fast tick, and never more than the others leave of six a minute', async () => {
  const { root, run, calls } = richMachine();
  const collectors = linuxCollectors({ root, home: '/nowhere', run, routeAt: () => null });
  const starts: number[] = [];
  for (let at = 0; at < 3 * 3_600_000; at += 10_000)
    for (const collector of collectors) {
      if (at % TIER_PERIOD_MS[collector.tier] !== 0) continue;
      const before = calls.length;
      await readAt(collector, at);
      if (collector.tier === 'fast') expect(calls.length).toBe(before);
      for (let more = before; more < calls.length; more += 1) starts.push(at);
    }
  // The first minute asks everybody once.
  const later = starts.filter((at) => at > 60_000);
  const most = Math.max(
    ...later.map((at) => later.filter((each) => each >= at && each < at + 60_000).length),
  );
  expect(calls.length).toBeGreaterThan(180);
  expect(most).toBe(LEFT_OF_SIX);
});
