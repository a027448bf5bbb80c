import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ProbeMethod, SendProbe } from '../../../../src/main/sampler/prober/method.js';
import { pace } from '../../../../src/main/sampler/prober/pace.js';
import { type ProbePace, Prober } from '../../../../src/main/sampler/prober/prober.js';
import { createUdpMethod } from '../../../../src/main/sampler/prober/udp.js';
import type { Outcome } from '../../../../src/main/sampler/prober/window.js';
import { type EchoRule, echo, startEcho } from './echo-server.js';

const QUICK: ProbePace = { intervalMs: 5, tryCount: 3, tryIntervalMs: 5, burstIntervalMs: 3, settleMs: 0 };
const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const each of cleanUp.splice(0)) each();
});

function prober(methods: readonly ProbeMethod[], answeredBefore = false, pace = QUICK): Prober {
  const made = new Prober({ findMethods: async () => methods, answeredBefore, pace });
  cleanUp.push(() => made.stop());
  return made;
}

async function udp(rule: EchoRule): Promise<ProbeMethod> {
  const server = await startEcho(rule);
  cleanUp.push(server.close);
  return createUdpMethod('127.0.0.1', server.port);
}

/** Sends probes whose outcome is what `find` gives. */
const telling =
  (find: () => Outcome): SendProbe =>
  (tell) => {
    queueMicrotask(() => tell(find()));
    return () => undefined;
  };

const silent: ProbeMethod = {
  name: 'silent',
  run: (run) =>
    pace(
      telling(() => null),
      run,
    ),
};
const steady: ProbeMethod = {
  name: 'steady',
  run: (run) =>
    pace(
      telling(() => 3),
      run,
    ),
};
const broken: ProbeMethod = { name: 'broken', run: async () => undefined };

const until = async (holds: () => boolean): Promise<void> => {
  const end = Date.now() + 3_000;
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(holds()).toBe(true);
};

describe('burst', () => {
  it('sends 100 probes and counts 0 %, 30 % and 100 % loss exactly', async () => {
    const faithful = prober([await udp(echo)]);
    await faithful.burst();
    expect(faithful.summary()).toMatchObject({ sent: 100, lost: 0, loss: 0 });

    // The first three packets are the trial; after it, three of ten are dropped.
    const lossy = prober([
      await udp((packet, index) => (index >= 3 && (index - 3) % 10 < 3 ? [] : [{ packet, afterMs: 0 }])),
    ]);
    await lossy.burst();
    expect(lossy.summary()).toMatchObject({ sent: 100, lost: 30, loss: 30 });

    const dying = prober([await udp((packet, index) => (index < 3 ? [{ packet, afterMs: 0 }] : []))]);
    await dying.burst();
    expect(dying.summary()).toMatchObject({ sent: 100, lost: 100, loss: 100, latency: null });
    expect(dying.answered).toBe(true);
  }, 20_000);

  it('adds up over several bursts', async () => {
    const one = prober([steady]);
    await one.burst();
    await one.burst();
    expect(one.summary()).toMatchObject({ sent: 200, lost: 0, latency: 3, jitter: 0 });
  }, 10_000);

  it('a way that breaks down once the target has answered is loss', async () => {
    let runs = 0;
    const breaking: ProbeMethod = {
      name: 'breaking',
      run: async ({ onOutcome }) => {
        runs += 1;
        if (runs === 1) for (let one = 0; one < QUICK.tryCount; one += 1) onOutcome(2);
        else onOutcome(2);
      },
    };
    const one = prober([breaking]);
    await one.burst();
    expect(one.summary()).toMatchObject({ sent: 100, lost: 99 });
  });

  it('a target that never answered has no loss', async () => {
    const never = prober([silent]);
    await never.burst();
    expect(never).toMatchObject({ answered: false, triedAll: true, methodName: null });
    expect(never.summary().sent).toBe(0);
  });
});

