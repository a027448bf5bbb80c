import { recordEntrySchema } from '../../shared/precheck/record/schema.js';
import type { RecordEntry } from './records.js';

/** Reads a record in its place in the chain; null: the text is something else. */
export function parseEntry(text: string): RecordEntry | null {
  try {
    return recordEntrySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
