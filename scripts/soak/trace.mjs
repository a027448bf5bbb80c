import { closeSync, openSync, writeSync } from 'node:fs';

/** Time between two ticks of the trace, ms. */
export const TICK_MS = 2_000;
/** Begin of the trace: a midnight would change the day in its middle, as it does on a machine that is never off. */
const START = Date.UTC(2026, 0, 5, 8);
const CORES = 16;
const DISKS = 4;

/** A breach of some minutes in every hour, so that incidents open, close and flutter all day. @param {number} tick */
const isHot = (tick) => tick % 1_800 > 1_500;

/**
 * Some forty series, as a large station has them.
 * @param {number} tick
 * @returns {Generator<readonly [metric: string, value: number, unit: string, instance?: string]>}
 */
function* row(tick) {
  yield ['cpu.temperature', isHot(tick) ? 91 : 55 + (tick % 9), '°C'];
  for (let core = 0; core < CORES; core++) yield ['cpu.temperature', 54 + (tick % 9), '°C', `Core ${core}`];
  yield ['cpu.load', 20 + (tick % 50), '%'];
  yield ['memory.usage', 40 + (tick % 11), '%'];
  for (let disk = 0; disk < DISKS; disk++) {
    yield ['disk.read.rate', (tick % 9) * 1e6, 'bytes/s', `disk${disk}`];
    yield ['disk.write.rate', (tick % 5) * 1e6, 'bytes/s', `disk${disk}`];
    yield ['disk.latency', 1 + (tick % 3), 'ms', `disk${disk}`];
  }
  yield ['network.link', 1, 'bool'];
  yield ['network.loss', tick % 2_500 > 2_400 ? 3 : 0, '%', 'gateway'];
  yield ['network.latency', 5 + (tick % 4), 'ms', 'gateway'];
  yield ['network.rx.rate', 1e6 + (tick % 7), 'bytes/s'];
  yield ['network.tx.rate', 8e5 + (tick % 7), 'bytes/s'];
  yield ['power.ac', 1, 'bool'];
  // A camera that comes back under another name each time it is plugged in: names must not be kept for ever.
  const plug = Math.floor(tick / 300);
  yield ['camera.present', 1, 'bool', `usb:camera-${plug}`];
  yield ['microphone.present', 1, 'bool', 'usb:microphone'];
}

/**
 * Writes a trace.
 * @param {string} file
 * @param {number} ticks
 * @returns {{ readings: number, end: number }} how many readings, and the time of the last tick
 */
export function writeTrace(file, ticks) {
  const out = openSync(file, 'w');
  let readings = 0;
  try {
    for (let tick = 0; tick < ticks; tick++) {
      const at = START + tick * TICK_MS;
      let lines = '';
      for (const [metric, value, unit, instance] of row(tick)) {
        lines += `${JSON.stringify({ at, metric, value, unit, source: 'soak', instance })}\n`;
        readings += 1;
      }
      writeSync(out, lines);
    }
  } finally {
    closeSync(out);
  }
  return { readings, end: START + (ticks - 1) * TICK_MS };
}
