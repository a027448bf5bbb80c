import { act } from '@testing-library/react';
import type { OnAirApi } from '../../src/preload/api.js';
import type { Bridge } from '../../src/renderer/src/bridge.js';
import { startTexts } from '../../src/renderer/src/i18n.js';
import { useMonitor } from '../../src/renderer/src/stores/monitor.js';
import { usePreferences } from '../../src/renderer/src/stores/settings.js';
import { useView } from '../../src/renderer/src/stores/view.js';
import type { IncidentState, MetricState, PartState } from '../../src/shared/health/state.js';
import type { Language } from '../../src/shared/i18n/index.js';
import type { MonitorSnapshot, MonitorUpdate } from '../../src/shared/ipc/contract.js';
import { failure, type Result, success } from '../../src/shared/ipc/result.js';
import { METRICS, type MetricId } from '../../src/shared/metrics/dictionary.js';
import { DEFAULT_SETTINGS, type Settings } from '../../src/shared/settings/schema.js';

/** Station time of the snapshots made here. */
export const NOW = new Date(2026, 10, 22, 14, 30, 0).getTime();

/** A judged series; ok unless said otherwise. */
export function metric(id: MetricId, value: number | null, more: Partial<MetricState> = {}): MetricState {
  return {
    metric: id,
    value,
    unit: METRICS[id].unit,
    judgement: value === null ? 'unknown' : 'ok',
    source: 'test',
    at: NOW,
    since: NOW - 60_000,
    required: false,
    ...more,
  };
}

/** A card's state around its metrics. */
export function part(more: Partial<PartState> & Pick<PartState, 'metrics'>): PartState {
  return { part: 'computer', clause: 'R1.a', judgement: 'ok', since: NOW - 252_000, ...more };
}

/** An open incident; a hot processor unless said otherwise. */
export function incident(more: Partial<IncidentState> = {}): IncidentState {
  return {
    id: 'i1',
    clause: 'R1.a',
    part: 'computer',
    metric: 'cpu.temperature',
    level: 'fault',
    severity: 'fault',
    since: NOW - 252_000,
    openedAt: NOW - 222_000,
    popupAt: NOW - 222_000,
    closedAt: null,
    samples: 60,
    peak: 94,
    unit: '°C',
    limit: { when: '>=', value: 85, of: 'value' },
    ...more,
  };
}

/** A running station with one card. */
export function snapshot(more: Partial<MonitorSnapshot> = {}): MonitorSnapshot {
  return {
    seq: 1,
    at: NOW,
    mode: { kind: 'live' },
    sampler: { state: 'running', restarts: 0 },
    verdict: {
      judgement: 'ok',
      since: NOW - 600_000,
      missing: [],
      advisories: 0,
      unreadable: 0,
      accepted: [],
    },
    parts: [part({ metrics: [metric('cpu.temperature', 62)] })],
    incidents: [],
    ended: [],
    situation: { onAir: false, mutedUntil: null, offer: null },
    notices: [],
    ...more,
  };
}

/** An update with this number that changes nothing else than what is given. */
export function update(seq: number, more: Partial<MonitorUpdate> = {}): MonitorUpdate {
  return { seq, at: NOW + seq * 2_000, parts: [], newer: [], ...more };
}

/** Puts a page into the state given, in a language, without main. */
export function givePage(language: Language, state: MonitorSnapshot | null): void {
  startTexts(language);
  act(() => {
    useView.setState({
      view: 'dashboard',
      opened: null,
      incident: null,
      playbook: null,
      rule: null,
      dismissed: [],
    });
    useMonitor.setState({ snapshot: state, failed: false });
    usePreferences.setState({ info: null, settings: settingsIn(language) });
  });
}

/** Settings of a user who is past the set-up and chose nothing but a language. */
export const settingsIn = (language: Settings['language']): Settings => ({
  ...DEFAULT_SETTINGS,
  setUp: true,
  language,
});

/** Calls that main just does. */
const DONE = new Set([
  'incident:handle',
  'clause:mute',
  'situation:set',
  'readings:refresh',
  'system:open',
  'playbook:copy',
]);

/** Main as a page sees it, with answers that a test decides. */
export class FakeMain {
  readonly asked: string[] = [];
  readonly sent: unknown[] = [];
  /** What changes are put into. */
  settings = settingsIn('system');
  private readonly listeners = new Map<string, Set<(payload: never) => void>>();
  private readonly answers: (MonitorSnapshot | null | Promise<MonitorSnapshot>)[] = [];

  /** The answers to the next requests for a snapshot; null fails. */
  willShow(...answers: (MonitorSnapshot | null | Promise<MonitorSnapshot>)[]): this {
    this.answers.push(...answers);
    return this;
  }

  /** Sends a message to the page. */
  send(channel: string, payload: unknown): void {
    for (const listener of this.listeners.get(channel) ?? []) listener(payload as never);
  }

  /** What the preload would put into the page. */
  readonly bridge: Bridge = {
    invoke: (async (channel: string, args: unknown): Promise<Result<unknown>> => {
      this.asked.push(channel);
      this.sent.push(args);
      if (channel === 'settings:update') {
        this.settings = { ...this.settings, ...(args as object) };
        return success(this.settings);
      }
      if (channel === 'settings:get') return success(settingsIn('en'));
      if (DONE.has(channel)) return success(undefined);
      if (channel !== 'monitor:snapshot') return failure('INTERNAL', 'not in this test');
      const answer = await this.answers.shift();
      return answer ? success(answer) : failure('INTERNAL', 'no snapshot');
    }) as OnAirApi['invoke'],
    subscribe: (channel, listener) => {
      const set = this.listeners.get(channel) ?? new Set();
      this.listeners.set(channel, set.add(listener as never));
      return () => set.delete(listener as never);
    },
  };
}

/** Lets answered calls arrive. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
};
