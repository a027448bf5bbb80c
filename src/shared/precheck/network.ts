import type { ProblemCode } from './reasons.js';

/** How much of the measured rate may be used: OBS proposes 70 % of what its test measured. */
const USABLE_SHARE = 0.7;
/** Sent at this many times the bitrate: enough to prove a headroom of 1.43 although the steps vary (ours). */
const PACE = 2;
/** The first part does not count: connections start slowly (OBS ignores 2.5 s, measures 10 s). */
const WARM_UP_MS = 2_500;
const MEASURE_MS = 10_000;
/** A shorter measurement says nothing about "sustained" (ours). */
const LEAST_MEASURE_MS = 5_000;
/** Rates are told by this step, and the sustained one is what nine of ten steps reach (ours). */
const STEP_MS = 500;
const SUSTAINED_SHARE = 0.1;

/** How an upload is measured, told before it starts. */
export interface UploadPlan {
  /** Most that is sent, bytes. */
  readonly bytes: number;
  /** Rate at which it is sent, kbit/s. */
  readonly paceKbps: number;
  readonly warmUpMs: number;
  /** Length, warm-up included, ms. */
  readonly totalMs: number;
}

/**
 * Plans a measurement for a bitrate within the bytes that may be used; null: they are too few to tell anything.
 * @param targetKbps bitrate of the platform, kbit/s @param maxBytes most that may be sent
 */
export function uploadPlan(targetKbps: number, maxBytes: number): UploadPlan | null {
  const paceKbps = Math.ceil(targetKbps * PACE);
  // kbit/s are bits each ms.
  const bytesPerMs = paceKbps / 8;
  const totalMs = Math.min(WARM_UP_MS + MEASURE_MS, Math.floor(maxBytes / bytesPerMs));
  if (totalMs < WARM_UP_MS + LEAST_MEASURE_MS) return null;
  return { bytes: Math.floor(totalMs * bytesPerMs), paceKbps, warmUpMs: WARM_UP_MS, totalMs };
}

/** How far an upload was at some time. */
export interface UploadProgress {
  /** ms since its start. */
  readonly atMs: number;
  /** Bytes that the other side has, so far. */
  readonly bytes: number;
}

/** What an upload proved. */
export type UploadFinding =
  | { readonly ok: true; readonly sustainedKbps: number; readonly steps: number }
  | { readonly ok: false; readonly problem: Extract<ProblemCode, 'too-short' | 'host-failed'> };

/** The rate that was held, kbit/s: that which nine of ten steps after the warm-up reach. */
export function uploadFinding(progress: readonly UploadProgress[], plan: UploadPlan): UploadFinding {
  const end = Math.min(progress.at(-1)?.atMs ?? 0, plan.totalMs);
  if (end - plan.warmUpMs < LEAST_MEASURE_MS) return { ok: false, problem: 'too-short' };
  const rates: number[] = [];
  for (let from = plan.warmUpMs; from + STEP_MS <= end; from += STEP_MS)
    rates.push(((bytesAt(progress, from + STEP_MS) - bytesAt(progress, from)) * 8) / STEP_MS);
  if (rates.every((rate) => rate <= 0)) return { ok: false, problem: 'host-failed' };
  rates.sort((a, b) => a - b);
  const sustained = rates[Math.floor(rates.length * SUSTAINED_SHARE)] ?? 0;
  return { ok: true, sustainedKbps: Math.max(0, sustained), steps: rates.length };
}

/** Headroom over a bitrate as a factor, and the bitrate that the measured rate is good for, kbit/s. */
export function headroom(sustainedKbps: number, targetKbps: number): { factor: number; usableKbps: number } {
  return { factor: sustainedKbps / targetKbps, usableKbps: sustainedKbps * USABLE_SHARE };
}

/** Round trips that were measured before that are compared, ms; fewer than this many say nothing (ours). */
const LEAST_ROUND_TRIPS = 5;

/** How much the median round trip grows under load, ms, never below 0; null: too few answers. */
export function latencyRise(idleMs: readonly number[], loadedMs: readonly number[]): number | null {
  if (idleMs.length < LEAST_ROUND_TRIPS || loadedMs.length < LEAST_ROUND_TRIPS) return null;
  return Math.max(0, median(loadedMs) - median(idleMs));
}

/** Bytes at a time, by a straight line between what is known. */
function bytesAt(progress: readonly UploadProgress[], atMs: number): number {
  const after = progress.findIndex((one) => one.atMs >= atMs);
  const next = progress[after];
  if (!next) return progress.at(-1)?.bytes ?? 0;
  const last = progress[after - 1] ?? { atMs: 0, bytes: 0 };
  const span = next.atMs - last.atMs;
  return span <= 0 ? next.bytes : last.bytes + ((atMs - last.atMs) / span) * (next.bytes - last.bytes);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
