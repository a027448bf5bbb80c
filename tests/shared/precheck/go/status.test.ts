import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRIC_IDS } from '../../../../src/shared/metrics/dictionary.js';
import { type GoEvent, itemsOf } from '../../../../src/shared/precheck/go/events.js';
import { DEFAULT_VALID_MS, type GoBasis, goStatus } from '../../../../src/shared/precheck/go/status.js';
import { ITEM_IDS } from '../../../../src/shared/precheck/items.js';
import { NOW, shippedSection } from '../evidence.js';

const HOUR = 3_600_000;
const go: GoBasis = { result: 'go', finishedAt: NOW, section: shippedSection() };
const at = (hours: number) => NOW + hours * HOUR;
const state = (events: readonly GoEvent[], now: number, basis: GoBasis = go) =>
  goStatus(basis, events, now).state;

describe('a GO', () => {
  it('is given by go and conditional alone', () => {
    for (const result of ['no-go', 'incomplete'] as const)
      expect(goStatus({ ...go, result }, [], NOW)).toMatchObject({ state: 'none', until: null });
    expect(goStatus(null, [], NOW).state).toBe('none');
    expect(goStatus({ ...go, result: 'conditional' }, [], NOW)).toMatchObject({
      state: 'valid',
      conditional: true,
    });
  });

  it('is good for four hours, or for what IT set', () => {
    expect(shippedSection().validMs).toBe(DEFAULT_VALID_MS);
    expect(state([], at(4) - 1)).toBe('valid');
    expect(state([], at(4))).toBe('expired');
    const hour = { ...go, section: { ...shippedSection(), validMs: HOUR } };
    expect(state([], at(1), hour)).toBe('expired');
    expect(state([], at(4), { ...go, section: null })).toBe('expired');
  });

  it('does not run out while on air, but as soon as that ends', () => {
    const events: GoEvent[] = [{ type: 'on-air', at: at(3) }];
    expect(state(events, at(9))).toBe('valid');
    events.push({ type: 'off-air', at: at(9) });
    expect(state(events, at(9))).toBe('expired');
    expect(
      state(
        [
          { type: 'on-air', at: at(1) },
          { type: 'off-air', at: at(2) },
        ],
        at(3),
      ),
    ).toBe('valid');
    // It was over before.
    expect(state([{ type: 'on-air', at: at(5) }], at(6))).toBe('expired');
    // On air since before the check.
    expect(state([{ type: 'on-air', at: at(-1) }], at(6))).toBe('valid');
  });
});

describe('an item', () => {
  it.each([
    [{ type: 'incident', metric: 'network.loss' }, ['P2.b.loss']],
    [{ type: 'incident', metric: 'camera.error' }, ['P2.c.camera']],
    [{ type: 'device-changed', device: 'camera' }, ['P2.c.camera']],
    [{ type: 'device-changed', device: 'microphone' }, ['P2.c.microphone']],
    [{ type: 'device-changed', device: 'headphones' }, ['P2.c.headphones']],
    [{ type: 'device-changed', device: 'other' }, ['P2.a']],
    [{ type: 'muted' }, ['P2.c.microphone']],
    [{ type: 'ac-lost' }, ['P2.a']],
    [{ type: 'network-changed' }, ['P2.b.link', 'P2.b.loss', 'P2.b.latency', 'P2.b.signal', 'P2.b.upload']],
    [{ type: 'rechecked', item: 'P2.d', ok: false }, ['P2.d']],
  ])('%o puts %j in doubt, at once and on air as well', (event, items) => {
    const happened = { ...event, at: at(1) } as GoEvent;
    const status = goStatus(go, [{ type: 'on-air', at: at(0.5) }, happened], at(1));
    expect(status.state).toBe('check-again');
    expect(status.items.map(({ item }) => item)).toEqual(items);
    expect(state([happened], at(1) - 1)).toBe('valid');
    const restored = items.map((item) => ({ type: 'rechecked', at: at(2), item, ok: true }) as GoEvent);
    expect(state([happened, ...restored], at(2))).toBe('valid');
  });

  it('in doubt is restored by itself alone', () => {
    const events: GoEvent[] = [
      { type: 'muted', at: at(1) },
      { type: 'ac-lost', at: at(1) },
      { type: 'rechecked', at: at(2), item: 'P2.a', ok: true },
    ];
    expect(goStatus(go, events, at(2)).items).toEqual([
      { item: 'P2.c.microphone', cause: 'muted', since: at(1) },
    ]);
    events.push({ type: 'rechecked', at: at(2), item: 'P2.c.microphone', ok: false });
    expect(state(events, at(2))).toBe('check-again');
    events.push({ type: 'rechecked', at: at(3), item: 'P2.c.microphone', ok: true });
    expect(state(events, at(3))).toBe('valid');
    // Time goes on all the same.
    expect(state(events, at(4))).toBe('expired');
  });

  it('is not put in doubt by what was before the check, nor by what no item is about', () => {
    expect(state([{ type: 'muted', at: NOW - 1 }], NOW)).toBe('valid');
    expect(state([{ type: 'incident', metric: 'cpu.temperature', at: at(1) }], at(1))).toBe('valid');
  });

  it('of every metric is one of the list', () => {
    for (const metric of METRIC_IDS)
      for (const item of itemsOf({ type: 'incident', metric, at: 0 })) expect(ITEM_IDS).toContain(item);
  });
});

describe('whatever happens', () => {
  const time = fc.integer({ min: NOW, max: at(10) });
  const event: fc.Arbitrary<GoEvent> = fc.oneof(
    fc.record({
      type: fc.constantFrom('on-air' as const, 'off-air' as const, 'muted' as const, 'ac-lost' as const),
      at: time,
    }),
    fc.record({ type: fc.constant('network-changed' as const), at: time }),
    fc.record({
      type: fc.constant('rechecked' as const),
      at: time,
      item: fc.constantFrom(...ITEM_IDS),
      ok: fc.boolean(),
    }),
  );
  const history = fc.array(event, { maxLength: 12 }).map((list) => list.toSorted((a, b) => a.at - b.at));

  it('what is expired stays so, and no item is in doubt twice', () => {
    fc.assert(
      fc.property(history, time, time, (events, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        if (state(events, first) === 'expired') expect(state(events, second)).toBe('expired');
        const items = goStatus(go, events, second).items.map(({ item }) => item);
        expect(new Set(items).size).toBe(items.length);
      }),
    );
  });

  it('doing everything in doubt again restores it, within its time', () => {
    fc.assert(
      fc.property(history, (events) => {
        const now = at(3);
        const until = events.filter((one) => one.at < now);
        const again = goStatus(go, until, now).items.map(
          ({ item }): GoEvent => ({ type: 'rechecked', at: now, item, ok: true }),
        );
        expect(state([...until, ...again], now)).toBe('valid');
      }),
    );
  });
});
