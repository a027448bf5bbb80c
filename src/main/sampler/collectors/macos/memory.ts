import { totalmem } from 'node:os';
import type { Collector, Sample } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { type Answer, answerOf, lacking } from '../answers.js';
import { TOOLS } from './tools.js';
import { parseSwap, parseUsedMemory } from './vm-stat.js';

/** `memory.usage` from `vm_stat` as Activity Monitor counts it, and `memory.swap` from `sysctl vm.swapusage`. */
export function createMemory(run: RunCommand, totalBytes: () => number = totalmem): Collector {
  return {
    id: 'macos.memory',
    metrics: ['memory.usage', 'memory.swap'],
    tier: 'medium',
    timeoutMs: 6_000,
    async read(context) {
      const limit = { timeoutMs: 5_000 };
      const [pages, swapUsage] = await Promise.all([
        run(TOOLS.vmStat, [], context, limit),
        run(TOOLS.sysctl, ['-n', 'vm.swapusage'], context, limit),
      ]);
      return [...usage(answerOf(pages), totalBytes()), ...swap(answerOf(swapUsage))];
    },
  };
}

function usage({ text, missing }: Answer, total: number): Sample[] {
  const source = 'vm_stat';
  if (missing !== undefined) return lacking(['memory.usage'], source, missing);
  const used = parseUsedMemory(text);
  if (used === null || !(used <= total)) return lacking(['memory.usage'], source, 'failed');
  return [{ metric: 'memory.usage', source, value: (100 * used) / total }];
}

function swap({ text, missing }: Answer): Sample[] {
  const source = 'sysctl vm.swapusage';
  if (missing !== undefined) return lacking(['memory.swap'], source, missing);
  const known = parseSwap(text);
  if (known === null) return lacking(['memory.swap'], source, 'failed');
  // macOS makes swap files when it needs them: none is the rule.
  if (known.total === 0) return [{ metric: 'memory.swap', source, missing: 'not-present', note: 'no swap' }];
  return [{ metric: 'memory.swap', source, value: (100 * known.used) / known.total }];
}
