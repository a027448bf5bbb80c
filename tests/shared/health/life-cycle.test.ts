import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyAction,
  handlingOf,
  type IncidentAction,
  isUnseen,
} from '../../../src/shared/health/life-cycle.js';
import type { IncidentState, StationEvent } from '../../../src/shared/health/state.js';
import type { Station } from '../../../src/shared/health/station.js';
import { openIncident } from '../../support/incident.js';
import { reading, shippedIndex, station } from '../../support/profile.js';
import { ESCALATE_MS, REOPEN_MS, ReferenceModel } from './life-cycle-model.js';

const TICK_MS = 2_000;
const INDEX = shippedIndex();

/** The engine with the clock, the memory and the ears of a program around it. */
class Real {
  at = Date.UTC(2026, 0, 5, 8);
  popups = 0;
  escalations = 0;
  readonly incidents = new Map<string, IncidentState>();
  mutedUntil = 0;
  private station: Station = this.start();

  tick(down: boolean | null): void {
    this.at += TICK_MS;
    this.station.ingest(reading('network.link', down === null ? null : down ? 0 : 1, this.at));
    this.hear(this.station.commit(this.at));
  }

  act(action: IncidentAction): void {
    const last = [...this.incidents.keys()].at(-1);
    if (last !== undefined) this.hear(this.station.handle(last, action, this.at));
  }

  mute(ms: number): void {
    this.mutedUntil = this.at + ms;
    this.station.configure({ lifeCycle: this.lifeCycle() });
  }

  restart(): void {
    this.remember();
    this.station = this.start();
    this.station.adopt([...this.incidents.values()]);
  }

  /** What a program would have on disk. */
  remember(): void {
    for (const open of this.station.openIncidents) this.incidents.set(open.id, open);
  }

  private start(): Station {
    return station({ index: INDEX, lifeCycle: this.lifeCycle() });
  }

  private lifeCycle() {
    return { reopenMs: REOPEN_MS, escalateMs: ESCALATE_MS, muted: { 'R1.d': this.mutedUntil } };
  }

  private hear(events: readonly StationEvent[]): void {
    for (const event of events) {
      if (event.type === 'popup') this.popups += 1;
      if (event.type === 'escalated') this.escalations += 1;
      if ('incident' in event) this.incidents.set(event.incident.id, event.incident);
    }
  }
}

type Both = fc.Command<ReferenceModel, Real>;

function compare(model: ReferenceModel, real: Real): void {
  real.remember();
  const found = [...real.incidents.values()].map((one) => ({
    openedAt: one.openedAt,
    closedAt: one.closedAt,
    handling: handlingOf(one),
    popupAt: one.popupAt,
  }));
  const expected = model.incidents.map(({ openedAt, closedAt, handling, popupAt }) => ({
    openedAt,
    closedAt,
    handling,
    popupAt,
  }));
  expect(found).toEqual(expected);
  expect([real.popups, real.escalations]).toEqual([model.popups, model.escalations]);
}

function command(
  name: string,
  model: (m: ReferenceModel, at: number) => void,
  real: (r: Real) => void,
): Both {
  return {
    check: () => true,
    run: (m, r) => {
      real(r);
      model(m, r.at);
      compare(m, r);
    },
    toString: () => name,
  };
}

/** So many ticks alike. */
function ticks(down: boolean | null, count: number): Both {
  return {
    check: () => true,
    run: (m, r) => {
      for (let i = 0; i < count; i += 1) {
        r.tick(down);
        m.tick(r.at, down);
        // One missing reading is a drop-out; more of them would teach the engine another rhythm.
        if (down === null) {
          r.tick(false);
          m.tick(r.at, false);
        }
      }
      compare(m, r);
    },
    toString: () => `${count} × ${down === null ? 'unreadable' : down ? 'down' : 'up'}`,
  };
}

const say = (action: IncidentAction, model: (m: ReferenceModel) => void): Both =>
  command(action.type, model, (real) => real.act(action));

const HOUR = 3_600_000;
const commands = [
  fc.integer({ min: 1, max: 40 }).map((count) => ticks(true, count)),
  fc.integer({ min: 1, max: 40 }).map((count) => ticks(false, count)),
  fc.constantFrom(300, 480).map((count) => ticks(false, count)),
  fc.constantFrom(300, 480).map((count) => ticks(true, count)),
  fc.constant(ticks(null, 1)),
  fc.constant(say({ type: 'acknowledge', by: 'Ann' }, (m) => m.acknowledge())),
  fc.constant(say({ type: 'resolve', by: 'Ann', cause: 'cable' }, (m) => m.settle('resolved'))),
  fc.constant(say({ type: 'false-alarm', by: 'Ann' }, (m) => m.settle('false-alarm'))),
  fc.constant(say({ type: 'take-back' }, (m) => m.takeBack())),
  fc.constant(
    command(
      'restart',
      (m) => m.restart(),
      (r) => r.restart(),
    ),
  ),
  fc.constantFrom(-HOUR, 8 * HOUR, 24 * HOUR).map((by) =>
    command(
      `clock ${by}`,
      (m) => m.interrupt(),
      (r) => {
        r.at += by;
      },
    ),
  ),
  fc.integer({ min: 1, max: 40 }).map((minutes) =>
    command(
      `mute ${minutes} min`,
      (m, at) => {
        m.mutedUntil = at + minutes * 60_000;
      },
      (r) => r.mute(minutes * 60_000),
    ),
  ),
];

describe('the life of incidents', () => {
  it('is that of the reference model, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 40, size: 'max' }), (steps) => {
        fc.modelRun(() => ({ model: new ReferenceModel(), real: new Real() }), steps);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

const action: fc.Arbitrary<IncidentAction> = fc.oneof(
  fc.constant({ type: 'acknowledge', by: 'Ann' } as const),
  fc.constant({ type: 'resolve', by: 'Bo', cause: 'dust', note: 'cleaned' } as const),
  fc.constant({ type: 'false-alarm', by: 'Bo' } as const),
  fc.constant({ type: 'take-back' } as const),
  fc.record({ type: fc.constant('tick' as const), step: fc.constantFrom('a', 'b'), done: fc.boolean() }),
);

describe('applyAction', () => {
  it('changes nothing that was measured, and says so when there is nothing to change', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
        let incident = openIncident();
        for (const [index, one] of actions.entries()) {
          const before = structuredClone(incident);
          const after = applyAction(incident, one, 5_000 + index);
          expect(incident).toEqual(before);
          if (!after) continue;
          expect(after).not.toEqual(before);
          expect(after).toMatchObject({
            id: before.id,
            since: before.since,
            level: before.level,
            peak: before.peak,
          });
          expect(after.closedAt).toBe(before.closedAt);
          incident = after;
        }
        // Taking everything back leads to an incident that nobody saw.
        for (let i = 0; i < 2; i += 1)
          incident = applyAction(incident, { type: 'take-back' }, 9_000) ?? incident;
        expect(isUnseen(incident)).toBe(true);
      }),
    );
  });

  it('keeps the steps in the order in which they were ticked, each once', () => {
    const tick = (incident: IncidentState, step: string, done = true) =>
      applyAction(incident, { type: 'tick', step, done, by: 'Ann' }, 7) ?? incident;
    const ticked = tick(tick(tick(openIncident(), 'b'), 'a'), 'b');
    expect(ticked.steps).toEqual([
      { step: 'b', at: 7, by: 'Ann' },
      { step: 'a', at: 7, by: 'Ann' },
    ]);
    expect(tick(ticked, 'b', false).steps?.map(({ step }) => step)).toEqual(['a']);
  });
});
