import { join } from 'node:path';
import {
  BASELINE_FILE,
  type BaselineFile,
  baselineFileSchema,
  NO_BASELINE,
} from '../../shared/baseline/schema.js';
import { readJsonFile } from '../settings/json-file.js';

/** The baseline file as found; `problem` says why a file that is there does not count. */
export interface FoundBaseline {
  readonly content: BaselineFile;
  readonly file: string;
  readonly problem?: string;
}

/** Reads the baseline of a user-data folder without touching anything. No file: no baseline, and no problem. */
export function readBaseline(folder: string): FoundBaseline {
  const file = join(folder, BASELINE_FILE);
  const { value, problem } = readJsonFile(file, baselineFileSchema);
  return { content: value ?? NO_BASELINE, file, ...(problem !== undefined && { problem }) };
}
