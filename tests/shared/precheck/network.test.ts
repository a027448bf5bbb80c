import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headroom,
  latencyRise,
  type UploadProgress,
  uploadFinding,
  uploadPlan,
} from '../../../src/shared/precheck/network.js';

const kbps = fc.integer({ min: 100, max: 200_000 });
const plan = uploadPlan(6_000, 100_000_000);
if (!plan) throw new Error('no plan');
/** An upload that reports every 100 ms; rate in kbit/s by time. */
const upload = (rateAt: (ms: number) => number, totalMs = plan.totalMs): UploadProgress[] => {
  let bytes = 0;
  return Array.from({ length: totalMs / 100 + 1 }, (_, i) => {
    if (i > 0) bytes += (rateAt(i * 100) * 100) / 8;
    return { atMs: i * 100, bytes };
  });
};

describe('the plan', () => {
  it('never sends more than it may, nor longer than its time, and fast enough to prove the headroom', () => {
    fc.assert(
      fc.property(kbps, fc.integer({ min: 0, max: 500_000_000 }), (target, most) => {
        const made = uploadPlan(target, most);
        if (!made) return;
        expect(made.bytes).toBeLessThanOrEqual(most);
        expect(made.totalMs).toBeLessThanOrEqual(12_500);
        expect(made.totalMs).toBeGreaterThanOrEqual(7_500);
        expect(made.paceKbps).toBeGreaterThan(1.43 * target);
        expect(made.bytes).toBeLessThanOrEqual(Math.ceil((made.paceKbps * made.totalMs) / 8));
      }),
    );
  });

  it('for 6 Mbit/s is less than 20 MB; with too few bytes there is none', () => {
    expect(plan).toMatchObject({ paceKbps: 12_000, totalMs: 12_500, bytes: 18_750_000 });
    expect(uploadPlan(6_000, 5_000_000)).toBeNull();
    expect(uploadPlan(6_000, 0)).toBeNull();
  });
});

describe('the finding', () => {
  it('is the rate of a steady upload, whatever it is', () => {
    fc.assert(
      fc.property(kbps, (rate) => {
        const found = uploadFinding(
          upload(() => rate),
          plan,
        );
        expect(found.ok && found.sustainedKbps).toBeCloseTo(rate, 3);
      }),
    );
  });

  it('leaves the slow start out', () => {
    const found = uploadFinding(
      upload((ms) => (ms <= 2_500 ? 100 : 9_000)),
      plan,
    );
    expect(found).toMatchObject({ ok: true, steps: 20 });
    expect(found.ok && found.sustainedKbps).toBeCloseTo(9_000, 3);
  });

  it('is what is held, not the mean: a line that sinks again and again', () => {
    const found = uploadFinding(
      upload((ms) => (ms % 2_000 <= 500 && ms % 2_000 > 0 ? 2_000 : 12_000)),
      plan,
    );
    expect(found.ok && found.sustainedKbps).toBeLessThan(2_100);
  });

  it('is none where it was too short, or nothing arrived', () => {
    expect(
      uploadFinding(
        upload(() => 9_000, 7_400),
        plan,
      ),
    ).toEqual({ ok: false, problem: 'too-short' });
    expect(uploadFinding([], plan)).toEqual({ ok: false, problem: 'too-short' });
    expect(
      uploadFinding(
        upload(() => 0),
        plan,
      ),
    ).toEqual({ ok: false, problem: 'host-failed' });
  });

  it('as headroom over a bitrate', () => {
    expect(headroom(8_580, 6_000)).toEqual({ factor: 1.43, usableKbps: 6_006 });
  });
});

describe('latency under load', () => {
  it('is how much the median grows', () => {
    expect(latencyRise([10, 11, 9, 10, 300], [60, 61, 59, 60, 62])).toBe(50);
    expect(latencyRise([10, 10, 10, 10, 10], [8, 8, 8, 8, 8])).toBe(0);
  });

  it('is nothing with too few answers', () => {
    expect(latencyRise([10, 10, 10, 10], [60, 60, 60, 60, 60])).toBeNull();
    expect(latencyRise([10, 10, 10, 10, 10], [])).toBeNull();
  });
});
