import { z } from 'zod';
import { EXPORT_FORMATS, EXPORT_SERIES_LIMIT } from '../history/export.js';
import { RECORD_STATES } from '../history/records.js';
import { POINTS_LIMIT } from '../history/series.js';
import { METRIC_IDS } from '../metrics/dictionary.js';
import { TEXT_LIMIT } from '../metrics/reading.js';
import { PLAYBOOK_IDS } from '../playbooks/playbooks.js';
import { SYSTEM_PAGES } from '../playbooks/system-pages.js';
import { settingsSchema } from '../settings/schema.js';
import { partSchema } from '../sop/schema.js';
import type { InvokeChannel, InvokeMap } from './contract.js';
import { parserOf } from './parser-of.js';
import { PRECHECK_PARSERS } from './precheck-parsers.js';
import type { Result } from './result.js';

/** Reads the arguments of a call from what a page sent. */
export type Parser<C extends InvokeChannel> = (input: unknown) => Result<InvokeMap[C]['args']>;

const nothing = z.undefined();
const { shape } = settingsSchema;
/** A patch says only what changes: nothing in it has a default. */
const settingsPatch = z.strictObject({
  language: shape.language.unwrap().exactOptional(),
  theme: shape.theme.unwrap().exactOptional(),
  role: shape.role.unwrap().exactOptional(),
  popups: shape.popups.unwrap().exactOptional(),
  quietHours: shape.quietHours.unwrap().exactOptional(),
  recoveryNotice: shape.recoveryNotice.unwrap().exactOptional(),
  reopenMinutes: shape.reopenMinutes.unwrap().exactOptional(),
  escalateMinutes: shape.escalateMinutes.unwrap().exactOptional(),
  startAtLogin: shape.startAtLogin.unwrap().exactOptional(),
  stationName: shape.stationName.unwrap().exactOptional(),
  platformKbps: shape.platformKbps.unwrap().exactOptional(),
  streamingPrograms: shape.streamingPrograms.unwrap().exactOptional(),
  tickSeconds: shape.tickSeconds.unwrap().exactOptional(),
  probeTarget: shape.probeTarget.unwrap().exactOptional(),
  overrides: shape.overrides.unwrap().exactOptional(),
  accepted: shape.accepted.unwrap().exactOptional(),
  uploadTarget: shape.uploadTarget.unwrap().exactOptional(),
  uploadMegabytes: shape.uploadMegabytes.unwrap().exactOptional(),
  onAirWithoutGo: shape.onAirWithoutGo.unwrap().exactOptional(),
  pictureDays: shape.pictureDays.unwrap().exactOptional(),
  setUp: shape.setUp.unwrap().exactOptional(),
});
const id = z.string().min(1).max(400);
const metric = z.enum(METRIC_IDS);
/** Who does something; the same bounds as everywhere a name is kept. */
const by = z.string().trim().min(1).max(60);
const incidentId = z.strictObject({ id });
const seenIncident = z.strictObject({ id, by: by.exactOptional() });
const words = z.string().trim().max(1_000);
const incidentAction = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('acknowledge'), by: by.exactOptional() }),
  z.strictObject({
    type: z.literal('resolve'),
    by,
    cause: z.string().trim().min(1).max(300),
    note: words.exactOptional(),
  }),
  z.strictObject({ type: z.literal('false-alarm'), by, note: words.exactOptional() }),
  z.strictObject({ type: z.literal('take-back') }),
  z.strictObject({
    type: z.literal('tick'),
    step: z.string().min(1).max(60),
    done: z.boolean(),
    by: by.exactOptional(),
  }),
]);
const handledIncident = z.strictObject({ id, action: incidentAction });
const clauseMute = z.strictObject({
  clause: z.string().min(1).max(20),
  minutes: z.number().int().min(0).max(10_080),
  by,
});
const incidentIds = z.strictObject({ ids: z.array(id).min(1).max(64), by: by.exactOptional() });
const maybeIncidentId = z.strictObject({ id: id.exactOptional() });
const taker = z.strictObject({ by });
const collectorId = z.strictObject({ id: z.string().min(1).max(60) });
const refresh = z.strictObject({ metrics: z.array(metric).max(60) });
const systemPage = z.strictObject({ page: z.enum(SYSTEM_PAGES) });
const playbookCopy = z.strictObject({
  playbook: z.enum(PLAYBOOK_IDS),
  incident: id.exactOptional(),
  done: z.array(z.string().min(1).max(60)).max(20),
});
const popupSize = z.strictObject({ height: z.number().int().min(1).max(20_000) });
const situation = z.strictObject({
  onAir: z.boolean().exactOptional(),
  muteMinutes: z.number().int().min(0).max(1_440).exactOptional(),
  offer: z.null().exactOptional(),
});
/** A moment of wall time, ms since 1970; far enough for any clock that is wrong. */
const moment = z.number().int().min(0).max(8.64e15);
const seriesQuery = z.strictObject({
  metric,
  instance: z.string().min(1).max(TEXT_LIMIT).exactOptional(),
  from: moment,
  to: moment,
  maxPoints: z.number().int().min(1).max(POINTS_LIMIT),
});
const incidentQuery = z.strictObject({
  from: moment,
  to: moment,
  part: partSchema.exactOptional(),
  metric: metric.exactOptional(),
  severity: z.enum(['warning', 'fault']).exactOptional(),
  state: z.enum(RECORD_STATES).exactOptional(),
});
const stretch = z.strictObject({ from: moment, to: moment });
const format = z.enum(EXPORT_FORMATS);
const exportWish = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('series'),
    format,
    queries: z.array(seriesQuery).min(1).max(EXPORT_SERIES_LIMIT),
  }),
  z.strictObject({ what: z.literal('incidents'), format, query: incidentQuery }),
]);

