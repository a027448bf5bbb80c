import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Files = Readonly<Record<string, string | number>>;

const USB = 'sys/devices/pci0000:00/0000:00:14.0/usb1';
const route = (device: string): Files => ({
  'proc/net/route': `Iface\n${device}\t00000000\t0101A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0`,
});

/**
 * A machine below a folder of its own, whose devices come and go: at every step something else is plugged in, pulled out
 * or numbered anew, and what is new has a serial number that was never seen. Counters move on at every tick.
 */
export class ChangingMachine {
  readonly root = mkdtempSync(join(tmpdir(), 'onair-machine-'));
  #steps = 0;
  #ticks = 0;

  constructor() {
    this.#write({
      'proc/stat': 'cpu 100 0 100 800 0 0 0 0',
      'proc/meminfo': 'MemTotal: 8000000 kB\nMemAvailable: 5000000 kB\nSwapTotal: 1000 kB\nSwapFree: 900 kB',
      'sys/class/power_supply/AC/type': 'Mains',
      'sys/class/power_supply/AC/online': 1,
      [`${USB}/idVendor`]: '1d6b',
      ...route('eth0'),
    });
    for (const change of CHANGES) change(this, 0);
  }

  /** Counters of a tick; at every `every`-th one a device changes. */
  tick(every: number): void {
    this.#ticks += 1;
    const busy = this.#ticks * 40;
    this.#write({ 'proc/stat': `cpu ${busy} 0 ${busy} ${this.#ticks * 160} 0 0 0 0` });
    if (this.#ticks % every !== 0) return;
    this.#steps += 1;
    CHANGES[this.#steps % CHANGES.length]?.(this, this.#steps);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Replaces everything below a folder. */
  put(folder: string, files: Files): void {
    this.drop(folder);
    this.#write(Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text])));
  }

  drop(path: string): void {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }

  link(path: string, target: string): void {
    this.drop(path);
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    symlinkSync(join(this.root, target), join(this.root, path));
  }

  route(device: string): void {
    this.#write(route(device));
  }

  #write(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.root, path)), { recursive: true });
      writeFileSync(join(this.root, path), `${text}\n`);
    }
  }
}

type Change = (machine: ChangingMachine, step: number) => void;

/** Every kind of device, once per round: present in even rounds and gone in odd ones, or renumbered. */
const CHANGES: readonly Change[] = [camera, microphone, disk, adapter, battery, sensors];

const isOut = (step: number): boolean => Math.floor(step / CHANGES.length) % 2 === 1;

function camera(machine: ChangingMachine, step: number): void {
  const device = `${USB}/1-4`;
  machine.drop('sys/class/video4linux');
  machine.drop(device);
  if (isOut(step)) return;
  machine.put(device, {
    idVendor: '046d',
    idProduct: '0825',
    product: 'HD Webcam C270',
    serial: `C${step}`,
    '1-4:1.0/video4linux/video0/index': 0,
    '1-4:1.0/video4linux/video0/name': 'HD Webcam C270',
  });
  machine.link('sys/class/video4linux/video0', `${device}/1-4:1.0/video4linux/video0`);
}

function microphone(machine: ChangingMachine, step: number): void {
  const device = `${USB}/1-5`;
  machine.drop('sys/class/sound');
  machine.drop(device);
  if (isOut(step)) return;
  machine.put(device, {
    idVendor: '0d8c',
    idProduct: '0014',
    product: 'USB Microphone',
    serial: `M${step}`,
    '1-5:1.0/sound/card1/id': 'Device',
    '1-5:1.0/sound/card1/pcmC1D0c/info': '',
  });
  machine.link('sys/class/sound/card1', `${device}/1-5:1.0/sound/card1`);
  machine.link('sys/class/sound/pcmC1D0c', `${device}/1-5:1.0/sound/card1/pcmC1D0c`);
}

function disk(machine: ChangingMachine, step: number): void {
  machine.drop('sys/block');
  machine.put('sys/block/sda', {
    stat: `${step} 0 ${step * 8} 5 ${step} 0 ${step * 8} 5 0 ${step} 0 0 0 0 0 0 0`,
    size: 1_000,
    'device/model': 'Fixed',
    'device/wwid': 'naa.1',
  });
  if (isOut(step)) return;
  machine.put('sys/block/sdb', {
    stat: '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0',
    size: 1_000,
    'device/model': 'Removable',
    'device/wwid': `naa.${step + 2}`,
  });
}

function adapter(machine: ChangingMachine, step: number): void {
  const name = isOut(step) ? `usb${step}` : 'eth0';
  machine.drop('sys/class/net');
  machine.put(`sys/class/net/${name}`, {
    'device/vendor': '0x8086',
    operstate: 'up',
    carrier: 1,
    speed: 1_000,
    'statistics/rx_bytes': step * 1_000,
    'statistics/tx_bytes': step * 1_000,
  });
  machine.route(name);
}

function battery(machine: ChangingMachine, step: number): void {
  machine.drop('sys/class/power_supply/BAT0');
  machine.drop('sys/class/power_supply/BAT1');
  if (isOut(step)) return;
  machine.put(`sys/class/power_supply/BAT${(step / CHANGES.length) % 4 === 0 ? 0 : 1}`, {
    type: 'Battery',
    present: 1,
    status: 'Charging',
    capacity: 83,
    energy_now: 41_500_000,
    energy_full: 50_000_000,
    voltage_now: 11_850_000,
    power_now: 9_000_000,
    serial_number: `B${step}`,
  });
}

function sensors(machine: ChangingMachine, step: number): void {
  machine.drop('sys/class/hwmon');
  machine.put(`sys/class/hwmon/hwmon${step % 5}`, {
    name: 'coretemp',
    temp1_label: 'Package id 0',
    temp1_input: 55_000,
    temp2_label: 'Core 0',
    temp2_input: 54_000,
  });
}
