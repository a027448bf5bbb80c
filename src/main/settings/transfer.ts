import type { SettingsPatch } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import { CHOICES, type Settings, settingsSchema } from '../../shared/settings/schema.js';

/** Largest settings file that is read, bytes; a real one has a few thousand. */
export const TRANSFER_LIMIT = 1_000_000;

/** The text of a file that carries the choices to another station. */
export function exportText(settings: Settings): string {
  const choices = Object.fromEntries(CHOICES.map((key) => [key, settings[key]]));
  return `${JSON.stringify({ schema: settings.schema, ...choices }, null, 2)}\n`;
}

/** Reads the choices that a file names; the program's own memory in it does not count. */
export function parseTransfer(text: string): Result<SettingsPatch> {
  if (text.length > TRANSFER_LIMIT) return failure('INVALID', `more than ${TRANSFER_LIMIT} characters`);
  let raw: unknown;
  try {
    // A byte order mark is what some editors put first.
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return failure('INVALID', error instanceof Error ? error.message : String(error));
  }
  const parsed = settingsSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return failure('INVALID', `${issue?.path.join('.') || '(root)'}: ${issue?.message ?? 'no settings'}`);
  }
  const named = CHOICES.filter((key) => Object.hasOwn(raw as object, key));
  if (named.length === 0) return failure('INVALID', '(root): no settings in it');
  return success(Object.fromEntries(named.map((key) => [key, parsed.data[key]])));
}
