import type { DiagnosticsView } from '../../src/shared/diagnostics/view.js';
import type { CollectorStats } from '../../src/shared/sampler/protocol.js';

const AT = Date.UTC(2026, 10, 24, 6, 2, 31);

/** A collector without troubles. */
export function collector(more: Partial<CollectorStats> = {}): CollectorStats {
  return {
    id: 'linux.memory',
    metrics: ['memory.usage', 'memory.swap'],
    periodMs: 2_000,
    state: 'idle',
    runs: 30,
    successes: 30,
    noData: 0,
    failures: 0,
    timeouts: 0,
    lastStartedAt: AT,
    lastDurationMs: 0.34,
    lastError: null,
    nextRunAt: AT + 2_000,
    ...more,
  };
}

/** A collector that has failed for a while. */
export const failing = collector({
  id: 'linux.cameras',
  metrics: ['camera.present'],
  state: 'backing-off',
  successes: 0,
  failures: 4,
  timeouts: 1,
  lastError: { at: AT - 1_000, text: "EACCES: permission denied, open '/sys/x'" },
});

/** A program in good order, except for one collector. */
export function diagnostics(more: Partial<DiagnosticsView> = {}): DiagnosticsView {
  return {
    at: AT,
    program: {
      version: '0.1.0',
      electron: '33.2.1',
      chromium: '130.0.1',
      node: '20.18.1',
      runtime: 'development',
      os: 'Debian (linux 6.1 x64)',
      display: 'x11',
      desktop: 'XFCE',
      gpu: 'software',
      tray: true,
      folder: '/home/zhao.min/.config/onair-sentry',
      logFile: '/home/zhao.min/.config/onair-sentry/logs/main.log',
      policyFile: '/etc/onair-sentry/policy.json',
      policyThere: false,
    },
    sampler: { state: 'running', restarts: 1, pid: 42 },
    collection: { at: AT, collectors: [collector(), failing] },
    crashes: { folder: '/home/zhao.min/.config/onair-sentry/crash-reports', count: 0, newest: null },
    costs: [
      { pid: 42, kind: 'sampler', cpu: 0.5, memory: 60e6 },
      { pid: 40, kind: 'main', cpu: 1.25, memory: 120e6 },
    ],
    log: [
      { at: AT - 5_000, level: 'info', text: 'started' },
      { at: AT - 4_000, level: 'warn', text: 'sampler: silent' },
      { at: AT - 3_000, level: 'error', text: 'uncaught exception: Error: x\n    at y' },
    ],
    ...more,
  };
}
