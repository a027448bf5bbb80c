import { createMachine } from './machine.mjs';
import { createNetwork } from './network.mjs';
import { seededRandom } from './random.mjs';
import { CAMERA_OUT, MINUTES } from './story.mjs';

/** @typedef {readonly [metric: string, value: number | null, unit: string, extra?: object]} Row */

const START = Date.parse('2026-03-02T09:00:00+08:00');
const TICK_MS = 2_000;
const TICKS_PER_MINUTE = 30;
const SEED = 20260302;

const CAMERA = { instance: 'usb:camera', note: 'HD Webcam' };
const MICROPHONES = [
  { instance: 'usb:microphone', note: 'USB Microphone' },
  { instance: 'audio:line-in', note: 'HD Audio' },
];
const SYSTEM_DISK = { instance: 'disk0', note: 'NVMe SSD 1 TB' };
const DATA_DISK = { instance: 'disk1', note: 'SATA SSD 2 TB' };
const GATEWAY = { instance: 'gateway' };

/** The hour as lines of a trace. @returns {Generator<string>} */
export function* workday() {
  const machine = createMachine(SEED);
  const network = createNetwork(seededRandom(SEED + 1));
  let cameraWasThere = true;
  for (let tick = 0; tick <= MINUTES * TICKS_PER_MINUTE; tick++) {
    const minute = tick / TICKS_PER_MINUTE;
    const now = machine(minute);
    const camera = minute < CAMERA_OUT.from || minute >= CAMERA_OUT.to;
    const line = network(minute, now.stream);
    const rows = everyTick(now, line, camera);
    // A device that vanishes says so once and then no more.
    if (cameraWasThere && !camera) rows.push(['camera.present', null, 'bool', { ...CAMERA, ...GONE }]);
    cameraWasThere = camera;
    if (tick % 5 === 0) rows.push(...everyTenSeconds(now, line, camera));
    if (tick % TICKS_PER_MINUTE === 0) rows.push(...everyMinute(minute));
    if (tick % (10 * TICKS_PER_MINUTE) === 0) rows.push(...everyTenMinutes(minute));
    for (const row of rows) yield toLine(START + tick * TICK_MS, row);
  }
}

const GONE = { missing: 'not-present' };

/**
 * What moves, and what a fault is judged by.
 * @param {ReturnType<ReturnType<typeof createMachine>>} machine
 * @param {ReturnType<ReturnType<typeof createNetwork>>} network
 * @param {boolean} camera
 * @returns {Row[]}
 */
function everyTick(machine, network, camera) {
  return [
    ['cpu.temperature', round(machine.temperature, 1), '°C'],
    ['cpu.load', round(machine.load, 1), '%'],
    ['memory.usage', round(machine.memory, 1), '%'],
    ['disk.write.rate', round(machine.written, -3), 'bytes/s'],
    ['network.link', 1, 'bool'],
    ['network.loss', round(network.loss, 2), '%', { ...GATEWAY, evidence: network.lost }],
    ['network.latency', round(network.latency, 1), 'ms', GATEWAY],
    ['network.rx.rate', round(network.rx, -2), 'bytes/s'],
    ['network.tx.rate', round(network.tx, -2), 'bytes/s'],
    ['camera.present', camera ? 1 : 0, 'bool'],
    ['microphone.present', 1, 'bool'],
    ['power.ac', 1, 'bool'],
  ];
}

/**
 * The medium tier, and fast metrics that hardly move: at every tick they would double the file.
 * @param {ReturnType<ReturnType<typeof createMachine>>} machine
 * @param {ReturnType<ReturnType<typeof createNetwork>>} network
 * @param {boolean} camera
 * @returns {Row[]}
 */
function everyTenSeconds(machine, network, camera) {
  const live = machine.stream > 0.5 ? 1 : 0;
  const { self, rails } = machine;
  return [
    ...machine.cores.map(
      (core, index) =>
        /** @type {Row} */ (['cpu.temperature', round(core, 1), '°C', { instance: `Core ${index}` }]),
    ),
    ['fan.speed', round(machine.cpuFan, 0), 'rpm', { instance: 'CPU' }],
    ['fan.speed', round(machine.caseFan, 0), 'rpm', { instance: 'Case' }],
    ['memory.swap', round(machine.swap, 1), '%'],
    ['disk.read.rate', round(machine.read, -3), 'bytes/s'],
    ['disk.busy', round(machine.diskBusy, 1), '%', SYSTEM_DISK],
    ['disk.busy', round(machine.diskBusy / 6, 1), '%', DATA_DISK],
    ['disk.latency', round(machine.diskLatency, 2), 'ms', SYSTEM_DISK],
    ['network.jitter', round(network.jitter, 1), 'ms', GATEWAY],
    ['network.linkSpeed', 1_000, 'Mbit/s'],
    ...(camera ? [/** @type {Row} */ (['camera.present', 1, 'bool', CAMERA])] : []),
    ['camera.inUse', camera ? live : 0, 'bool'],
    ...MICROPHONES.map((one) => /** @type {Row} */ (['microphone.present', 1, 'bool', one])),
    ['microphone.inUse', live, 'bool'],
    ['microphone.muted', 0, 'bool'],
    ...Object.entries(rails).map(
      ([instance, volts]) => /** @type {Row} */ (['power.voltage', round(volts, 2), 'V', { instance }]),
    ),
    ['self.cpu', round(self.cpu, 2), '%'],
    ['self.memory', round(self.memory, -5), 'bytes'],
    ['self.delay', round(self.delay, 1), 'ms'],
  ];
}

/** @param {number} minute @returns {Row[]} */
function everyMinute(minute) {
  return [
    ['disk.free', 212_400_000_000 - minute * 9_000_000, 'bytes', { instance: 'C:' }],
    ['disk.free', 1_431_000_000_000 - minute * 75_000_000, 'bytes', { instance: 'D:' }],
    ['memory.errors', 0, 'count'],
    ['camera.error', 0, 'bool'],
  ];
}

/** @param {number} minute @returns {Row[]} */
function everyTenMinutes(minute) {
  const counters = ['system.hang', 'system.crash', 'system.unexpectedReboot', 'display.reset'];
  return [
    ...[SYSTEM_DISK, DATA_DISK].flatMap(
      (disk) =>
        /** @type {Row[]} */ ([
          ['disk.smart', 1, 'bool', disk],
          ['disk.errors', 0, 'count', disk],
        ]),
    ),
    ...counters.map((metric) => /** @type {Row} */ ([metric, 0, 'count'])),
    ['system.updates', 0, 'count'],
    ['system.restartPending', 0, 'bool'],
    ['antivirus.enabled', 1, 'bool', { note: 'Microsoft Defender' }],
    ['antivirus.definitionAge', round(0.3 + minute / 1_440, 2), 'days'],
    ['antivirus.scanAge', round(2.4 + minute / 1_440, 2), 'days'],
  ];
}

/** @param {number} at @param {Row} row */
function toLine(at, [metric, value, unit, extra]) {
  return JSON.stringify({ at, metric, value, unit, source: 'demo', ...extra });
}

/** @param {number} value @param {number} digits after the point; negative: in front of it */
function round(value, digits) {
  const step = 10 ** -digits;
  return digits > 0 ? Number(value.toFixed(digits)) : Math.round(value / step) * step;
}
