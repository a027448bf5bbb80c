import type { MetricState } from '../../../src/shared/health/state.js';
import { METRICS, type MetricId } from '../../../src/shared/metrics/dictionary.js';

/** Time of the states made here, ms since 1970. */
export const NOW = Date.UTC(2026, 4, 4, 9);

/** A state with the metric's own unit; ok unless said otherwise. */
export const state = (
  metric: MetricId,
  value: number | null,
  more: Partial<MetricState> = {},
): MetricState => ({
  metric,
  value,
  unit: METRICS[metric].unit,
  judgement: value === null ? 'unknown' : 'ok',
  source: 'test',
  at: NOW,
  since: NOW,
  required: false,
  ...more,
});

/** A station with two cameras, a disk, a wired network, a battery and a fan. */
export const STATES: readonly MetricState[] = [
  state('camera.present', 1, { note: 'Logitech C920, Built-in' }),
  state('camera.present', 1, { instance: 'usb:c920', note: 'Logitech C920' }),
  state('camera.present', 1, { instance: 'usb:inner', note: 'Built-in' }),
  state('disk.busy', 3),
  state('disk.busy', 3, { instance: 'wwid-1', note: 'nvme0n1: Fast One' }),
  state('disk.latency', 1),
  state('network.link', 1, { source: 'net:eth0' }),
  state('network.linkSpeed', 1_000, { source: 'net:eth0/speed' }),
  state('network.latency', null, { instance: 'gateway', missing: 'failed' }),
  state('power.battery', 80, { source: 'power_supply:BAT0', note: 'Discharging' }),
  state('fan.speed', 1_200, { instance: 'CPU Fan' }),
  state('cpu.load', 10),
];
