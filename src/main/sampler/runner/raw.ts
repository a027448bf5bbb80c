import { RAW_LIMIT, type Sample } from '../collector.js';

/** Samples as a text for Diagnostics, one a line: metric, device, value or why there is none, source, note. */
export function sampleLines(samples: readonly Sample[]): string {
  return samples.map(line).join('\n').slice(0, RAW_LIMIT);
}

function line({ metric, instance, value, missing, source, note }: Sample): string {
  const series = instance === undefined ? metric : `${metric} [${instance}]`;
  return [`${series} = ${value ?? missing}`, source, ...(note === undefined ? [] : [note])].join('  · ');
}
