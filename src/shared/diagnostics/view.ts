import type { CollectorStats } from '../sampler/protocol.js';
import type { SamplerStatus } from '../sampler/status.js';

/** Which Electron runs the program: the one in its package, the official one, or the stand-in for trying things out. */
export type RuntimeKind = 'packaged' | 'official' | 'development';

/** Who draws pages: the graphics card, the processor in its stead, or it is not known (yet). */
export type GpuUse = 'on' | 'software' | 'unknown';

/** The program and what it stands on. Paths are shown as they are; what is copied is redacted. */
export interface ProgramFacts {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly runtime: RuntimeKind;
  readonly os: string;
  /** null: not a matter of choice on this system. */
  readonly display: 'x11' | 'wayland' | null;
  /** Desktop session as it names itself; null where it does not. */
  readonly desktop: string | null;
  readonly gpu: GpuUse;
  /** Whether this desktop shows tray icons. */
  readonly tray: boolean;
  readonly folder: string;
  readonly logFile: string;
  /** Where IT's policy is, or would be. */
  readonly policyFile: string;
  readonly policyThere: boolean;
}

/** Kinds of processes that the program consists of. */
export const PROCESS_KINDS = ['main', 'page', 'sampler', 'gpu', 'network', 'other'] as const;

/** What one process of ours costs. */
export interface ProcessCost {
  readonly pid: number;
  readonly kind: (typeof PROCESS_KINDS)[number];
  /** Percent of one core since the look before; null at the first look. */
  readonly cpu: number | null;
  /** Bytes in use; memory that several processes share counts in each. */
  readonly memory: number;
}

/** Levels of the log, the least grave first. */
export const LOG_LEVELS = ['info', 'warn', 'error'] as const;

/** A level of {@link LOG_LEVELS}. */
export type LogLevel = (typeof LOG_LEVELS)[number];

/** An entry of the log; a stack belongs to the entry that it came with. */
export interface LogEntry {
  /** ms since 1970; null in front of the first entry that was read whole. */
  readonly at: number | null;
  readonly level: LogLevel;
  readonly text: string;
}

/** Everything under Diagnostics, at one moment. */
export interface DiagnosticsView {
  /** The computer's clock, ms since 1970. */
  readonly at: number;
  readonly program: ProgramFacts;
  readonly sampler: SamplerStatus & { readonly pid: number | null };
  /** null in a replay, which collects nothing; `at` is null until they told about themselves. */
  readonly collection: {
    readonly at: number | null;
    readonly collectors: readonly CollectorStats[];
  } | null;
  readonly costs: readonly ProcessCost[];
  /** Reports of defects and of processes that ended by themselves. */
  readonly crashes: {
    readonly folder: string;
    readonly count: number;
    /** ms since 1970; null: there is none. */
    readonly newest: number | null;
  };
  /** The last entries, newest last. */
  readonly log: readonly LogEntry[];
}
