import type { MediaGrant } from '../../../../../shared/ipc/precheck.js';
import type { Platform } from '../../../../../shared/precheck/platforms/schema.js';
import type { ProblemCode } from '../../../../../shared/precheck/reasons.js';

/** A device that was opened, or why not. */
export type Opened =
  | { readonly ok: true; readonly stream: MediaStream }
  | { readonly ok: false; readonly code: ProblemCode };

/**
 * Opens one camera, this one and no other, at the size that the platform wants where it can. Alone: asked for together
 * with a microphone, a failure would not say which of the two it was.
 */
export function openCamera(id: string, { width, height, fps }: Platform, grant: MediaGrant): Promise<Opened> {
  return open(
    {
      video: {
        deviceId: { exact: id },
        width: { ideal: width.value },
        height: { ideal: height.value },
        frameRate: { ideal: fps.value },
      },
    },
    grant.camera,
  );
}

/** Opens one microphone as it is: what cleans up sound for calls would hide its noise and change its level. */
export function openMicrophone(id: string, grant: MediaGrant): Promise<Opened> {
  return open(
    {
      audio: {
        deviceId: { exact: id },
        echoCancellation: false,
        noiseSuppression: false,
        autoGainControl: false,
        channelCount: { ideal: 2 },
      },
    },
    grant.microphone,
  );
}

/** Closes a stream for good. */
export function close(stream: MediaStream | null | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

async function open(constraints: MediaStreamConstraints, access: MediaGrant['camera']): Promise<Opened> {
  try {
    return { ok: true, stream: await navigator.mediaDevices.getUserMedia(constraints) };
  } catch (error) {
    return { ok: false, code: problemOf(error, access) };
  }
}

/** What a browser's error means, as a code of ours. @param access what the operating system says about the device */
export function problemOf(error: unknown, access: MediaGrant['camera']): ProblemCode {
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'NotFoundError':
    // The device of this id is not there any more.
    case 'OverconstrainedError':
      return 'no-device';
    case 'NotAllowedError':
    case 'SecurityError':
      return access === 'denied' || access === 'restricted'
        ? 'permission-denied-by-system'
        : 'permission-denied';
    // Held by another program, or the driver failed; Windows says the same for a privacy switch that is off.
    case 'NotReadableError':
      return access === 'denied' || access === 'restricted' ? 'permission-denied-by-system' : 'device-busy';
    case 'AbortError':
      return 'device-busy';
    default:
      return 'failed';
  }
}
