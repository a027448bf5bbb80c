import type { Baseline, BaselineFile } from './schema.js';

/** Puts a newly taken baseline in force; the one before can be brought back. */
export function withTaken(file: BaselineFile, baseline: Baseline): BaselineFile {
  return { schema: 1, current: baseline, before: { baseline: file.current } };
}

/** Takes the baseline out of force; it can be brought back. Without one nothing changes. */
export function withRemoved(file: BaselineFile): BaselineFile {
  return file.current === null ? file : { schema: 1, current: null, before: { baseline: file.current } };
}

/** Goes back one step. What was in force is kept in its turn: nothing is lost by undoing. */
export function undone(file: BaselineFile): BaselineFile {
  return file.before === undefined
    ? file
    : { schema: 1, current: file.before.baseline, before: { baseline: file.current } };
}
