import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCameraUse } from '../../../../../src/main/sampler/collectors/linux/camera-use.js';
import {
  createMicrophoneUse,
  parseStreamStatus,
} from '../../../../../src/main/sampler/collectors/linux/microphone-use.js';
import { createUsbReadings } from '../../../../../src/main/sampler/collectors/linux/usb-readings.js';
import { LazyAbort, RunContext } from '../../../../../src/main/sampler/runner/context.js';
import { readAt, Tree, told } from '../fixture.js';
import { fixture } from './stand-in.js';

const usb = 'sys/devices/pci0000:00/0000:00:14.0/usb1/1-4';

/** A machine with one camera; `refcnt` null: its driver is built into the kernel. */
function withCamera(refcnt: number | null): Tree {
  const node = `${usb}/1-4:1.0/video4linux/video0`;
  const tree = new Tree({ [`${node}/index`]: 0, [`${node}/name`]: 'C270', [`${usb}/idVendor`]: '046d' })
    .folder(`${usb}/1-4:1.0/video4linux/video0`)
    .link('sys/class/video4linux/video0', node);
  if (refcnt !== null) tree.write({ [`${node}/device/driver/module/refcnt`]: refcnt });
  return tree;
}

/** Adds a process with an open file. */
function withProcess(tree: Tree, pid: number, name: string, opened: string): Tree {
  tree.write({ [`proc/${pid}/comm`]: name });
  mkdirSync(join(tree.root, `proc/${pid}/fd`));
  symlinkSync(opened, join(tree.root, `proc/${pid}/fd/7`));
  return tree;
}

describe('camera.inUse', () => {
  const read = async (tree: Tree) => (await readAt(createCameraUse(tree.root)))[0];

  it('is a sure no while nobody has the driver open', async () => {
    expect(await read(withCamera(0))).toEqual({ metric: 'camera.inUse', source: 'module refcnt', value: 0 });
  });

  it('names the programs', async () => {
    const tree = withProcess(withProcess(withCamera(1), 10, 'bash', '/dev/pts/1'), 11, 'obs', '/dev/video0');
    expect(await read(tree)).toEqual({ metric: 'camera.inUse', source: '/proc/*/fd', value: 1, note: 'obs' });
  });

  it('a driver that is held by somebody hidden is neither yes nor no', async () => {
    expect(await read(withProcess(withCamera(2), 10, 'bash', '/dev/null'))).toMatchObject({
      missing: 'needs-rights',
      advice: 'hidden-programs',
    });
  });

  it('a driver that does not count leaves the programs of this user', async () => {
    expect(await read(withCamera(null))).toMatchObject({ value: 0, note: 'programs of this user' });
    expect(await read(withProcess(withCamera(null), 3, 'zoom', '/dev/video0'))).toMatchObject({ value: 1 });
  });

  it('looks through all files once a minute, or when the count changes', async () => {
    const tree = withProcess(withCamera(1), 11, 'obs', '/dev/video0');
    const collector = createCameraUse(tree.root);
    const note = async (at: number) => (await readAt(collector, at))[0]?.note;
    expect(await note(0)).toBe('obs');
    tree.write({ 'proc/11/comm': 'zoom' });
    expect(await note(50_000)).toBe('obs');
    expect(await note(60_000)).toBe('zoom');
    tree.write({
      'proc/11/comm': 'cheese',
      [`${usb}/1-4:1.0/video4linux/video0/device/driver/module/refcnt`]: 2,
    });
    expect(await note(70_000)).toBe('cheese');
  });

  it('says nothing without a camera', async () => {
    expect(await readAt(createCameraUse(new Tree().root))).toEqual([]);
  });
});

