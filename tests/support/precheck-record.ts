import { PLATFORMS } from '../../src/shared/precheck/platforms/platforms.js';
import type { PrecheckRecord } from '../../src/shared/precheck/record/schema.js';

/** A moment of the tests, ms since 1970. */
export const NOW = 1_767_225_600_000;

/** A record of a check that gave a GO. */
export function record(more: Partial<PrecheckRecord> = {}): PrecheckRecord {
  return {
    schema: 1,
    id: 'check-1',
    kind: 'full',
    startedAt: NOW - 60_000,
    finishedAt: NOW,
    operator: { name: '王主播', account: 'wang' },
    station: { name: '一号', host: 'studio', os: 'Linux', version: '1.0.0' },
    procedure: { id: 'streaming-workstation', version: '1.0.0' },
    section: null,
    platform: PLATFORMS.douyin,
    devices: [],
    measurements: [],
    problems: [],
    confirmations: [],
    targets: {},
    baseline: {},
    judgements: [],
    waivers: [],
    result: 'go',
    ...more,
  };
}
