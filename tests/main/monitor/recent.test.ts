import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Recent } from '../../../src/main/monitor/recent.js';
import { RECENT_MS } from '../../../src/shared/ipc/contract.js';

const START = 1_767_225_600_000;
const kept = (recent: Recent, now: number) => recent.series(now)[0];

test('keeps values in order, with what was missing, and only of the last ten minutes', () => {
  const recent = new Recent();
  recent.note('cpu.load', undefined, START, 10);
  recent.note('cpu.load', undefined, START + 2_000, null);
  recent.note('cpu.load', undefined, START + RECENT_MS + 1_000, 30);
  expect(kept(recent, START + RECENT_MS)?.values).toEqual([10, null, 30]);
  expect(kept(recent, START + RECENT_MS + 1_000)?.values).toEqual([null, 30]);
});

test('a reading told twice counts once, and a clock set back starts anew', () => {
  const recent = new Recent();
  for (const at of [START, START, START + 1_000]) recent.note('cpu.load', undefined, at, 1);
  expect(kept(recent, START + 1_000)?.at).toEqual([START, START + 1_000]);
  recent.note('cpu.load', undefined, START - 3_600_000, 2);
  expect(kept(recent, START - 3_600_000)?.values).toEqual([2]);
});

test('instances are series of their own, and one without any value is left out', () => {
  const recent = new Recent();
  recent.note('disk.free', '/', START, 5);
  recent.note('disk.free', '/data', START, 7);
  recent.note('power.battery', undefined, START, null);
  expect(recent.series(START).map(({ metric, instance }) => `${metric} ${instance}`)).toEqual([
    'disk.free /',
    'disk.free /data',
  ]);
});

test('a device that is gone for as long is let go of when another one comes', () => {
  const recent = new Recent();
  recent.note('camera.present', 'old', START, 1);
  recent.note('camera.present', 'new', START + RECENT_MS + 1_000, 1);
  // Asked as of then, it would still be there.
  expect(recent.series(START).map(({ instance }) => instance)).toEqual(['new']);
});

test('however many come, the newest are kept, rising in time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 1_500 }), (steps) => {
      const recent = new Recent();
      let at = START;
      const all: number[] = [];
      for (const step of steps) {
        at += step;
        all.push(at);
        recent.note('cpu.load', undefined, at, at % 100);
      }
      const found = kept(recent, at)?.at ?? [];
      expect(found.length).toBeLessThanOrEqual(600);
      expect(found).toEqual(all.filter((one) => one >= at - RECENT_MS).slice(-600));
    }),
  );
});
