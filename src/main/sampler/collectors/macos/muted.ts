import type { Collector } from '../../collector.js';
import type { RunCommand } from '../../command.js';
import { answerOf, lacking } from '../answers.js';
import { TOOLS } from './tools.js';

const metric = 'microphone.muted';
const source = 'osascript get volume settings';

/** Reads the input level, 0-100; `none`: the input has no level of its own; null: no such answer. */
export function parseInputLevel(text: string): number | 'none' | null {
  const words = text.trim();
  if (words === 'missing value') return 'none';
  const level = /^\d{1,3}$/.test(words) ? Number(words) : Number.NaN;
  return level <= 100 ? level : null;
}

/** `microphone.muted`: the level of the input that is chosen in System Settings is at zero, which is how macOS mutes. */
export function createMuted(run: RunCommand): Collector {
  return {
    id: 'macos.muted',
    metrics: [metric],
    tier: 'medium',
    timeoutMs: 6_000,
    async read(context) {
      const args = ['-e', 'input volume of (get volume settings)'];
      const { text, missing } = answerOf(await run(TOOLS.osascript, args, context, { timeoutMs: 5_000 }));
      if (missing !== undefined) return lacking([metric], source, missing);
      const level = parseInputLevel(text);
      if (level === null) return lacking([metric], source, 'failed');
      if (level === 'none') return [{ metric, source, missing: 'unsupported', advice: 'no-input-level' }];
      return [{ metric, source, value: level === 0 ? 1 : 0, note: `${level} %` }];
    },
  };
}
