import { createStore } from 'zustand';
import type { MediaGrant } from '../../../../../shared/ipc/precheck.js';
import type { Platform } from '../../../../../shared/precheck/platforms/schema.js';
import type { ProblemCode } from '../../../../../shared/precheck/reasons.js';
import type { Bridge } from '../../../bridge.js';
import { type Device, type Devices, listDevices, pick } from './devices.js';
import { close, type Opened, openCamera, openMicrophone } from './open.js';
import { type LiveFound, PictureSource } from './picture-source.js';
import { type Level, SoundSource } from './sound-source.js';

/** One of the two devices of a take. */
export interface Channel {
  readonly device: Device | null;
  /** Why it can't be used. */
  readonly problem: ProblemCode | null;
  /** The device is open. */
  readonly isOpen: boolean;
}

/** What a session shows. */
export interface CaptureState {
  /** null until the devices are known. */
  readonly devices: Devices | null;
  readonly camera: Channel;
  readonly microphone: Channel;
  readonly level: Level | null;
  readonly live: LiveFound | null;
}

/** Which device. */
export type Kind = 'camera' | 'microphone';

/** What a session needs. */
export interface SessionOptions {
  readonly bridge: Bridge;
  readonly video: HTMLVideoElement;
  readonly platform: Platform;
  /** Devices of the last check. */
  readonly last: Partial<Record<Kind, { readonly id: string; readonly label: string }>>;
  /** What is to be measured. */
  readonly wants: readonly Kind[];
}

const CLOSED: Channel = { device: null, problem: null, isOpen: false };

/**
 * Camera and microphone while a check uses them: asks main for leave, opens the devices, and closes all of it at once when
 * it ends, when main takes the leave back, or when a device goes.
 */
export class CaptureSession {
  readonly state = createStore<CaptureState>(() => ({
    devices: null,
    camera: CLOSED,
    microphone: CLOSED,
    level: null,
    live: null,
  }));
  picture: PictureSource | null = null;
  sound: SoundSource | null = null;
  /** The open streams, for recording. */
  readonly streams: Partial<Record<Kind, MediaStream>> = {};
  /** null until main gave leave. */
  grant: MediaGrant | null = null;
  private renewing: ReturnType<typeof setInterval> | undefined;
  private ended = false;
  private readonly unsubscribe: () => void;
  private readonly relist = () => void this.list();

  constructor(private readonly options: SessionOptions) {
    this.unsubscribe = options.bridge.subscribe('precheck:lapsed', () => this.close());
  }

  /** Asks for leave and opens what is wanted. */
  async start(): Promise<void> {
    const answer = await this.options.bridge.invoke('precheck:begin', undefined);
    if (!answer.ok || this.ended) return;
    this.grant = answer.value;
    this.renewing = setInterval(
      () => void this.options.bridge.invoke('precheck:begin', undefined),
      answer.value.leaseMs / 3,
    );
    navigator.mediaDevices.addEventListener('devicechange', this.relist);
    const devices = await this.list();
    // One after the other: what fails is then what was asked for.
    for (const kind of this.options.wants) {
      const found = pick(listOf(devices, kind), this.options.last[kind]);
      if (found) await this.open(kind, found);
      else this.show(kind, { device: null, problem: 'no-device', isOpen: false });
    }
  }

  /** Opens a device in place of the open one of its kind. */
  async open(kind: Kind, device: Device): Promise<void> {
    this.release(kind);
    if (!this.grant || this.ended) return;
    this.show(kind, { device, problem: null, isOpen: false });
    const opened: Opened = await (kind === 'camera'
      ? openCamera(device.id, this.options.platform, this.grant)
      : openMicrophone(device.id, this.grant));
    if (!opened.ok) {
      this.show(kind, { device, problem: opened.code, isOpen: false });
      return;
    }
    // The check ended, or another device was chosen, while this one was opening.
    if (this.ended || this.state.getState()[kind].device?.id !== device.id) {
      close(opened.stream);
      return;
    }
    await this.adopt(kind, device, opened.stream);
  }

  /** Closes everything at once and gives the leave back. */
  close(): void {
    if (this.ended) return;
    this.ended = true;
    clearInterval(this.renewing);
    this.unsubscribe();
    navigator.mediaDevices.removeEventListener('devicechange', this.relist);
    this.release('camera');
    this.release('microphone');
    this.state.setState({ camera: CLOSED, microphone: CLOSED, level: null, live: null });
    void this.options.bridge.invoke('precheck:end', undefined);
  }

  private async adopt(kind: Kind, device: Device, stream: MediaStream): Promise<void> {
    this.streams[kind] = stream;
    stream.getTracks()[0]?.addEventListener('ended', () => this.lose(kind, device));
    if (kind === 'camera') {
      const { video } = this.options;
      video.srcObject = stream;
      await video.play().catch(() => undefined);
      if (this.streams.camera === stream)
        this.picture = new PictureSource(video, (live) => this.state.setState({ live }));
    } else {
      const sound = await SoundSource.open(stream, (level) => this.state.setState({ level }));
      if (this.streams.microphone === stream) this.sound = sound;
      else sound.close();
    }
    if (this.streams[kind] === stream) this.show(kind, { device, problem: null, isOpen: true });
  }

  /** A device that was pulled ends a take that runs: half of one proves nothing. */
  private lose(kind: Kind, device: Device): void {
    if (this.ended || this.state.getState()[kind].device?.id !== device.id) return;
    this.show(kind, { device, problem: 'device-lost', isOpen: false });
    this.release(kind);
  }

  private release(kind: Kind): void {
    close(this.streams[kind]);
    delete this.streams[kind];
    if (kind === 'camera') {
      this.picture?.close();
      this.picture = null;
      this.options.video.srcObject = null;
      this.state.setState({ live: null });
    } else {
      this.sound?.close();
      this.sound = null;
      this.state.setState({ level: null });
    }
  }

  private async list(): Promise<Devices> {
    const devices = await listDevices();
    this.state.setState({ devices });
    return devices;
  }

  private show(kind: Kind, channel: Channel): void {
    this.state.setState({ [kind]: channel });
  }
}

const listOf = (devices: Devices, kind: Kind) => (kind === 'camera' ? devices.cameras : devices.microphones);
