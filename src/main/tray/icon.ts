import { join } from 'node:path';
import type { Verdict } from '../../shared/health/state.js';

/**
 * The icon of a verdict. Each has a shape and a colour of its own: circle, triangle, octagon, broken circle.
 * Windows wants an .ico with all sizes in it; a Linux panel scales one large picture; macOS picks `@2x` itself.
 */
export function trayIconPath(
  resources: string,
  platform: NodeJS.Platform,
  judgement: Verdict['judgement'],
): string {
  const folder = join(resources, 'icons', 'tray');
  if (platform === 'win32') return join(folder, 'windows', `${judgement}.ico`);
  return join(folder, platform === 'darwin' ? 'macos' : 'linux', `${judgement}.png`);
}
