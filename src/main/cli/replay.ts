import type { Speech } from '../../shared/health/messages.js';
import { Replay } from '../../shared/health/replay.js';
import { Station } from '../../shared/health/station.js';
import type { StationProcedure } from '../../shared/settings/procedure.js';
import { traceChunks } from '../trace/reader.js';
import { EXIT } from './exit.js';
import { traceProblem } from './files.js';
import { replayJson } from './report.js';
import { replayText } from './text.js';

/** Plays a trace through the engine, as fast as it can, and prints what it would have done. */
export function runReplay(path: string, procedure: StationProcedure, json: boolean, speech: Speech): number {
  const replay = new Replay(new Station({ ...procedure, expectAll: false }));
  try {
    for (const chunk of traceChunks(path)) for (const reading of chunk) replay.play(reading);
  } catch (error) {
    throw traceProblem(error);
  }
  const result = replay.finish();
  console.log(json ? JSON.stringify(replayJson(result, speech), null, 2) : replayText(result, speech));
  return EXIT.ok;
}
