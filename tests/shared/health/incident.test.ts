import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  type IncidentPolicy,
  type Observation,
  QUIET,
  type Step,
  type Track,
} from '../../../src/shared/health/incident.js';
import type { Level } from '../../../src/shared/health/judgement.js';

const POLICY: IncidentPolicy = { hold: { 1: 120_000, 2: 30_000 }, clearMs: 60_000 };

/** 70/85 °C with a margin of 2, as the profile has it. */
const seen = (at: number, value: number, fresh = false): Observation => {
  const level = (v: number): Level => (v >= 85 ? 2 : v > 70 ? 1 : 0);
  return { at: at * 1000, value, level: level(value), heldLevel: level(value + 2), above: true, fresh };
};

/** Plays [seconds, value] pairs; returns the transitions with their second. */
function play(points: readonly (readonly [number, number, boolean?])[], policy = POLICY) {
  let track: Track = QUIET;
  const log: [number, string][] = [];
  for (const [at, value, fresh] of points) {
    const step: Step = advance(track, seen(at, value, fresh), policy);
    track = step.track;
    if (step.transition) log.push([at, step.transition]);
  }
  return { track, log };
}
const steady = (from: number, to: number, value: number, step = 2): [number, number][] =>
  Array.from({ length: (to - from) / step + 1 }, (_, i) => [from + i * step, value]);

describe('advance', () => {
  it('opens a warning after its hold and not before', () => {
    expect(play(steady(0, 118, 75)).log).toEqual([]);
    const { log, track } = play(steady(0, 120, 75));
    expect(log).toEqual([[120, 'opened']]);
    expect(track.incident).toMatchObject({ level: 1, since: 0, openedAt: 120_000, peak: 75 });
  });

  it('opens a fault after the shorter hold', () => {
    expect(play(steady(0, 40, 91)).log).toEqual([[30, 'opened']]);
  });

  it('ignores a spike of three seconds', () => {
    expect(play([[0, 60], [1, 95], [2, 95], [3, 95], ...steady(4, 200, 60)]).log).toEqual([]);
  });

  it('a dip inside the margin lets the hold run on, a dip past it starts over', () => {
    expect(play([...steady(0, 58, 75), [60, 69], ...steady(62, 120, 75)]).log).toEqual([[120, 'opened']]);
    expect(play([...steady(0, 58, 75), [60, 67], ...steady(62, 180, 75)]).log).toEqual([]);
  });

  it('a gap starts the hold over', () => {
    expect(play([...steady(0, 100, 75), [20_000, 75, true], ...steady(20_002, 20_118, 75)]).log).toEqual([]);
  });

  it('rises from warning to fault once', () => {
    const { log, track } = play([...steady(0, 130, 75), ...steady(132, 170, 90)]);
    expect(log).toEqual([
      [120, 'opened'],
      [162, 'raised'],
    ]);
    expect(track.incident).toMatchObject({ level: 2, worst: 2, since: 0, peak: 90 });
  });

  it('falls back to warning after the clear time and does not rise again with a second notice', () => {
    const { log } = play([...steady(0, 40, 90), ...steady(42, 104, 80), ...steady(106, 150, 90)]);
    expect(log).toEqual([
      [30, 'opened'],
      [102, 'lowered'],
    ]);
  });

  it('closes only past the margin and after the clear time', () => {
    expect(play([...steady(0, 130, 75), ...steady(132, 400, 69)]).log).toEqual([[120, 'opened']]);
    expect(play([...steady(0, 130, 75), ...steady(132, 192, 68)]).log).toEqual([
      [120, 'opened'],
      [192, 'closed'],
    ]);
  });

  it('keeps the worst value of the hold as peak', () => {
    const { track } = play([[0, 88], [2, 97], ...steady(4, 30, 90)]);
    expect(track.incident?.peak).toBe(97);
  });

  it('a rule without warning limits never opens as a warning', () => {
    const faultOnly = { hold: { 1: Infinity, 2: 300_000 }, clearMs: 60_000 };
    expect(play(steady(0, 298, 90), faultOnly).log).toEqual([]);
    expect(play(steady(0, 300, 90), faultOnly).track.incident?.level).toBe(2);
  });

  it('doubles its delays from the third return within half an hour', () => {
    const cycle = (from: number): [number, number][] => [
      ...steady(from, from + 130, 75),
      ...steady(from + 132, from + 200, 60),
    ];
    const { log } = play([...cycle(0), ...cycle(202), ...cycle(404)]);
    expect(log.filter(([, what]) => what === 'opened').map(([at]) => at)).toEqual([120, 322]);
  });
});

describe('properties', () => {
  const trace = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 20 }), fc.double({ min: 40, max: 110, noNaN: true })),
    {
      maxLength: 300,
    },
  );

  it('never opens before the hold, never closes before the clear time, and alternates', () => {
    fc.assert(
      fc.property(trace, (steps) => {
        let at = 0;
        let track: Track = QUIET;
        let open = false;
        let lastBad = -Infinity;
        for (const [pause, value] of steps) {
          at += pause;
          const step = advance(track, seen(at, value), POLICY);
          if (step.transition === 'opened') {
            expect(open).toBe(false);
            const { since, openedAt, level } = step.track.incident ?? { since: 0, openedAt: 0, level: 1 };
            expect(openedAt).toBe(at * 1000);
            expect(openedAt - since).toBeGreaterThanOrEqual(POLICY.hold[2]);
            if (level === 1) expect(openedAt - since).toBeGreaterThanOrEqual(POLICY.hold[1]);
            open = true;
          }
          if (step.transition === 'closed') {
            expect(open).toBe(true);
            expect(at - lastBad).toBeGreaterThanOrEqual(POLICY.clearMs / 1000);
            open = false;
          }
          expect(step.track.incident !== null).toBe(open);
          if (value > 68) lastBad = at;
          track = step.track;
        }
      }),
    );
  });

  it('is pure: the same track and observation give the same step, and the track is not touched', () => {
    fc.assert(
      fc.property(trace, (steps) => {
        let at = 0;
        let track: Track = QUIET;
        for (const [pause, value] of steps) {
          at += pause;
          const before = structuredClone(track);
          const first = advance(track, seen(at, value), POLICY);
          expect(advance(track, seen(at, value), POLICY)).toEqual(first);
          expect(track).toEqual(before);
          track = first.track;
        }
      }),
    );
  });
});
