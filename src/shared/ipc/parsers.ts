import { z } from 'zod';
import { settingsSchema } from '../settings/schema.js';
import type { InvokeChannel, InvokeMap } from './contract.js';
import { failure, type Result, success } from './result.js';

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
  startAtLogin: shape.startAtLogin.unwrap().exactOptional(),
  stationName: shape.stationName.unwrap().exactOptional(),
  tickSeconds: shape.tickSeconds.unwrap().exactOptional(),
  probeTarget: shape.probeTarget.unwrap().exactOptional(),
  overrides: shape.overrides.unwrap().exactOptional(),
  accepted: shape.accepted.unwrap().exactOptional(),
  setUp: shape.setUp.unwrap().exactOptional(),
});
const id = z.string().min(1).max(400);
const incidentId = z.strictObject({ id });
const incidentIds = z.strictObject({ ids: z.array(id).min(1).max(64) });
const maybeIncidentId = z.strictObject({ id: id.exactOptional() });
const popupSize = z.strictObject({ height: z.number().int().min(1).max(20_000) });
const situation = z.strictObject({
  onAir: z.boolean().exactOptional(),
  muteMinutes: z.number().int().min(0).max(1_440).exactOptional(),
});

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
  'incident:acknowledge': parserOf(incidentId),
  'situation:set': parserOf(situation),
  'popup:state': parserOf(nothing),
  'popup:test': parserOf(nothing),
  'popup:acknowledge': parserOf(incidentIds),
  'popup:snooze': parserOf(incidentId),
  'popup:open': parserOf(maybeIncidentId),
  'popup:close': parserOf(nothing),
  'popup:size': parserOf(popupSize),
  'diagnostics:get': parserOf(nothing),
  'diagnostics:copy': parserOf(nothing),
  'diagnostics:showLog': parserOf(nothing),
};

function parserOf<T>(schema: z.ZodType<T>): (input: unknown) => Result<T> {
  return (input) => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return success(parsed.data);
    const issue = parsed.error.issues[0];
    return failure('INVALID', `${issue?.path.join('.') || '(root)'}: ${issue?.message ?? 'invalid'}`);
  };
}
