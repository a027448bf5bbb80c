import { PLATFORMS } from '../../../../src/shared/precheck/platforms/platforms.js';
import type { PrecheckRecord } from '../../../../src/shared/precheck/record/schema.js';
import { judgeItems } from '../../../../src/shared/precheck/verdict/judge-item.js';
import { precheckResult } from '../../../../src/shared/precheck/verdict/result.js';
import type { Evidence } from '../../../../src/shared/precheck/verdict/types.js';
import { evidence, NOW, shippedSection } from '../evidence.js';

/** The record of a check with this evidence. */
export function record(given: Evidence = evidence(), more: Partial<PrecheckRecord> = {}): PrecheckRecord {
  const section = shippedSection();
  const judgements = judgeItems(section, given, NOW);
  const { measurements, problems, confirmations, targets, baseline } = given;
  return structuredClone({
    schema: 1,
    id: 'check-1',
    kind: 'full',
    startedAt: NOW - 150_000,
    finishedAt: NOW,
    operator: { name: 'Ann', account: 'studio\\ann' },
    station: { name: 'Studio 3', host: 'studio-3', os: 'Windows 11', version: '0.1.0' },
    procedure: { id: 'streaming-workstation', version: '1.0.0' },
    section,
    platform: PLATFORMS.douyin,
    devices: [{ kind: 'camera', id: 'usb:c920', label: 'C920' }],
    measurements,
    problems,
    confirmations,
    targets,
    baseline,
    judgements,
    waivers: [],
    result: precheckResult(judgements, []),
    sound: { curve: [-60, -22.5], spectrum: { quiet: [{ hz: 1_000, db: -70 }], speech: [] } },
    ...more,
  } as unknown as PrecheckRecord);
}
