import type { MetricId } from '../metrics/dictionary.js';
import type { Part } from '../sop/schema.js';

/*
 * What a baseline is about. Apart from the schema, so that a page can compare without carrying a parser.
 */

/** Metrics whose series are devices: a series with a value is a device that is there. */
export const DEVICE_METRICS = [
  'camera.present',
  'microphone.present',
  'disk.busy',
  'network.link',
  'power.battery',
  'phone.present',
] as const satisfies readonly MetricId[];

/** Metrics of {@link DEVICE_METRICS}. */
export type DeviceMetric = (typeof DEVICE_METRICS)[number];

/** Metrics whose usual value is kept. */
export const VALUE_METRICS = [
  'fan.speed',
  'disk.latency',
  'network.linkSpeed',
  'network.latency',
  'power.voltage',
] as const satisfies readonly MetricId[];

/** Metrics of {@link VALUE_METRICS}. */
export type ValueMetric = (typeof VALUE_METRICS)[number];

/** The card that shows a device or a value. */
export const PART_OF: Readonly<Record<DeviceMetric | ValueMetric, Part>> = {
  'camera.present': 'camera',
  'microphone.present': 'microphone',
  'disk.busy': 'disk',
  'network.link': 'network',
  'power.battery': 'power',
  'phone.present': 'system',
  'fan.speed': 'computer',
  'disk.latency': 'disk',
  'network.linkSpeed': 'network',
  'network.latency': 'network',
  'power.voltage': 'power',
};

/** Whether the series without instance says "any device at all": then its devices are the series with one. */
export function isAnyDevice(metric: MetricId): boolean {
  return metric === 'camera.present' || metric === 'microphone.present' || metric === 'phone.present';
}

/** Whether series of this metric are devices. */
export function isDeviceMetric(metric: MetricId): metric is DeviceMetric {
  return (DEVICE_METRICS as readonly MetricId[]).includes(metric);
}

/** Whether the usual value of this metric is kept. */
export function isValueMetric(metric: MetricId): metric is ValueMetric {
  return (VALUE_METRICS as readonly MetricId[]).includes(metric);
}
