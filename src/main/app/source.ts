import { basename } from 'node:path';
import type { Mode } from '../../shared/ipc/contract.js';
import type { Settings } from '../../shared/settings/schema.js';
import { proveTrace } from '../cli/files.js';
import type { Log } from '../log/log.js';
import { liveSource } from '../monitor/live-source.js';
import type { Monitor } from '../monitor/monitor.js';
import { replaySource } from '../monitor/replay-source.js';
import { spawnSampler } from '../monitor/sampler-child.js';
import type { SamplerReport } from '../monitor/sampler-report.js';
import type { SamplerConfiguration, Source } from '../monitor/source.js';
import { parseProbeTarget } from '../sampler/prober/target.js';
import { readTrace } from '../trace/reader.js';
import type { Arguments } from './arguments.js';

/** What the command line asks to show: this machine, or a trace. @throws CommandError when the trace is bad */
export async function modeOf({ replay }: Arguments): Promise<Mode> {
  if (!replay) return { kind: 'live' };
  await proveTrace(replay.file);
  return { kind: 'replay', name: basename(replay.file), speed: replay.speed };
}

/** What a source works with. */
interface SourceNeeds {
  readonly monitor: Monitor;
  readonly report: SamplerReport;
  readonly log: Log;
}

/** The source of readings that the command line asks for. */
export function createSource(args: Arguments, settings: Settings, needs: SourceNeeds): Source {
  const { monitor, report, log } = needs;
  const { replay } = args;
  if (replay) return replaySource(monitor, () => readTrace(replay.file), replay, log);
  const configuration = samplerConfiguration(args, settings);
  return liveSource({ monitor, configuration, report, spawn: spawnSampler(log), log });
}

/** How the sampler measures under these settings; a target of the command line goes before the stored one. */
export function samplerConfiguration(
  args: Pick<Arguments, 'probeTarget'>,
  settings: Pick<Settings, 'tickSeconds' | 'probeTarget'>,
): SamplerConfiguration {
  const stored = parseProbeTarget(settings.probeTarget);
  return {
    type: 'configure',
    tickMs: settings.tickSeconds * 1_000,
    probeTarget: args.probeTarget ?? (stored.ok ? stored.target : null),
  };
}