describe('camera.error', () => {
  const device = 'sys/bus/usb/devices';
  const files = {
    [`${device}/1-4/idVendor`]: '046d',
    [`${device}/1-4/idProduct`]: '0825',
    [`${device}/1-4/serial`]: 'A1',
    [`${device}/1-4/product`]: 'HD Webcam C270',
    [`${device}/1-4/bDeviceClass`]: 'ef',
    [`${device}/1-4:1.0/bInterfaceClass`]: '0e',
    [`${device}/1-4:1.0/bInterfaceSubClass`]: '01',
    [`${device}/1-4:1.0/bInterfaceProtocol`]: '00',
    [`${device}/usb1/bDeviceClass`]: '09',
  };
  const instance = 'usb:046d:0825:A1';
  const read = async (tree: Tree) => readAt(createUsbReadings(tree.root));

  it('is 1 for a camera that no driver serves', async () => {
    const samples = await read(new Tree(files));
    expect(samples[0]).toMatchObject({ value: 1, note: 'HD Webcam C270: no driver' });
    expect(told(samples, 'camera.error', instance)).toBe(1);
  });

  it('is 0 with a driver, and 1 when the kernel gave the device up', async () => {
    const tree = new Tree(files).folder(`${device}/1-4:1.0/driver`);
    expect(told(await read(tree), 'camera.error', instance)).toBe(0);
    tree.write({ [`${device}/1-4/power/runtime_status`]: 'error' });
    expect(told(await read(tree), 'camera.error')).toBe(1);
  });

  const errorsOf = async (tree: Tree) => (await read(tree)).filter(({ metric }) => metric === 'camera.error');

  it('says nothing without a camera, and 0 for one that is not on USB', async () => {
    expect(await errorsOf(new Tree())).toEqual([]);
    expect(await errorsOf(withCamera(null))).toEqual([
      { metric: 'camera.error', source: '/sys/bus/usb/devices', value: 0 },
    ]);
  });

  it('has phones told apart, each an instance; without one the answer is 0', async () => {
    const phone = {
      [`${device}/1-2/idVendor`]: '04e8',
      [`${device}/1-2/idProduct`]: '6860',
      [`${device}/1-2/product`]: 'SAMSUNG_Android',
      [`${device}/1-2/serial`]: 'R5',
      [`${device}/1-2:1.0/bInterfaceClass`]: 'ff',
      [`${device}/1-2:1.0/bInterfaceSubClass`]: 'ff',
      [`${device}/1-2:1.0/bInterfaceProtocol`]: '00',
    };
    const samples = await read(new Tree({ ...files, ...phone }));
    expect(samples.filter(({ metric }) => metric === 'phone.present')).toMatchObject([
      { value: 1, note: 'SAMSUNG_Android' },
      { value: 1, note: 'SAMSUNG_Android', instance: 'usb:04e8:6860:R5' },
    ]);
    expect(told(await read(new Tree(files)), 'phone.present')).toBe(0);
    expect(told(await read(new Tree()), 'phone.present')).toBe(0);
  });

  it('keeps the devices for Diagnostics, phones marked', async () => {
    const phone = {
      [`${device}/1-2/idVendor`]: '2717',
      [`${device}/1-2/idProduct`]: 'ff48',
      [`${device}/1-2/product`]: 'Phone',
      [`${device}/1-2:1.0/bInterfaceClass`]: 'ff',
      [`${device}/1-2:1.0/bInterfaceSubClass`]: '42',
      [`${device}/1-2:1.0/bInterfaceProtocol`]: '01',
    };
    const context = new RunContext(new LazyAbort(), 0, 0);
    await createUsbReadings(new Tree({ ...files, ...phone }).root).read(context);
    expect(context.rawText.split('\n')).toEqual([
      'usb:2717:ff48:port 1-2 Phone (phone): ff4201',
      'usb:046d:0825:A1 HD Webcam C270: 0e0100',
    ]);
  });
});

describe('microphone.inUse', () => {
  const status = 'proc/asound/card1/pcm0c/sub0/status';
  const machine = (text?: string): Tree => {
    const tree = new Tree({ 'sys/devices/x/sound/card1/id': 'C270', 'proc/24226/comm': 'pipewire' })
      .link('sys/class/sound/card1', 'sys/devices/x/sound/card1')
      .folder('sys/class/sound/pcmC1D0c');
    return text === undefined ? tree : tree.write({ [status]: text });
  };
  const read = async (tree: Tree) => (await readAt(createMicrophoneUse(tree.root)))[0];

  it('reads a stream as the kernel prints it', () => {
    expect(parseStreamStatus(fixture('asound-status.txt'))).toEqual({ isOpen: true, owner: 24_226 });
    expect(parseStreamStatus('closed\n')).toEqual({ isOpen: false, owner: null });
    expect(parseStreamStatus('')).toBeNull();
  });

  it('is 1 while a stream is open, by whom', async () => {
    expect(await read(machine(fixture('asound-status.txt')))).toMatchObject({ value: 1, note: 'pipewire' });
  });

  it.each([
    ['closed', 0],
    ['', 'failed'],
    ['stat', 'failed'],
    [undefined, 'unsupported'],
  ])('%j tells %s', async (text, expected) => {
    const sample = await read(machine(text));
    expect(sample?.missing ?? sample?.value).toBe(expected);
  });

  it('playing does not count, and without a microphone nothing is said', async () => {
    const tree = machine('closed').write({
      'proc/asound/card1/pcm0p/sub0/status': fixture('asound-status.txt'),
    });
    expect(await read(tree)).toMatchObject({ value: 0 });
    expect(await read(new Tree())).toBeUndefined();
  });
});
