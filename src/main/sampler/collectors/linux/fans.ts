import type { Collector, Sample } from '../../collector.js';
import { createBoard } from './board.js';
import type { BoardInput } from './board-chips.js';
import { readInteger } from './files.js';

const metric = 'fan.speed';

/** Names of a fan without which a board complains when it is switched on: it is there. Sockets for a second one are not. */
const PROCESSOR_FAN = /^(cpu|processor)([ _]?fan)?([ _]?1)?$/i;

/**
 * `fan.speed`, an instance per fan of the board. An empty socket counts 0 turns as well: 0 is told of a fan that has turned
 * since the start of this program, of the processor's, and where the driver says that it is broken or below a least speed
 * that was set. Others at 0 are left out.
 */
export function createFans(root: string): Collector {
  const board = createBoard(root, 'fan');
  const turned = new Set<string>();
  return {
    id: 'linux.fans',
    metrics: [metric],
    tier: 'medium',
    timeoutMs: 3_000,
    async read({ monotonic }) {
      const fans = board.inputs(monotonic);
      if (fans === null || fans.length === 0)
        return [{ metric, source: 'hwmon', missing: 'unsupported', advice: 'no-sensor' }];
      const samples: Sample[] = [];
      for (const fan of fans) {
        const { instance, source } = fan;
        const { value, missing } = await board.read(fan);
        if (missing !== undefined) samples.push({ metric, instance, source, missing });
        else if (value > 0 || turned.has(instance) || isVouchedFor(fan))
          samples.push({ metric, instance, source, value });
        if (value !== undefined && value > 0) turned.add(instance);
      }
      return samples.length > 0
        ? samples
        : [{ metric, source: 'hwmon', missing: 'not-present', note: 'no fan turns' }];
    },
  };
}

/** Whether something else than turning says that a fan is in the socket. */
function isVouchedFor({ folder, input, label }: BoardInput): boolean {
  if (label !== null && PROCESSOR_FAN.test(label)) return true;
  if (readInteger(folder, `${input}_fault`) === 1) return true;
  return readInteger(folder, `${input}_alarm`) === 1 && (readInteger(folder, `${input}_min`) ?? 0) > 0;
}