describe('watch', () => {
  it('keeps the best method that is answered', async () => {
    const one = prober([broken, silent, steady]);
    void one.watch();
    await until(() => one.summary().sent >= 10);
    expect(one.methodName).toBe('steady');
    expect(one.summary()).toMatchObject({ lost: 0 });
  });

  it('tries the other methods when the one in use falls silent', async () => {
    let dead = false;
    const dying: ProbeMethod = {
      name: 'dying',
      run: (run) =>
        pace(
          telling(() => (dead ? null : 1)),
          run,
        ),
    };
    const one = prober([dying, steady]);
    void one.watch();
    await until(() => one.methodName === 'dying');
    dead = true;
    await until(() => one.methodName === 'steady');
    expect(one.summary().lost).toBeGreaterThanOrEqual(30);
  });

  it('is loss when a target that used to answer stops', async () => {
    let dead = false;
    const dying: ProbeMethod = {
      name: 'dying',
      run: (run) =>
        pace(
          telling(() => (dead ? null : 1)),
          run,
        ),
    };
    const one = prober([dying]);
    void one.watch();
    await until(() => one.answered);
    dead = true;
    await until(() => one.summary().lost >= 40);
    expect(one.methodName).toBe('dying');
  });

  it('is loss from the start for a target known to answer, even if nothing can be sent', async () => {
    const one = prober([broken], true);
    void one.watch();
    await until(() => one.summary().lost >= 10);
  });

  it('lets the network come up after a sleep, but not for ever', async () => {
    let dead = false;
    const method: ProbeMethod = {
      name: 'm',
      run: (run) =>
        pace(
          telling(() => (dead ? null : 1)),
          run,
        ),
    };
    const one = prober([method], false, { ...QUICK, settleMs: 150 });
    void one.watch();
    await until(() => one.summary().sent > 3);
    dead = true;
    await until(() => one.summary().lost > 0);
    one.reset();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(one.summary().sent).toBe(0);
    await until(() => one.summary().lost > 3);
    dead = false;
    one.reset();
    await until(() => one.summary().sent > 3);
    dead = true;
    await until(() => one.summary().lost > 3);
  });

  it('counts nothing for a stranger, and nothing after it was stopped', async () => {
    const stranger = prober([broken]);
    void stranger.watch();
    await until(() => stranger.triedAll);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stranger.summary().sent).toBe(0);

    const one = prober([steady]);
    const watching = one.watch();
    await until(() => one.summary().sent > 3);
    one.stop();
    await watching;
    const { sent } = one.summary();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(one.summary().sent).toBe(sent);
  });
});

describe('a stranger', () => {
  /** Counts asked and when, ms since the start, over a time of silence. */
  async function tries(isOptional: boolean, forMs: number): Promise<{ at: number; count: number }[]> {
    vi.useFakeTimers();
    const start = performance.now();
    const asked: { at: number; count: number }[] = [];
    const method: ProbeMethod = {
      name: 'stranger',
      run: async ({ count, onOutcome }) => {
        asked.push({ at: Math.round((performance.now() - start) / 1_000), count });
        onOutcome(null);
      },
    };
    const made = new Prober({
      findMethods: async () => [method],
      answeredBefore: false,
      pace: QUICK,
      isOptional,
    });
    void made.watch();
    await vi.advanceTimersByTimeAsync(forMs);
    made.stop();
    vi.useRealTimers();
    return asked;
  }

  it('is tried with few probes after the first time, more and more rarely', async () => {
    expect(await tries(false, 400_000)).toEqual([
      { at: 0, count: 3 },
      ...[15, 45, 105, 225, 345].map((at) => ({ at, count: 2 })),
    ]);
  });

  it('is tried still more rarely where nobody waits for it', async () => {
    const times = (await tries(true, 3_000_000)).map(({ at }) => at);
    expect(times.slice(-2).reduce((earlier, later) => later - earlier)).toBe(600);
  });
});