/** One parser per call. Everything in them is bounded in length. */
export const PARSERS: { readonly [C in InvokeChannel]: Parser<C> } = {
  'monitor:snapshot': parserOf(nothing),
  'settings:get': parserOf(nothing),
  'settings:update': parserOf(settingsPatch),
  'settings:export': parserOf(nothing),
  'settings:import': parserOf(nothing),
  'app:info': parserOf(nothing),
  'monitor:recent': parserOf(nothing),
  'procedure:get': parserOf(nothing),
  'policy:get': parserOf(nothing),
  'baseline:get': parserOf(nothing),
  'baseline:take': parserOf(taker),
  'baseline:undo': parserOf(nothing),
  'baseline:remove': parserOf(nothing),
  'incident:acknowledge': parserOf(seenIncident),
  'incident:handle': parserOf(handledIncident),
  'clause:mute': parserOf(clauseMute),
  'situation:set': parserOf(situation),
  'readings:refresh': parserOf(refresh),
  'system:open': parserOf(systemPage),
  'playbook:copy': parserOf(playbookCopy),
  'popup:state': parserOf(nothing),
  'popup:test': parserOf(nothing),
  'popup:acknowledge': parserOf(incidentIds),
  'popup:snooze': parserOf(incidentId),
  'popup:open': parserOf(maybeIncidentId),
  'popup:close': parserOf(nothing),
  'popup:size': parserOf(popupSize),
  'history:series': parserOf(seriesQuery),
  'history:incidents': parserOf(incidentQuery),
  'history:spans': parserOf(stretch),
  'history:status': parserOf(nothing),
  'history:incident': parserOf(incidentId),
  'history:export': parserOf(exportWish),
  'history:report': parserOf(incidentId),
  'report:get': parserOf(nothing),
  'report:ready': parserOf(nothing),
  'diagnostics:get': parserOf(nothing),
  'diagnostics:copy': parserOf(nothing),
  'diagnostics:raw': parserOf(collectorId),
  'diagnostics:save': parserOf(nothing),
  'diagnostics:showLog': parserOf(nothing),
  ...PRECHECK_PARSERS,
};
