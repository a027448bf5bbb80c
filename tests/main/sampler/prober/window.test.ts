import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ProbeWindow } from '../../../../src/main/sampler/prober/window.js';

it('tells loss, mean latency and mean difference of consecutive answers', () => {
  const window = new ProbeWindow();
  for (const [at, outcome] of [10, null, 14, 11].entries()) window.add(at * 1_000, outcome);
  expect(window.summary(4_000)).toEqual({ sent: 4, lost: 1, loss: 25, latency: 35 / 3, jitter: 3.5 });
});

it('forgets what is older than a minute', () => {
  const window = new ProbeWindow();
  window.add(0, null);
  window.add(1_000, 5);
  expect(window.summary(60_000)).toMatchObject({ sent: 2, lost: 1 });
  expect(window.summary(60_001)).toMatchObject({ sent: 1, lost: 0 });
  expect(window.summary(200_000)).toEqual({ sent: 0, lost: 0, loss: 0, latency: null, jitter: null });
});

it('has no latency where nothing was answered, and no jitter below two answers', () => {
  const window = new ProbeWindow();
  window.add(0, null);
  expect(window.summary(0)).toMatchObject({ loss: 100, latency: null, jitter: null });
  window.add(1, 5);
  expect(window.summary(1)).toMatchObject({ latency: 5, jitter: null });
});

it('loss stays between 0 and 100 and counts exactly', () => {
  const outcome = fc.option(fc.double({ min: 0, max: 1_000, noNaN: true }));
  fc.assert(
    fc.property(fc.array(outcome, { minLength: 1, maxLength: 60 }), (outcomes) => {
      const window = new ProbeWindow();
      for (const [at, each] of outcomes.entries()) window.add(at, each);
      const { sent, lost, loss } = window.summary(outcomes.length);
      expect(sent).toBe(outcomes.length);
      expect(lost).toBe(outcomes.filter((each) => each === null).length);
      expect(loss).toBe((100 * lost) / sent);
    }),
  );
});
