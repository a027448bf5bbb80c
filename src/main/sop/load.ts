import { readFileSync } from 'node:fs';
import { parseProfile } from '../../shared/sop/parse.js';
import type { Profile } from '../../shared/sop/schema.js';

/** Name of the profile that is shipped, below the resources folder. */
export const SHIPPED_PROFILE = 'sop/streaming-workstation.json';

/** A loaded profile, or why not: `message` names the path and, where it can be told, the line or field. */
export type LoadedProfile =
  | { readonly ok: true; readonly profile: Profile }
  | { readonly ok: false; readonly code: 'unreadable' | 'malformed'; readonly message: string };

/** Reads and parses a profile file. Runs under plain Node too. */
export function loadProfile(path: string): LoadedProfile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return { ok: false, code: 'unreadable', message: `${path}: ${errorText(error)}` };
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { ok: false, code: 'malformed', message: `${path}${lineOf(text, error)}: ${errorText(error)}` };
  }
  const parsed = parseProfile(json);
  if (parsed.ok) return parsed;
  return {
    ok: false,
    code: 'malformed',
    message: `${path}: ${parsed.problem.path}: ${parsed.problem.message}`,
  };
}

/** `:LINE` of a JSON syntax error, from the position that the engine's message gives. */
function lineOf(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(errorText(error))?.[1];
  if (position === undefined) return `:${text.split('\n').length}`;
  return `:${text.slice(0, Number(position)).split('\n').length}`;
}

function errorText(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/, (open|read) '.*'$/, '').replace(/\s+/g, ' ');
}
