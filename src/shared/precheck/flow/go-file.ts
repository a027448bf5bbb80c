import { z } from 'zod';
import { METRIC_IDS, type MetricId } from '../../metrics/dictionary.js';
import { ITEM_IDS } from '../items.js';
import { timeSchema } from '../record/evidence-schema.js';
import { NOTHING_KNOWN, watchSchema } from './watch.js';

const at = timeSchema;

const event = z.union([
  z.strictObject({ type: z.enum(['on-air', 'off-air', 'muted', 'ac-lost', 'network-changed']), at }),
  z.strictObject({
    type: z.literal('incident'),
    at,
    metric: z.enum(METRIC_IDS as [MetricId, ...MetricId[]]),
  }),
  z.strictObject({
    type: z.literal('device-changed'),
    at,
    device: z.enum(['camera', 'microphone', 'headphones', 'other']),
  }),
  z.strictObject({ type: z.literal('rechecked'), at, item: z.enum(ITEM_IDS), ok: z.boolean() }),
]);

/** Schema of what happened since the GO; kept so that a restart forgets nothing. */
export const goFileSchema = z.strictObject({
  schema: z.literal(1),
  /** The check that it is about. */
  check: z.string().max(64).nullable(),
  events: z.array(event).max(2_000),
  watch: watchSchema,
});

/** What happened since the GO. */
export type GoFile = z.infer<typeof goFileSchema>;

/** There is no GO yet. */
export const NO_GO_FILE: GoFile = { schema: 1, check: null, events: [], watch: NOTHING_KNOWN };
