import type { MissingCode } from '../../../../shared/metrics/reading.js';
import type { HostAnswer } from './powershell/host.js';

/** One part of an answer: what its function gave, or why it gave nothing. */
export type Part =
  | { readonly kind: 'value'; readonly value: Fields }
  | { readonly kind: 'fault'; readonly missing: MissingCode; readonly name: string };

/** Fields of an object of an answer, not looked at yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Faults that mean "not for you": CIM's own word, the exceptions of .NET, and their HRESULTs. */
const DENIED = new Set([
  'AccessDenied',
  'UnauthorizedAccessException',
  'SecurityException',
  '0x80070005',
  '0x80041003',
]);
/** Faults that mean that this edition of Windows has no such thing. */
const LACKING = new Set([
  'InvalidNamespace',
  'InvalidClass',
  'NotSupported',
  'NotFound',
  'DllNotFoundException',
]);
/** Windows' own time-out of a question. */
const LATE = new Set(['0x80131505', 'TimeoutException']);

/** The part of that name; a fault where it failed, is missing, or is nothing that can be read. Never throws. */
export function partOf(answer: HostAnswer, name: string): Part {
  const part = answer[name];
  if (isFields(part)) {
    if (isFields(part.value)) return { kind: 'value', value: part.value };
    if (isFields(part.fault)) return faultOf(part.fault);
  }
  return { kind: 'fault', missing: 'failed', name: 'no answer' };
}

function faultOf({ kind, hresult }: Fields): Part {
  const names = [kind, hresult].filter((each): each is string => typeof each === 'string');
  const has = (set: ReadonlySet<string>): boolean => names.some((name) => set.has(name));
  const missing = has(DENIED)
    ? 'needs-rights'
    : has(LACKING)
      ? 'unsupported'
      : has(LATE)
        ? 'timed-out'
        : 'failed';
  return { kind: 'fault', missing, name: names[0] ?? 'unknown' };
}

/** Whether a value is an object with fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The objects of a list. PowerShell 5.1 writes a list of one as that one, and some lists as `{value, Count}`;
 * null: this is no list.
 */
export function listOf(value: unknown): Fields[] | null {
  const list = isFields(value) && Array.isArray(value.value) ? value.value : value;
  if (Array.isArray(list)) return list.filter(isFields);
  if (isFields(list)) return [list];
  return list === null ? [] : null;
}

/** A finite number, also one written as a text of digits; else null. */
export function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && /^-?\d{1,20}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A number that counts something: whole and not below zero; else null. */
export function countOf(value: unknown): number | null {
  const number = numberOf(value);
  return number !== null && number >= 0 && Number.isInteger(number) ? number : null;
}

/** A text without spaces around it; empty where there is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
