import { join } from 'node:path';
import type { Profile } from '../../shared/sop/schema.js';
import { EXIT } from '../cli/exit.js';
import { loadProfile, SHIPPED_PROFILE } from '../sop/load.js';
import { readTrace, TraceError } from '../trace/reader.js';

/** A file named on the command line is bad: the program says so in one line and ends with this status. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';

  constructor(
    code: 'unreadable' | 'malformed',
    message: string,
    readonly status: number = EXIT[code],
  ) {
    super(message);
  }
}

/** The procedure that is named, else the shipped one. @throws FileProblem */
export function readProfile(resources: string, named: string | undefined): Profile {
  const loaded = loadProfile(named ?? join(resources, SHIPPED_PROFILE));
  if (!loaded.ok) throw new FileProblem(loaded.code, loaded.message);
  return loaded.profile;
}

/** Reads a trace through, so that a bad line is found now and not in an hour of playing. @throws FileProblem */
export async function proveTrace(file: string): Promise<void> {
  try {
    for await (const _reading of readTrace(file));
  } catch (error) {
    throw error instanceof TraceError ? new FileProblem(error.code, error.message) : error;
  }
}
