import type { BaselineRow, DeviceRow, Mark, ValueRow } from '../../../../shared/baseline/compare.js';
import type { DeviceMetric } from '../../../../shared/baseline/subjects.js';
import { formatQuantity } from '../../../../shared/format/value.js';
import { instanceName, missingReason, type Speech } from '../../../../shared/health/messages.js';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import type { Tone } from '../../ui/JudgementIcon.js';

/** One row in words. */
export interface RowContent {
  readonly name: string;
  /** What kind of thing it is. */
  readonly kind: string;
  readonly expected: string;
  readonly now: string;
  readonly tone: Tone;
}

const KINDS: Readonly<Record<DeviceMetric, MessageKey>> = {
  'camera.present': 'ui.baseline.device.camera',
  'microphone.present': 'ui.baseline.device.microphone',
  'disk.busy': 'ui.baseline.device.disk',
  'network.link': 'ui.baseline.device.network',
  'power.battery': 'ui.baseline.device.battery',
  'phone.present': 'ui.baseline.device.phone',
};

const TONES: Readonly<Record<Mark, Tone>> = {
  same: 'ok',
  missing: 'fault',
  new: 'advisory',
  changed: 'warning',
  drift: 'warning',
  unknown: 'unknown',
};

/** The tone of the worst difference; ok without any. */
export function worstTone(rows: readonly BaselineRow[]): Tone {
  const marks = new Set(rows.map(({ mark }) => mark));
  const worst = (['missing', 'changed', 'drift', 'new'] as const).find((mark) => marks.has(mark));
  return TONES[worst ?? 'same'];
}

/** Puts a row of the comparison into words. */
export function rowContent(row: BaselineRow, speech: Speech): RowContent {
  return row.kind === 'device' ? deviceContent(row, speech) : valueContent(row, speech);
}

function deviceContent({ metric, name, now, mark }: DeviceRow, { t }: Speech): RowContent {
  const present: Readonly<Record<Mark, string>> = {
    same: t('ui.baseline.there'),
    new: t('ui.baseline.there'),
    drift: t('ui.baseline.there'),
    changed: now ?? t('ui.baseline.there'),
    missing: t('ui.baseline.notThere'),
    unknown: t('ui.baseline.unread'),
  };
  const expected = mark === 'new' ? 'ui.baseline.notInIt' : 'ui.baseline.there';
  return { name, kind: t(KINDS[metric]), expected: t(expected), now: present[mark], tone: TONES[mark] };
}

function valueContent(row: ValueRow, speech: Speech): RowContent {
  const { t, language } = speech;
  const { metric, instance, expected, spread, actual, missing, mark } = row;
  const text = (value: number) => formatQuantity(metric, value, t, language).text;
  const name = t(`metric.${metric}`);
  const isFaster = metric === 'network.linkSpeed' && actual !== null && actual > expected;
  return {
    name: instance === undefined ? name : instanceName(instance, t),
    kind: instance === undefined ? '' : name,
    expected:
      // Half the spread lies on either side of the usual value.
      spread > 0
        ? t('ui.baseline.usual', { value: text(expected), spread: text(spread / 2) })
        : text(expected),
    now:
      actual === null
        ? missing
          ? missingReason(metric, missing, speech)
          : t('ui.baseline.unread')
        : text(actual),
    tone: isFaster ? 'advisory' : TONES[mark],
  };
}
