import { basename, join, resolve } from 'node:path';
import type { Mode } from '../../shared/ipc/contract.js';
import type { Settings } from '../../shared/settings/schema.js';
import { proveTrace } from '../cli/files.js';
import type { Log } from '../log/log.js';
import { liveSource } from '../monitor/live-source.js';
import type { Monitor } from '../monitor/monitor.js';
import { replaySource } from '../monitor/replay-source.js';
import { spawnSampler } from '../monitor/sampler-child.js';
import type { SamplerReport } from '../monitor/sampler-report.js';
import type { PageCost } from '../monitor/self-meter.js';
import type { SamplerConfiguration, Source } from '../monitor/source.js';
import { parseProbeTarget } from '../sampler/prober/target.js';
import { readTrace } from '../trace/reader.js';
import type { Arguments } from './arguments.js';

/** The made-up hour that is shipped, below the resources folder. */
const DEMO_TRACE = 'demo/workday.jsonl';

/**
 * What the command line asks to show: this machine, or a trace.
 * @param resources the folder with the shipped trace
 * @throws CommandError when the trace is bad
 */
export async function modeOf({ replay }: Pick<Arguments, 'replay'>, resources: string): Promise<Mode> {
  if (!replay) return { kind: 'live' };
  await proveTrace(replay.file);
  const isDemo = resolve(replay.file) === join(resources, DEMO_TRACE);
  return { kind: 'replay', name: basename(replay.file), speed: replay.speed, ...(isDemo && { isDemo }) };
}

/** What a source works with. */
interface SourceNeeds {
  readonly monitor: Monitor;
  readonly report: SamplerReport;
  readonly log: Log;
  /** What the open pages cost now; null: none is open. */
  readonly pages: () => PageCost | null;
}

/** The source of readings that the command line asks for. */
export function createSource(args: Arguments, settings: Settings, needs: SourceNeeds): Source {
  const { monitor, report, log, pages } = needs;
  const { replay } = args;
  if (replay) return replaySource(monitor, () => readTrace(replay.file), replay, log);
  const configuration = samplerConfiguration(args, settings);
  return liveSource({ monitor, configuration, report, spawn: spawnSampler(log), log, pages });
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
