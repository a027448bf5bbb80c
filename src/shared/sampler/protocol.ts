import { z } from 'zod';
import { METRIC_IDS, type MetricId } from '../metrics/dictionary.js';
import type { Reading } from '../metrics/reading.js';
import { type GatheredBatch, type PackedBatches, parseReadings, unpack } from './gathered.js';

/**
 * What main and the sampler process say to each other. Both sides parse what they receive:
 * the sampler may be killed in the middle of anything, and a message is data from another process.
 */

/** State of a collector in the runner. */
export const COLLECTOR_STATES = ['idle', 'running', 'backing-off', 'quarantined'] as const;

const metricIdSchema = z.enum(METRIC_IDS as [MetricId, ...MetricId[]]);

const statsSchema = z.strictObject({
  id: z.string().min(1).max(60),
  metrics: z.array(metricIdSchema).max(60),
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

const rawSchema = z.strictObject({
  /** Collector. */
  id: z.string().min(1).max(60),
  /** When it ran, ms since 1970. */
  at: z.number(),
  /** `source`: word for word; `readings`: what was made of it, where the source is bare numbers of the system. */
  of: z.enum(['source', 'readings']),
  text: z.string().max(20_000),
});

/** What the source of a collector said at its last run. */
export type RawOutput = z.infer<typeof rawSchema>;

/** What programs can be looked for by; `names`: all that run. */
export const PROGRAM_KINDS = ['cpu', 'memory', 'disk', 'network', 'names'] as const;

/** A kind of {@link PROGRAM_KINDS}. */
export type ProgramKind = (typeof PROGRAM_KINDS)[number];

/** Most programs in one message. */
export const PROGRAMS_LIMIT = 2_000;

const programsSchema = z.strictObject({
  type: z.literal('programs'),
  kind: z.enum(PROGRAM_KINDS),
  programs: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(400),
        value: z.number().min(0),
        unit: z.enum(['%', 'bytes', 'bytes/s', 'count']),
      }),
    )
    .max(PROGRAMS_LIMIT),
});

/** When a message of readings was sent, ms of the system's monotonic clock: main finds out how long it waited. */
interface Sent {
  readonly sentAt?: number;
}

/** What the sampler tells main, once it was parsed. */
export type SamplerMessage =
  | { readonly type: 'ready'; readonly pid: number }
  | ({ readonly type: 'readings'; readonly readings: readonly Reading[] } & Sent)
  /** Batches that waited for each other, oldest first: see the command `patience`. */
  | ({ readonly type: 'gathered'; readonly batches: readonly GatheredBatch[] } & Sent)
  | { readonly type: 'stats'; readonly collectors: readonly CollectorStats[] }
  | { readonly type: 'raw'; readonly outputs: readonly RawOutput[] }
  | z.infer<typeof programsSchema>;

/** What the sampler sends: batches that waited for each other are packed. */
export type SamplerOutput =
  | Exclude<SamplerMessage, { type: 'gathered' }>
  | ({ readonly type: 'gathered' } & PackedBatches & Sent);

const probeTargetSchema = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535).optional(),
});

/** Host, and UDP echo port when there is one, whose answers tell loss and latency. */
export type ProbeTarget = z.infer<typeof probeTargetSchema>;

/** A metric whose changed values wait for nothing, but for those between `low` and `high`. */
const urgentSchema = z.strictObject({
  metric: metricIdSchema,
  low: z.number().optional(),
  high: z.number().optional(),
});

/** Tells when a value of a metric must not wait. */
export type UrgentMetric = z.infer<typeof urgentSchema>;

const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('configure'),
    /** Fast tick, ms: 1,000 to 10,000. */
    tickMs: z.number().int().min(1_000).max(10_000),
    /** null: the default gateway. */
    probeTarget: probeTargetSchema.nullable(),
  }),
  /** Dear collectors wait while the station is on air or runs on its battery. */
  z.strictObject({ type: z.literal('quiet'), quiet: z.boolean() }),
  /** How long readings may wait for those of the next ticks before they are told, ms; 0: not at all. */
  z.strictObject({
    type: z.literal('patience'),
    ms: z.number().int().min(0).max(60_000),
    urgent: z.array(urgentSchema).max(METRIC_IDS.length),
    /** Metrics that nobody looks at or judges: read no more often than slow ones. */
    idle: z.array(metricIdSchema).max(METRIC_IDS.length),
  }),
  /** Asks for the statistics now, and with `raw` for what every source last said. */
  z.strictObject({ type: z.literal('report'), raw: z.boolean() }),
  /** Reads these metrics now, whatever their time and whether they have to wait. */
  z.strictObject({
    type: z.literal('read'),
    metrics: z.array(z.enum(METRIC_IDS as [MetricId, ...MetricId[]])).max(60),
  }),
  /** Asks which programs take most of something; dear, and never of itself. */
  z.strictObject({ type: z.literal('programs'), kind: z.enum(PROGRAM_KINDS) }),
  z.strictObject({ type: z.literal('suspend') }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('stop') }),
]);

/** What main tells the sampler. */
export type SamplerCommand = z.infer<typeof commandSchema>;

/** Parses a message of the sampler. null: not one (main logs and drops it). */
export function parseSamplerMessage(input: unknown): SamplerMessage | null {
  if (typeof input !== 'object' || input === null) return null;
  const raw = input as Record<string, unknown>;
  switch (raw.type) {
    case 'ready':
      return typeof raw.pid === 'number' ? { type: 'ready', pid: raw.pid } : null;
    case 'readings': {
      const readings = parseReadings(raw.readings);
      return readings && { type: 'readings', readings, ...sent(raw.sentAt) };
    }
    case 'gathered': {
      const batches = unpack({ series: raw.series, batches: raw.batches });
      return batches && { type: 'gathered', batches, ...sent(raw.sentAt) };
    }
    case 'stats': {
      const collectors = z.array(statsSchema).max(200).safeParse(raw.collectors);
      return collectors.success ? { type: 'stats', collectors: collectors.data } : null;
    }
    case 'raw': {
      const outputs = z.array(rawSchema).max(200).safeParse(raw.outputs);
      return outputs.success ? { type: 'raw', outputs: outputs.data } : null;
    }
    case 'programs': {
      const programs = programsSchema.safeParse(input);
      return programs.success ? programs.data : null;
    }
    default:
      return null;
  }
}

const sent = (sentAt: unknown): Sent => (typeof sentAt === 'number' ? { sentAt } : {});

/** Parses a command of main. null: not one. */
export function parseSamplerCommand(input: unknown): SamplerCommand | null {
  const command = commandSchema.safeParse(input);
  return command.success ? command.data : null;
}
