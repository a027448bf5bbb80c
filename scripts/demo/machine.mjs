import { seededRandom, wander } from './random.mjs';
import { storyAt } from './story.mjs';

/** Time constants in ticks of 2 s: how slowly the cooler, the fans and the memory follow. */
const HEAT_LAG = 5;
const FAN_LAG = 3;
const MEMORY_LAG = 20;

/**
 * Makes the computer of the story. What it does follows from the stream and the export: load heats the CPU, heat
 * drives the fans. Call once per tick.
 * @param {number} seed
 */
export function createMachine(seed) {
  const random = seededRandom(seed);
  const jobs = wander(random, 2.6, 0.7);
  const sensor = wander(random, 0.35, 0.5);
  const cores = [0.8, -0.6, -1.9, -2.7].map((offset) => ({ offset, noise: wander(random, 0.5, 0.6) }));
  const blades = wander(random, 9, 0.6);
  const leak = wander(random, 0.5, 0.98);
  const rail = wander(random, 0.012, 0.7);
  let heat = 52;
  let rpm = 960;
  let used = 41;

  /** @param {number} minute */
  return (minute) => {
    const stream = storyAt('stream', minute);
    const busyWork = storyAt('exportLoad', minute);
    const burst = random() < 0.03 ? 9 * random() : 0;
    const load = clamp(7.5 + 35 * stream + busyWork + jobs() * (0.5 + stream) + burst, 1, 99);
    heat = follow(heat, 50 + 0.29 * load + storyAt('clogged', minute), HEAT_LAG);
    const temperature = heat + sensor();
    rpm = follow(rpm, 900 + 32 * Math.max(0, heat - 50), FAN_LAG);
    used = follow(used, 41 + 15 * stream + busyWork / 8 + minute / 40, MEMORY_LAG);
    const written = 90_000 * random() + stream * 1_150_000 + busyWork * 240_000 * (0.7 + 0.6 * random());
    const read = 40_000 * random() + (random() < 0.1 ? 2_500_000 * random() : 0) + busyWork * 150_000;
    return {
      stream,
      load,
      temperature,
      cores: cores.map(({ offset, noise }) => temperature + offset + noise()),
      cpuFan: rpm + blades(),
      caseFan: 620 + 0.35 * (rpm - 900) + blades(),
      memory: used + leak(),
      swap: 1.5 + 0.8 * stream,
      written,
      read,
      diskBusy: clamp(0.3 + (written + read) / 420_000 + random(), 0, 100),
      diskLatency: 0.18 + 0.22 * random() + busyWork * 0.012 * random(),
      rails: { '+12V': 12.1 + rail() - 0.03 * stream, '+5V': 5.04 + rail() / 2 },
      self: { cpu: 0.12 + 0.1 * random(), memory: 2.05e8 + 3e6 * random(), delay: 0.6 + random() },
    };
  };
}

/** @param {number} value @param {number} target @param {number} lag in ticks */
const follow = (value, target, lag) => value + (target - value) / lag;

/** @param {number} value @param {number} low @param {number} high */
const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
