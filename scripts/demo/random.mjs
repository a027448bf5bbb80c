/** @typedef {() => number} Random a number in [0, 1) */

/**
 * Random numbers that are the same at every run (mulberry32): the trace must come out byte for byte.
 * @param {number} seed
 * @returns {Random}
 */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Noise as machines have it: each value leans on the one before. About 2 of 3 values lie within `spread`.
 * @param {Random} random
 * @param {number} spread
 * @param {number} [memory] 0: every value for itself, near 1: slow drift
 * @returns {() => number}
 */
export function wander(random, spread, memory = 0.8) {
  let value = 0;
  // Keeps the spread the same whatever the memory; three uniform numbers are close enough to a bell.
  const step = spread * 2 * Math.sqrt(1 - memory ** 2);
  return () => {
    value = memory * value + step * (random() + random() + random() - 1.5);
    return value;
  };
}
