/** A rectangle of the desktop in the system's scaled pixels; left or above the main screen it is negative. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place on the desktop. */
export type Point = Pick<Area, 'x' | 'y'>;

/** Width of the popup's content at 100 %. */
export const POPUP_WIDTH = 420;
/** Higher than this the popup scrolls: it must leave the screen to what people do there. */
const MAX_HEIGHT = 640;
const MARGIN = 16;

/** Where the system shows its own notifications: macOS above, the others below. */
export type Corner = 'top' | 'bottom';

/** The corner of a system. */
export const cornerOf = (platform: NodeJS.Platform): Corner => (platform === 'darwin' ? 'top' : 'bottom');

/** Places something of this size into the right corner of a work area; too large for it, it becomes smaller. */
export function placePopup(workArea: Area, size: Pick<Area, 'width' | 'height'>, corner: Corner): Area {
  // Where a screen is hardly larger than its margins, they give way first.
  const sideways = Math.min(MARGIN, Math.floor(workArea.width / 8));
  const upright = Math.min(MARGIN, Math.floor(workArea.height / 8));
  const width = Math.min(size.width, workArea.width - 2 * sideways);
  const height = Math.min(size.height, MAX_HEIGHT, workArea.height - 2 * upright);
  return {
    x: workArea.x + workArea.width - sideways - width,
    y: corner === 'top' ? workArea.y + upright : workArea.y + workArea.height - upright - height,
    width,
    height,
  };
}

/**
 * The screen to show a popup on: the one that holds most of the main window, else the one nearest to the pointer.
 * @param screens at least one
 */
export function chooseScreen<S extends { readonly bounds: Area }>(
  screens: readonly [S, ...S[]],
  main: Area | null,
  pointer: Point,
): S {
  const shares = screens.map(({ bounds }) => (main ? overlap(bounds, main) : 0));
  const most = Math.max(...shares);
  if (most > 0) return screens[shares.indexOf(most)] ?? screens[0];
  const distances = screens.map(({ bounds }) => distance(bounds, pointer));
  return screens[distances.indexOf(Math.min(...distances))] ?? screens[0];
}

function overlap(a: Area, b: Area): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

function distance({ x, y, width, height }: Area, point: Point): number {
  const sideways = Math.max(x - point.x, 0, point.x - (x + width));
  const upright = Math.max(y - point.y, 0, point.y - (y + height));
  return Math.hypot(sideways, upright);
}
