import { formatNumber } from '../format/number.js';
import { missingReason, type Speech } from '../health/messages.js';
import { isMetricId } from '../metrics/dictionary.js';
import { MISSING_CODES, type MissingCode } from '../metrics/reading.js';
import { MEASURES, type MeasureId } from './measures.js';
import type { ProblemCode, ReasonCode } from './reasons.js';
import type { Reason } from './verdict/types.js';

/** A reason in words. */
export interface ReasonText {
  /** What is: `环境噪声大（−52.0 dBFS，应不高于 −60.0 dBFS）`. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

/** A measure's value for people, with its unit: `−22.4 dBFS`, `30.0 fps`, `yes`. */
export function measureText(measure: MeasureId, value: number, { t, language }: Speech): string {
  const { unit, digits } = MEASURES[measure];
  if (unit === 'bool') return t(value > 0 ? 'precheck.yes' : 'precheck.no');
  const number = formatNumber(language, value, digits, digits);
  switch (unit) {
    case 'count':
    case 'luma':
    case 'score':
      return number;
    case '%':
      return `${number}%`;
    case 'fps':
    case 'days':
      return `${number} ${t(`precheck.unit.${unit}`)}`;
    default:
      return `${number} ${unit}`;
  }
}

/** Why a measure has no value, in a few words: `没有接手机`. */
export function missingText(measure: MeasureId, code: ProblemCode, speech: Speech): string {
  if (!isMissing(code)) return speech.t(`precheck.reason.${code}`, { value: '', limit: '' });
  return isMetricId(measure) ? missingReason(measure, code, speech) : speech.t(`missing.${code}`);
}

/** A reason and what to do about it, with its values, and the device or program that is to blame. */
export function reasonText(
  { code, measure, value, limit, device, program }: Reason,
  speech: Speech,
): ReasonText {
  const { t } = speech;
  if (isMissing(code)) {
    const reason = t(`missing.${code}`);
    const what = measure
      ? t('precheck.about', { measure: t(`precheck.measure.${measure}`), reason })
      : reason;
    return { what, todo: t(`missing.${code}.advice`) };
  }
  const written = (amount: number | undefined) =>
    measure === undefined || amount === undefined ? '' : measureText(measure, amount, speech);
  const reason = t(`precheck.reason.${code}`, { value: written(value), limit: written(limit?.bound) });
  const name = program ?? device;
  return {
    what: name === undefined ? reason : t('precheck.culprit', { reason, name }),
    todo: t(`precheck.todo.${code}`),
  };
}

const isMissing = (code: ReasonCode): code is MissingCode =>
  (MISSING_CODES as readonly string[]).includes(code);
