/** @typedef {readonly (readonly [minute: number, value: number])[]} Curve */

/** How long the story is, minutes. */
export const MINUTES = 60;

/**
 * The hour as curves over its minutes: idle, on air, an export in the background with a clogged fan, a router that
 * loses packets, a camera cable that is pulled, good-bye.
 * @type {Readonly<Record<'stream' | 'exportLoad' | 'clogged' | 'loss', Curve>>}
 */
const STORY = {
  /** How much of the stream is running, 0-1. */
  stream: [
    [6, 0],
    [8, 1],
    [56, 1],
    [57.5, 0],
  ],
  /** Extra CPU load of a video export, points. */
  exportLoad: [
    [21.5, 0],
    [22.5, 34],
    [30.5, 34],
    [31.5, 0],
  ],
  /** What the dust in the cooler adds to the CPU, °C. */
  clogged: [
    [22, 0],
    [24.5, 6],
    [27.5, 7],
    [28.5, 19],
    [30.5, 20],
    [32, 0],
  ],
  /** Chance of each probe to be lost. */
  loss: [
    [38, 0],
    [38.2, 0.018],
    [41, 0.018],
    [41.2, 0.08],
    [42.5, 0.08],
    [42.7, 0],
  ],
};

/** Minutes during which the camera's cable is out. */
export const CAMERA_OUT = { from: 49, to: 50 };
/** The one probe that any network loses now and then, minute. */
export const STRAY_LOSS = 14;

/**
 * The value of a curve of the story, straight between its points and level outside them.
 * @param {keyof typeof STORY} name
 * @param {number} minute
 */
export function storyAt(name, minute) {
  const curve = STORY[name];
  const next = curve.findIndex(([at]) => at > minute);
  const [fromAt, from] = curve.at(next < 0 ? -1 : Math.max(0, next - 1)) ?? [0, 0];
  const [toAt, to] = curve[next] ?? [fromAt, from];
  if (minute <= fromAt || toAt === fromAt) return from;
  return from + ((to - from) * (minute - fromAt)) / (toAt - fromAt);
}
