/** A device of capture for people and for opening it. */
export interface Device {
  readonly id: string;
  readonly label: string;
  /** Devices of one box share it. */
  readonly group: string;
}

/** What can be chosen. */
export interface Devices {
  readonly cameras: readonly Device[];
  readonly microphones: readonly Device[];
}

/** Names that Chromium gives to "whatever is the default now": they move, and prove nothing about a device. */
const MOVING = ['default', 'communications'];

/** The devices that are there. Without leave they have neither id nor name, and none is listed. */
export async function listDevices(): Promise<Devices> {
  const all = await navigator.mediaDevices.enumerateDevices();
  const of = (kind: MediaDeviceKind) =>
    all
      .filter((one) => one.kind === kind && one.deviceId !== '' && !MOVING.includes(one.deviceId))
      .map(({ deviceId, label, groupId }) => ({ id: deviceId, label: label || deviceId, group: groupId }));
  return { cameras: of('videoinput'), microphones: of('audioinput') };
}

/** The device to use: the one of last time, by id and then by name, else the first; undefined: there is none. */
export function pick(
  devices: readonly Device[],
  last: { readonly id: string; readonly label: string } | undefined,
): Device | undefined {
  return (
    devices.find(({ id }) => id === last?.id) ??
    devices.find(({ label }) => label === last?.label) ??
    devices[0]
  );
}
