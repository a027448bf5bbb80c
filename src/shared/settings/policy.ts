import { z } from 'zod';
import { type Settings, settingsSchema } from './schema.js';

/*
 * Rules of IT for a whole machine: settings that win over the user's. `overrides` and `accepted` win entry by entry,
 * every other setting as a whole.
 */

const { shape } = settingsSchema;

/** Schema of the machine-wide policy file. Its settings have no defaults: a policy says only what it means. */
export const policySchema = z.strictObject({
  schema: z.literal(1),
  settings: z
    .strictObject({
      language: shape.language.unwrap(),
      theme: shape.theme.unwrap(),
      role: shape.role.unwrap(),
      popups: shape.popups.unwrap(),
      quietHours: shape.quietHours.unwrap(),
      recoveryNotice: shape.recoveryNotice.unwrap(),
      reopenMinutes: shape.reopenMinutes.unwrap(),
      escalateMinutes: shape.escalateMinutes.unwrap(),
      startAtLogin: shape.startAtLogin.unwrap(),
      stationName: shape.stationName.unwrap(),
      platformKbps: shape.platformKbps.unwrap(),
      streamingPrograms: shape.streamingPrograms.unwrap(),
      tickSeconds: shape.tickSeconds.unwrap(),
      probeTarget: shape.probeTarget.unwrap(),
      overrides: shape.overrides.unwrap(),
      accepted: shape.accepted.unwrap(),
      uploadTarget: shape.uploadTarget.unwrap(),
      uploadMegabytes: shape.uploadMegabytes.unwrap(),
      onAirWithoutGo: shape.onAirWithoutGo.unwrap(),
      pictureDays: shape.pictureDays.unwrap(),
    })
    .partial()
    .default({}),
  /** Where newer versions of the program are looked for; without it nothing is ever asked. */
  updateFeed: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
});

/** A machine-wide policy. */
export type Policy = z.infer<typeof policySchema>;

/** A machine without policy. */
export const NO_POLICY: Policy = { schema: 1, settings: {} };

/** The settings in force: the user's, with the policy's over them. */
export function applyPolicy(settings: Settings, policy: Policy): Settings {
  const given = policy.settings;
  return settingsSchema.parse({
    ...settings,
    ...given,
    overrides: { ...settings.overrides, ...given.overrides },
    accepted: { ...settings.accepted, ...given.accepted },
  });
}
