import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Beat } from '../../../../src/main/sampler/prober/beat.js';
import type { ProbeRun, SendProbe } from '../../../../src/main/sampler/prober/method.js';
import { pace } from '../../../../src/main/sampler/prober/pace.js';
import type { Outcome } from '../../../../src/main/sampler/prober/window.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A run with everything that it did. */
function setUp(options: Partial<ProbeRun>) {
  const outcomes: Outcome[] = [];
  const sent: { tell: (outcome: Outcome) => void; given: boolean }[] = [];
  const send: SendProbe = (tell) => {
    const probe = { tell, given: false };
    sent.push(probe);
    return () => {
      probe.given = true;
    };
  };
  const stop = new AbortController();
  const done = pace(send, {
    count: Number.POSITIVE_INFINITY,
    intervalMs: 100,
    signal: stop.signal,
    onOutcome: (outcome) => outcomes.push(outcome),
    ...options,
  });
  return { outcomes, sent, stop, done };
}

it('sends at its interval, and gives up what stays silent for a second', async () => {
  const { outcomes, sent, done } = setUp({ count: 3 });
  await vi.advanceTimersByTimeAsync(250);
  expect(sent).toHaveLength(3);
  sent[1]?.tell(7);
  await vi.advanceTimersByTimeAsync(1_000);
  await done;
  expect(outcomes).toEqual([7, null, null]);
  expect(sent.map(({ given }) => given)).toEqual([true, false, true]);
});

it('at the beats of another it sends as many as are due, and gives up late ones there', () => {
  const beat = new Beat();
  const { outcomes, sent, stop } = setUp({ beat });
  expect(sent).toHaveLength(1);
  beat.give(2);
  expect(sent).toHaveLength(3);
  sent[0]?.tell(4);
  vi.advanceTimersByTime(2_000);
  expect(outcomes).toEqual([4]);
  beat.give(2);
  expect(outcomes).toEqual([4, null, null]);
  expect(sent).toHaveLength(5);
  sent[3]?.tell(3_000);
  expect(outcomes).toEqual([4, null, null, null]);
  stop.abort();
  beat.give(2);
  expect(sent).toHaveLength(5);
  expect(sent[4]?.given).toBe(true);
});

it('counts a probe once, whatever is told of it afterwards', () => {
  const { outcomes, sent, stop } = setUp({});
  sent[0]?.tell(1);
  sent[0]?.tell(null);
  vi.advanceTimersByTime(5_000);
  expect(outcomes[0]).toBe(1);
  expect(outcomes.filter((one) => one !== null)).toHaveLength(1);
  stop.abort();
  const count = outcomes.length;
  sent.at(-1)?.tell(2);
  expect(outcomes).toHaveLength(count);
});
