import { z } from 'zod';
import { METRIC_IDS, type MetricId } from '../metrics/dictionary.js';
import { parseReading, type Reading } from '../metrics/reading.js';

/**
 * What main and the sampler process say to each other. Both sides parse what they receive:
 * the sampler may be killed in the middle of anything, and a message is data from another process.
 */

/** State of a collector in the runner. */
export const COLLECTOR_STATES = ['idle', 'running', 'backing-off', 'quarantined'] as const;

const statsSchema = z.strictObject({
  id: z.string().min(1).max(60),
  metrics: z.array(z.enum(METRIC_IDS as [MetricId, ...MetricId[]])).max(60),
  /** Time between two runs, ms, before any back-off. */
  periodMs: z.number().positive(),
  state: z.enum(COLLECTOR_STATES),
  runs: z.number().int().min(0),
  /** Runs that delivered at least one value. */
  successes: z.number().int().min(0),
  /** Runs that ended well without any value (nothing to measure here). */
  noData: z.number().int().min(0),
  failures: z.number().int().min(0),
  timeouts: z.number().int().min(0),
  lastStartedAt: z.number().nullable(),
  lastDurationMs: z.number().min(0).nullable(),
  /** Message of the last failure, with its time; stays after a success. */
  lastError: z.strictObject({ at: z.number(), text: z.string().max(500) }).nullable(),
  nextRunAt: z.number().nullable(),
});

/** How one collector has been doing; shown under Diagnostics. */
export type CollectorStats = z.infer<typeof statsSchema>;

/** What the sampler tells main. */
export type SamplerMessage =
  | { readonly type: 'ready'; readonly pid: number }
  | { readonly type: 'readings'; readonly readings: readonly Reading[] }
  | { readonly type: 'stats'; readonly collectors: readonly CollectorStats[] };

const probeTargetSchema = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535).optional(),
});

/** Host, and UDP echo port when there is one, whose answers tell loss and latency. */
export type ProbeTarget = z.infer<typeof probeTargetSchema>;

const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('configure'),
    /** Fast tick, ms: 1,000 to 10,000. */
    tickMs: z.number().int().min(1_000).max(10_000),
    /** null: the default gateway. */
    probeTarget: probeTargetSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('suspend') }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('stop') }),
]);

/** What main tells the sampler. */
export type SamplerCommand = z.infer<typeof commandSchema>;

/** Most readings accepted in one message. */
export const READINGS_LIMIT = 2_000;

/** Parses a message of the sampler. null: not one (main logs and drops it). */
export function parseSamplerMessage(input: unknown): SamplerMessage | null {
  if (typeof input !== 'object' || input === null) return null;
  const raw = input as Record<string, unknown>;
  switch (raw.type) {
    case 'ready':
      return typeof raw.pid === 'number' ? { type: 'ready', pid: raw.pid } : null;
    case 'readings':
      return parseReadings(raw.readings);
    case 'stats': {
      const collectors = z.array(statsSchema).max(200).safeParse(raw.collectors);
      return collectors.success ? { type: 'stats', collectors: collectors.data } : null;
    }
    default:
      return null;
  }
}

/** Parses a command of main. null: not one. */
export function parseSamplerCommand(input: unknown): SamplerCommand | null {
  const command = commandSchema.safeParse(input);
  return command.success ? command.data : null;
}

function parseReadings(input: unknown): SamplerMessage | null {
  if (!Array.isArray(input) || input.length > READINGS_LIMIT) return null;
  const readings: Reading[] = [];
  for (const item of input) {
    const reading = parseReading(item);
    if (typeof reading === 'string') return null;
    readings.push(reading);
  }
  return { type: 'readings', readings };
}
