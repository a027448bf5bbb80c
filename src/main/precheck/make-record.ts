import type { Draft } from '../../shared/precheck/flow/draft.js';
import { evidenceOf, judgeDraft } from '../../shared/precheck/flow/evidence.js';
import type { PrecheckRecord } from '../../shared/precheck/record/schema.js';
import type { Profile } from '../../shared/sop/schema.js';

/** What a record says about where and by what it was made. */
export interface RecordSurroundings {
  readonly station: PrecheckRecord['station'];
  readonly account: string;
  readonly profile: Pick<Profile, 'id' | 'version' | 'precheck'>;
  readonly now: number;
}

/** Judges a check, and puts everything that it was judged by into its record. */
export function makeRecord(
  draft: Draft,
  { station, account, profile, now }: RecordSurroundings,
): PrecheckRecord {
  const { judgements, result } = judgeDraft(draft, profile.precheck, now);
  const { measurements, problems, confirmations, targets, baseline } = evidenceOf(draft);
  return {
    schema: 1,
    id: draft.id,
    kind: draft.kind,
    ...(draft.repeats && { repeats: draft.repeats }),
    startedAt: draft.startedAt,
    finishedAt: now,
    operator: { name: draft.operator, account },
    station,
    procedure: { id: profile.id, version: profile.version },
    section: profile.precheck ?? null,
    platform: draft.platform,
    devices: draft.devices,
    measurements: [...measurements],
    problems: [...problems],
    confirmations: [...confirmations],
    targets,
    baseline,
    judgements: judgements as PrecheckRecord['judgements'],
    waivers: draft.waivers,
    result,
    ...(draft.sound && { sound: draft.sound }),
    ...(draft.thumbnail && { thumbnail: draft.thumbnail }),
  };
}
