import { wander } from './random.mjs';
import { STRAY_LOSS, storyAt } from './story.mjs';

/** Five probes a second, looked at over a minute: enough to tell 1 % from none. */
const PROBES_PER_TICK = 10;
const WINDOW_TICKS = 30;

/**
 * Makes the network of the story: every probe is thrown like a die, and loss is counted over the last minute as
 * the prober does. Call once per tick.
 * @param {import('./random.mjs').Random} random
 */
export function createNetwork(random) {
  /** @type {number[]} */
  const lostPerTick = [];
  const drift = wander(random, 0.25, 0.9);
  const traffic = wander(random, 60_000, 0.6);
  const pages = wander(random, 25_000, 0.5);

  /** @param {number} minute @param {number} stream */
  return (minute, stream) => {
    const chance = storyAt('loss', minute);
    lostPerTick.push(throwProbes(random, chance) + (minute === STRAY_LOSS ? 1 : 0));
    if (lostPerTick.length > WINDOW_TICKS) lostPerTick.shift();
    const lost = lostPerTick.reduce((sum, one) => sum + one, 0);
    // A router that drops packets also lets the others wait.
    const strain = chance * 500;
    return {
      lost,
      loss: (100 * lost) / (lostPerTick.length * PROBES_PER_TICK),
      latency: Math.max(0.8, 2.2 + drift() + strain * (0.6 + random() * 0.8)),
      jitter: Math.max(0.1, 0.3 + 0.3 * random() + strain * 0.3 * random()),
      tx: Math.max(900, 14_000 + stream * (760_000 + traffic()) * (1 - 3 * chance) + 9_000 * random()),
      rx: Math.max(1_500, 32_000 + 25_000 * stream + pages()),
    };
  };
}

/** @param {import('./random.mjs').Random} random @param {number} chance */
function throwProbes(random, chance) {
  let lost = 0;
  for (let probe = 0; probe < PROBES_PER_TICK; probe++) if (random() < chance) lost += 1;
  return lost;
}
