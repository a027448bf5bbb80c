import type { Collector, Sample } from '../../collector.js';
import { countOf, type Fields, listOf, partOf } from './part.js';
import type { PowerShellHost } from './powershell/host.js';
import { createReader, faulty } from './reader.js';

const metric = 'memory.swap';
const source = 'Win32_PageFileUsage';

/** `memory.swap`: used share of all page files. */
export function createPageFile(host: PowerShellHost): Collector {
  const head = {
    id: 'windows.page-file',
    metrics: [metric],
    tier: 'slow',
    timeoutMs: 15_000,
    request: 'system',
  } as const;
  return createReader(host, head, (answer) => {
    const part = partOf(answer, 'pageFile');
    return part.kind === 'fault' ? faulty([metric], source, part) : [swapSample(part.value)];
  });
}

/** Used share of the page files of Win32_PageFileUsage (sizes in MB), %. */
export function swapSample(value: Fields): Sample {
  const rows = listOf(value.list);
  if (rows === null) return { metric, source, missing: 'failed' };
  const files = rows.map((row) => ({ size: countOf(row.size), used: countOf(row.used) }));
  let size = 0;
  let used = 0;
  for (const file of files) {
    if (file.size === null || file.used === null || file.used > file.size)
      return { metric, source, missing: 'failed' };
    size += file.size;
    used += file.used;
  }
  return size === 0
    ? { metric, source, missing: 'not-present', note: 'no page file' }
    : { metric, source, value: (100 * used) / size };
}
