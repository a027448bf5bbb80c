import { homedir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { BaselineLookup } from '../../shared/baseline/lookup.js';
import type { Baseline } from '../../shared/baseline/schema.js';
import { checklist } from '../../shared/health/checklist.js';
import type { Speech } from '../../shared/health/messages.js';
import { Station } from '../../shared/health/station.js';
import { momentaryVerdict } from '../../shared/health/verdict.js';
import type { ProbeTarget } from '../../shared/sampler/protocol.js';
import type { StationProcedure } from '../../shared/settings/procedure.js';
import type { Settings } from '../../shared/settings/schema.js';
import { createCollectors } from '../sampler/collectors/index.js';
import { parseProbeTarget } from '../sampler/prober/target.js';
import { createRunner } from '../sampler/runner.js';
import type { CheckOptions } from './args.js';
import { CommandError, EXIT, exitStatusOf } from './exit.js';
import { openRecorder } from './recorder.js';
import { checkJson } from './report.js';
import { checkText } from './text.js';

/** Time between the priming run and the first tick, ms: rates need two readings, this far apart. */
const PRIME_MS = 1_000;

/** What a check needs to know. */
export interface LiveCheck {
  readonly options: CheckOptions;
  readonly settings: Settings;
  readonly procedure: StationProcedure;
  /** How the station should be; null: no baseline was taken. */
  readonly baseline: Baseline | null;
  readonly version: string;
  readonly speech: Speech;
}

/** Reads this machine once (or `--samples` times), judges the last tick, prints it and gives the exit status. */
export async function runLiveCheck({
  options,
  settings,
  procedure,
  baseline,
  version,
  speech,
}: LiveCheck): Promise<number> {
  const target = probeTarget(options, settings);
  const recorder = openRecorder(options.record);
  const collectors = createCollectors({
    platform: process.platform,
    home: homedir(),
    probeTarget: () => target,
    probing: 'burst',
  });
  // The prober needs no priming: its first burst is complete in itself.
  const primer = createRunner({
    collectors: collectors.filter(({ metrics }) => !metrics.includes('network.loss')),
  });
  const runner = createRunner({ collectors });
  const station = new Station({ ...procedure, expectAll: true, baseline: new BaselineLookup(baseline) });
  try {
    await primer.runOnce();
    await sleep(PRIME_MS);
    for (let tick = 1; tick <= options.samples; tick++) {
      if (tick > 1) await sleep(settings.tickSeconds * 1_000);
      const readings = await runner.runOnce();
      recorder.write(readings);
      for (const reading of readings) station.ingest(reading);
      station.commit(readings[0]?.at ?? Date.now());
    }
  } finally {
    runner.stop();
    recorder.close();
  }
  const states = station.metricStates();
  const verdict = momentaryVerdict(states, station.verdict.missing);
  const at = station.at ?? Date.now();
  const items = checklist(procedure.index.profile, states, at);
  const result = { items, verdict, at, baseline, states };
  console.log(
    options.json
      ? JSON.stringify(checkJson(result, version, speech), null, 2)
      : checkText(procedure.index.profile, result, speech),
  );
  return exitStatusOf(verdict);
}

function probeTarget(options: CheckOptions, settings: Settings): ProbeTarget | null {
  const text = options.probeTarget ?? settings.probeTarget;
  if (text === '') return null;
  const parsed = parseProbeTarget(text);
  if (parsed.ok) return parsed.target;
  throw new CommandError(EXIT.usage, `--probe-target: ${parsed.error}`);
}
