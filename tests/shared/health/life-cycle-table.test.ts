import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BaselineLookup } from '../../../src/shared/baseline/lookup.js';
import { handlingOf, type IncidentAction } from '../../../src/shared/health/life-cycle.js';
import type { IncidentState, StationEvent } from '../../../src/shared/health/state.js';
import type { Station } from '../../../src/shared/health/station.js';
import type { MetricId } from '../../../src/shared/metrics/dictionary.js';
import { reading, station } from '../../support/profile.js';

const TICK_MS = 2_000;
const UNITS: Record<string, number> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const METRIC: Record<string, MetricId> = {
  cpu: 'cpu.temperature',
  memory: 'memory.usage',
  link: 'network.link',
  loss: 'network.loss',
  latency: 'network.latency',
  crash: 'system.crash',
  camera: 'camera.present',
  microphone: 'microphone.present',
};
const ACTIONS: Record<string, IncidentAction> = {
  acknowledge: { type: 'acknowledge', by: 'Ann' },
  resolve: { type: 'resolve', by: 'Ann', cause: 'dust' },
  'false alarm': { type: 'false-alarm', by: 'Ann' },
  'take back': { type: 'take-back' },
};
const BASELINE = new BaselineLookup({
  schema: 1,
  at: 0,
  by: 'IT',
  devices: [
    { metric: 'camera.present', instance: 'usb:1', name: 'Webcam' },
    { metric: 'microphone.present', instance: 'usb:1', name: 'Webcam' },
  ],
  values: [],
});

const ms = (text: string): number => Number.parseFloat(text) * (UNITS[text.slice(-1)] ?? Number.NaN);

/** A program that lives, dies and is started again, with a memory for its incidents. */
class Life {
  readonly incidents = new Map<string, IncidentState>();
  popups = 0;
  escalations = 0;
  private muted: Record<string, number> = {};
  private at = Date.UTC(2026, 0, 5, 8);
  private station: Station = this.start();

  step(text: string): void {
    const [word = '', first = '', second = ''] = text.split(' ');
    const action = ACTIONS[text];
    if (action) this.act(action);
    else if (text === 'restart') this.restart();
    else if (word === 'sleep' || word === 'clock') this.at += ms(first);
    else if (word === 'mute') {
      this.muted = { [first]: this.at + ms(second) };
      this.station.configure({ lifeCycle: this.lifeCycle() });
    } else this.play(text);
  }

  get last(): IncidentState | undefined {
    return [...this.incidents.values()].at(-1);
  }

  private lifeCycle() {
    return { reopenMs: 600_000, escalateMs: 900_000, muted: this.muted };
  }

  private start(): Station {
    return station({ lifeCycle: this.lifeCycle(), baseline: BASELINE });
  }

  private restart(): void {
    for (const open of this.station.openIncidents) this.incidents.set(open.id, open);
    this.station = this.start();
    this.station.adopt([...this.incidents.values()]);
  }

  private act(action: IncidentAction): void {
    if (!this.last) throw new Error('nothing to act on');
    this.hear(this.station.handle(this.last.id, action, this.at));
  }

  private play(text: string): void {
    const words = text.split(' ');
    const end = this.at + ms(words.pop() ?? '');
    const series = words.join(' ').split(' + ');
    for (let tick = 0; this.at < end; tick += 1, this.at += TICK_MS) {
      for (const one of series) {
        const [name = '', value = ''] = one.split(' ');
        const metric = METRIC[name];
        if (!metric) throw new Error(`no such metric: ${name}`);
        const [high = '', low = high] = value.split('~');
        const now = Math.floor((tick * TICK_MS) / 10_000) % 2 ? low : high;
        this.station.ingest(
          reading(metric, now === 'none' ? null : now === 'gone' ? 0 : Number(now), this.at),
        );
      }
      this.hear(this.station.commit(this.at));
    }
  }

  private hear(events: readonly StationEvent[]): void {
    for (const event of events) {
      if (event.type === 'popup') this.popups += 1;
      if (event.type === 'escalated') this.escalations += 1;
      if ('incident' in event) this.incidents.set(event.incident.id, event.incident);
    }
  }
}

const page = readFileSync(new URL('../../../docs/incidents.md', import.meta.url), 'utf8');
const rows = page
  .slice(page.indexOf('| what happens | steps |'))
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

describe('the table of docs/incidents.md', () => {
  it('has rows with six columns', () => {
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) expect(row).toHaveLength(6);
  });

  it.each(rows)('%s: %s', (_what, steps = '', incidents, popups, again, end) => {
    const life = new Life();
    for (const step of steps.replaceAll('`', '').split('; ')) life.step(step);
    const { last } = life;
    const found = [
      String(life.incidents.size),
      String(life.popups),
      String(life.escalations),
      last ? `${last.closedAt === null ? 'goes on' : 'over'}, ${handlingOf(last)}` : '',
    ];
    expect(found).toEqual([incidents, popups, again, end]);
  });
});
