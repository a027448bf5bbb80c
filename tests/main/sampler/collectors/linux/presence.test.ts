import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createCameras } from '../../../../../src/main/sampler/collectors/linux/cameras.js';
import { createMicrophones } from '../../../../../src/main/sampler/collectors/linux/microphones.js';
import { readAt, Tree, told } from '../fixture.js';

const usb = 'sys/devices/pci0000:00/0000:00:14.0/usb1/1-4';
const webcam = {
  'sys/devices/pci0000:00/0000:00:14.0/usb1/idVendor': '1d6b',
  [`${usb}/idVendor`]: '046d',
  [`${usb}/idProduct`]: '0825',
  [`${usb}/product`]: 'HD Webcam C270',
};

function camera(tree: Tree, node: string, folder: string, index: number, name = 'HD Webcam C270'): Tree {
  const path = `${folder}/video4linux/${node}`;
  return tree
    .write({ [`${path}/index`]: index, [`${path}/name`]: name })
    .link(`sys/class/video4linux/${node}`, path);
}

describe('camera.present', () => {
  it('names a camera by its serial number, once for all its nodes', async () => {
    const tree = new Tree({ ...webcam, [`${usb}/serial`]: 'A1' });
    camera(tree, 'video0', `${usb}/1-4:1.0`, 0);
    camera(tree, 'video1', `${usb}/1-4:1.0`, 1);
    camera(tree, 'video2', `${usb}/1-4:1.2`, 0, 'HD Webcam C270 IR');
    const source = '/sys/class/video4linux';
    expect(await readAt(createCameras(tree.root))).toEqual([
      { metric: 'camera.present', source, value: 1, note: 'HD Webcam C270' },
      {
        metric: 'camera.present',
        source,
        value: 1,
        instance: 'usb:046d:0825:A1',
        note: 'HD Webcam C270',
      },
    ]);
  });

  it('goes by the socket where there is no serial number', async () => {
    const tree = camera(new Tree(webcam), 'video0', `${usb}/1-4:1.0`, 0);
    expect(told(await readAt(createCameras(tree.root)), 'camera.present', 'usb:046d:0825:port 1-4')).toBe(1);
  });

  it('tells two cameras with one serial number apart', async () => {
    const other = usb.replace('1-4', '1-5');
    const tree = new Tree({ ...webcam, [`${usb}/serial`]: 'S', [`${other}/idVendor`]: '046d' });
    tree.write({ [`${other}/idProduct`]: '0825', [`${other}/serial`]: 'S' });
    camera(camera(tree, 'video0', `${usb}/1-4:1.0`, 0), 'video2', `${other}/1-5:1.0`, 0);
    const samples = await readAt(createCameras(tree.root));
    expect(told(samples, 'camera.present', 'usb:046d:0825:S')).toBe(1);
    expect(told(samples, 'camera.present', 'usb:046d:0825:S #2')).toBe(1);
  });

  it('finds a capture card by its slot', async () => {
    const tree = camera(new Tree(), 'video0', 'sys/devices/pci0000:00/0000:03:00.0', 0, 'Capture HDMI');
    expect(told(await readAt(createCameras(tree.root)), 'camera.present', 'pci:0000:03:00.0')).toBe(1);
  });

  it('no camera is a reading: without video support, without nodes, with software or codec nodes only', async () => {
    expect(told(await readAt(createCameras(new Tree().root)), 'camera.present')).toBe(0);
    const empty = new Tree().folder('sys/class/video4linux');
    expect(told(await readAt(createCameras(empty.root)), 'camera.present')).toBe(0);
    const loopback = camera(new Tree(), 'video9', 'sys/devices/virtual', 0, 'OBS Virtual Camera');
    expect(told(await readAt(createCameras(loopback.root)), 'camera.present')).toBe(0);
    const codec = camera(new Tree(), 'video10', 'sys/devices/platform/soc', 0, 'bcm2835-codec-decode');
    expect(told(await readAt(createCameras(codec.root)), 'camera.present')).toBe(0);
  });

  it('a camera that is pulled out is gone at the next look', async () => {
    const tree = camera(new Tree(webcam), 'video0', `${usb}/1-4:1.0`, 0);
    const collector = createCameras(tree.root);
    expect(told(await readAt(collector), 'camera.present')).toBe(1);
    tree.remove('sys/class/video4linux/video0');
    expect(told(await readAt(collector), 'camera.present')).toBe(0);
  });

  it('another camera with the name of the one before is told at once', async () => {
    const other = usb.replace('1-4', '1-5');
    const tree = camera(new Tree(webcam), 'video0', `${usb}/1-4:1.0`, 0);
    tree.write({ [`${other}/idVendor`]: '1bcf', [`${other}/idProduct`]: '28c4' });
    const collector = createCameras(tree.root);
    expect(told(await readAt(collector, 0), 'camera.present', 'usb:046d:0825:port 1-4')).toBe(1);
    camera(tree, 'video1', `${other}/1-5:1.0`, 0);
    const folder = join(tree.root, 'sys/class/video4linux');
    renameSync(join(folder, 'video1'), join(folder, 'video0'));
    const samples = await readAt(collector, 0);
    expect(told(samples, 'camera.present', 'usb:1bcf:28c4:port 1-5')).toBe(1);
    expect(samples).toHaveLength(2);
  });

  it('a camera that could not be asked is asked again within ten seconds', async () => {
    const tree = camera(new Tree(webcam), 'video0', `${usb}/1-4:1.0`, 1);
    const collector = createCameras(tree.root);
    expect(told(await readAt(collector, 0), 'camera.present')).toBe(0);
    tree.write({ [`${usb}/1-4:1.0/video4linux/video0/index`]: 0 });
    expect(told(await readAt(collector, 10_000), 'camera.present')).toBe(1);
  });
});

describe('microphone.present', () => {
  it('lists every card that can record', async () => {
    const onboard = 'sys/devices/pci0000:00/0000:00:1f.3/sound/card0';
    const tree = new Tree({ ...webcam, [`${onboard}/id`]: 'PCH', [`${usb}/1-4:1.2/sound/card1/id`]: 'C270' })
      .link('sys/class/sound/card0', onboard)
      .link('sys/class/sound/card1', `${usb}/1-4:1.2/sound/card1`)
      .folder('sys/class/sound/pcmC0D0c')
      .folder('sys/class/sound/pcmC0D2c')
      .folder('sys/class/sound/pcmC0D0p')
      .folder('sys/class/sound/pcmC1D0c');
    const samples = await readAt(createMicrophones(tree.root));
    expect(samples).toHaveLength(3);
    expect(samples[0]).toMatchObject({ value: 1, note: 'PCH, HD Webcam C270' });
    expect(told(samples, 'microphone.present', 'pci:0000:00:1f.3')).toBe(1);
    expect(told(samples, 'microphone.present', 'usb:046d:0825:port 1-4')).toBe(1);
  });

  it('does not count cards that only play, or that software made', async () => {
    const aloop = 'sys/devices/platform/snd_aloop.0/sound/card3';
    const tree = new Tree({ [`${aloop}/id`]: 'Loopback' })
      .link('sys/class/sound/card3', aloop)
      .folder('sys/class/sound/pcmC3D0c')
      .folder('sys/class/sound/pcmC0D0p');
    expect(told(await readAt(createMicrophones(tree.root)), 'microphone.present')).toBe(0);
  });
});
