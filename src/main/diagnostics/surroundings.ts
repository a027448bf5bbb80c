import { readFileSync } from 'node:fs';
import { version } from 'node:os';
import type { GpuUse, ProgramFacts, RuntimeKind } from '../../shared/diagnostics/view.js';

/** The desktop session that the environment names. */
export function sessionOf(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): Pick<ProgramFacts, 'display' | 'desktop'> {
  if (platform === 'win32' || platform === 'darwin') return { display: null, desktop: null };
  const wayland = Boolean(env.WAYLAND_DISPLAY) || env.XDG_SESSION_TYPE === 'wayland';
  const display = wayland ? 'wayland' : env.DISPLAY ? 'x11' : null;
  return { display, desktop: env.XDG_CURRENT_DESKTOP || env.DESKTOP_SESSION || null };
}

/** Who draws, by Chromium's own word for it. @param status of `gpu_compositing` */
export function gpuUse(status: string | undefined): GpuUse {
  if (status === undefined || status === '') return 'unknown';
  return status.startsWith('enabled') ? 'on' : 'software';
}

/** File beside the executable that marks the stand-in runtime; scripts/lib/runtime-override.mjs writes it. */
export const DEVELOPMENT_MARK = 'onair-sentry-ready.json';

/** Which Electron this is. @param isMarked whether {@link DEVELOPMENT_MARK} lies beside the executable */
export function runtimeKind(isPackaged: boolean, isMarked: boolean): RuntimeKind {
  if (isMarked) return 'development';
  return isPackaged ? 'packaged' : 'official';
}

/**
 * Name of the operating system for people. Linux has one per distribution, in a file that all of them keep.
 * @param osRelease content of /etc/os-release; '' where there is none
 */
export function osName(osRelease: string, kernelVersion: string): string {
  return /^PRETTY_NAME=["']?(.{1,100}?)["']?$/m.exec(osRelease)?.[1] ?? kernelVersion;
}

/** Name of this operating system for people. */
export function ownOsName(): string {
  return osName(osRelease(), version());
}

function osRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
