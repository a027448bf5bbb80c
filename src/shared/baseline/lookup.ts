import type { MetricId } from '../metrics/dictionary.js';
import { seriesKey } from '../metrics/reading.js';
import type { Baseline, BaselineDevice, UsualValue } from './schema.js';
import { isAnyDevice } from './subjects.js';

/** Finds devices and usual values of a baseline by series; built once per baseline. Without one it is empty. */
export class BaselineLookup {
  /** Devices that belong to the station. */
  readonly devices: readonly BaselineDevice[];
  private readonly byKey: ReadonlyMap<string, BaselineDevice>;
  private readonly values: ReadonlyMap<string, UsualValue>;
  private readonly metrics: ReadonlySet<MetricId>;

  constructor(baseline: Baseline | null) {
    this.devices = baseline?.devices ?? [];
    this.byKey = new Map(this.devices.map((one) => [seriesKey(one.metric, one.instance), one]));
    this.values = new Map(baseline?.values.map((one) => [seriesKey(one.metric, one.instance), one]));
    this.metrics = new Set(this.devices.map(({ metric }) => metric));
  }

  /** The device that a series is about. @param key of `seriesKey` */
  device(key: string): BaselineDevice | undefined {
    return this.byKey.get(key);
  }

  /** What is usual for a series. @param key of `seriesKey` */
  usual(key: string): UsualValue | undefined {
    return this.values.get(key);
  }

  /** Whether the baseline has a device of this kind. */
  hasDevice(metric: MetricId): boolean {
    return this.metrics.has(metric);
  }

  /** Whether the devices of this kind speak for themselves, so that "none at all" needs no incident of its own. */
  speaksFor(metric: MetricId): boolean {
    return isAnyDevice(metric) && this.hasDevice(metric);
  }
}

/** A station without a baseline. */
export const EMPTY_LOOKUP = new BaselineLookup(null);
