import { join } from 'node:path';
import type { Profile } from '../../shared/sop/schema.js';
import { loadProfile, SHIPPED_PROFILE } from '../sop/load.js';
import { readTrace, TraceError } from '../trace/reader.js';
import { CommandError, EXIT } from './exit.js';

/** The procedure that is named, else the shipped one. @throws CommandError when it is bad */
export function readProfile(resources: string, named: string | undefined): Profile {
  const loaded = loadProfile(named ?? join(resources, SHIPPED_PROFILE));
  if (!loaded.ok) throw new CommandError(EXIT[loaded.code], loaded.message);
  return loaded.profile;
}

/** Reads a trace through, so that a bad line is found now and not in an hour of playing. @throws CommandError */
export async function proveTrace(file: string): Promise<void> {
  try {
    for await (const _reading of readTrace(file));
  } catch (error) {
    throw traceProblem(error);
  }
}

/** What a bad trace means for a command that was given it; any other error as it is. */
export function traceProblem(error: unknown): unknown {
  return error instanceof TraceError ? new CommandError(EXIT[error.code], error.message) : error;
}
