import type { PrecheckView, RecordSummary, StationFound } from '../../shared/ipc/precheck.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import type { Draft } from '../../shared/precheck/flow/draft.js';
import type { Found } from '../../shared/precheck/flow/progress.js';
import type { ItemId } from '../../shared/precheck/items.js';
import { measurement } from '../../shared/precheck/measured/measure.js';
import { stationBaseline, stationMeasurements } from '../../shared/precheck/measured/station.js';
import { uploadFinding, uploadPlan } from '../../shared/precheck/network.js';
import type { MediaRef } from '../../shared/precheck/record/evidence-schema.js';
import type { PrecheckRecord } from '../../shared/precheck/record/schema.js';
import { waiverFor } from '../../shared/precheck/verdict/result.js';
import type { Profile } from '../../shared/sop/schema.js';
import type { BaselineKeeper } from '../baseline/keeper.js';
import { Emitter } from '../monitor/emitter.js';
import type { Monitor } from '../monitor/monitor.js';
import type { SettingsStore } from '../settings/store.js';
import { parseUploadTarget } from '../settings/upload-target.js';
import type { DraftFile } from './draft-file.js';
import type { GoKeeper } from './go-keeper.js';
import { makeRecord } from './make-record.js';
import { draftAgain, newDraft } from './new-draft.js';
import type { Pictures } from './pictures.js';
import { lastFull, type PrecheckRecords, type RecordEntry } from './records.js';
import { inspectionsOf, summaryOf } from './summary.js';
import { measureUpload } from './upload.js';
import { usualByRecords } from './usual.js';

/** What the service works with. */
export interface PrecheckNeeds {
  readonly records: PrecheckRecords;
  readonly draft: DraftFile;
  readonly go: GoKeeper;
  readonly pictures: Pictures;
  readonly monitor: Pick<Monitor, 'metricStates' | 'mode'>;
  readonly baseline: Pick<BaselineKeeper, 'view'>;
  readonly settings: Pick<SettingsStore, 'current'>;
  /** The procedure as it holds here. */
  readonly profile: () => Profile;
  readonly station: () => PrecheckRecord['station'];
  readonly account: string;
  readonly now: () => number;
}

/** Makes checks: keeps the one that is being made, measures what a page can't, judges and records. */
export class PrecheckService {
  /** Every change of what pages show. */
  readonly changes = new Emitter<PrecheckView>();
  private upload: AbortController | null = null;
  /** The check that is being written down; null: none. */
  private finishing: string | null = null;

  constructor(private readonly needs: PrecheckNeeds) {
    needs.go.changes.on(() => this.tell());
    needs.records.changes.on(() => {
      needs.go.adopt(lastFull(needs.records));
      this.tell();
    });
    needs.pictures.clear(needs.settings.current.pictureDays, needs.now());
  }

  /** What a page shows besides the check that is being made. */
  get view(): PrecheckView {
    const { records, draft, go, account } = this.needs;
    const last = records.last();
    return {
      go: go.status,
      last: last ? summaryOf(last) : null,
      head: records.head,
      chain: records.check,
      keeping: records.keeping,
      open: draft.current !== null,
      account,
      inspections: inspectionsOf(this.records()),
    };
  }

  /** The check that is being made. */
  get draft(): Draft | null {
    return this.needs.draft.current;
  }

  /** Begins a check; `NOT_READY` in a replay, which is another time. */
  start(): Result<Draft> {
    if (this.needs.monitor.mode.kind === 'replay') return failure('NOT_READY', 'a replay is no station');
    return this.begin(newDraft(this.needs.records.last()?.record, this.usual(), this.needs.now()));
  }

  /** Begins to do items of a finished check again. */
  again(seq: number, items: readonly ItemId[]): Result<Draft> {
    if (this.needs.monitor.mode.kind === 'replay') return failure('NOT_READY', 'a replay is no station');
    const entry = this.find(seq);
    if (!entry.ok) return entry;
    const { record } = entry.value;
    return this.begin(draftAgain({ record, items, baseline: this.usual(), now: this.needs.now() }));
  }

  /** Stores the check that is being made; who it is and what it is about can't change. */
  save(draft: Draft): Result<undefined> {
    const { current } = this.needs.draft;
    if (draft.id !== current?.id) return failure('NOT_READY', 'another check is being made');
    // The picture came on its own way.
    const thumbnail = current.thumbnail && { thumbnail: current.thumbnail };
    return this.needs.draft.replace({ ...draft, ...thumbnail });
  }

  /** Drops the check that is being made. */
  discard(): Result<undefined> {
    this.stopUpload();
    const done = this.needs.draft.replace(null);
    this.tell();
    return done;
  }

  /** What the monitor knows now. */
  stationFound(): StationFound {
    const states = this.needs.monitor.metricStates();
    const user = (metric: 'camera.inUse' | 'microphone.inUse') =>
      states.find((one) => one.metric === metric && one.value === 1 && one.note !== undefined)?.note;
    const [camera, microphone] = [user('camera.inUse'), user('microphone.inUse')];
    const baseline = this.needs.baseline.view.current;
    return {
      measurements: stationMeasurements(states, baseline, { at: this.needs.now() }),
      programs: { ...(camera !== undefined && { camera }), ...(microphone !== undefined && { microphone }) },
    };
  }

  /** Measures the upload for a bitrate; one at a time. @param kbps of the platform */
  async measureUpload(kbps: number): Promise<Found> {
    const at = this.needs.now();
    const problem = (code: 'no-host' | 'host-failed' | 'limit-reached' | 'too-short' | 'aborted'): Found => ({
      measurements: [],
      problems: [{ item: 'P2.b.upload', code, at }],
    });
    const { uploadTarget, uploadMegabytes } = this.needs.settings.current;
    const address = parseUploadTarget(uploadTarget.trim());
    if (!address) return problem('no-host');
    const plan = uploadPlan(kbps, uploadMegabytes * 1e6);
    if (!plan) return problem('limit-reached');
    this.stopUpload();
    const stop = new AbortController();
    this.upload = stop;
    const run = await measureUpload(address, plan, stop.signal);
    if (stop.signal.aborted) return problem('aborted');
    if (run.failed) return problem('host-failed');
    const finding = uploadFinding(run.progress, plan);
    if (!finding.ok) return problem(finding.problem);
    const measured = { at, samples: finding.steps };
    return {
      measurements: [
        measurement('network.upload', finding.sustainedKbps, { at }, { samples: measured.samples }),
        measurement('network.loadedLatency', run.latencyRise, { at }),
      ],
      problems: [],
    };
  }

  /** Ends a measurement of the upload that runs. */
  stopUpload(): void {
    this.upload?.abort();
    this.upload = null;
  }

  /** Keeps a picture of the check that is being made. */
  keepPicture(jpeg: Uint8Array): Result<undefined> {
    const { current } = this.needs.draft;
    if (!current) return failure('NOT_READY', 'no check is being made');
    const kept = this.needs.pictures.keep(current.id, jpeg);
    if (!kept.ok) return kept;
    return this.needs.draft.replace({ ...current, thumbnail: kept.value });
  }

  /** Keeps a photo of something that is looked at in the check that is being made; the draft that is saved next names it. */
  keepPhoto(item: ItemId, jpeg: Uint8Array): Result<MediaRef> {
    const { current } = this.needs.draft;
    return current
      ? this.needs.pictures.keep(current.id, jpeg, item)
      : failure('NOT_READY', 'no check is being made');
  }

  /** The picture of a record, or its photo of an item; null: there is none, or not any more. */
  picture(seq: number, item?: ItemId): Result<Uint8Array | null> {
    const entry = this.find(seq);
    if (!entry.ok) return entry;
    const { thumbnail, confirmations } = entry.value.record;
    const photo = confirmations.find((one) => one.item === item)?.photo;
    return success(this.needs.pictures.read(item === undefined ? thumbnail : photo));
  }

  /** Judges the check that is being made and writes its record; then it is no longer being made. */
  async finish(): Promise<Result<RecordEntry>> {
    const { draft, records, go, station, account, profile, now } = this.needs;
    const { current } = draft;
    if (!current || current.operator.trim() === '' || this.finishing === current.id)
      return failure('NOT_READY', 'no check is being made, or by nobody');
    const made = makeRecord(current, { station: station(), account, profile: profile(), now: now() });
    this.finishing = current.id;
    const entry = await records.append(made);
    this.finishing = null;
    if (draft.current?.id === current.id) draft.replace(null);
    const { record } = entry;
    if (record.kind === 'full') go.take(record);
    else go.recheck(rechecked(record));
    this.tell();
    return success(entry);
  }

  /** All records, newest first. */
  list(): RecordSummary[] {
    return this.needs.records.list().map(summaryOf).reverse();
  }

  /** One record in its place; `NOT_READY`: there is none. */
  find(seq: number): Result<RecordEntry> {
    const entry = this.needs.records.list().find((one) => one.seq === seq);
    return entry ? success(entry) : failure('NOT_READY', 'no such record');
  }

  private begin(draft: Draft): Result<Draft> {
    this.stopUpload();
    const stored = this.needs.draft.replace(draft);
    this.tell();
    return stored.ok ? success(draft) : stored;
  }

  private records(): PrecheckRecord[] {
    return this.needs.records.list().map(({ record }) => record);
  }

  private usual(): Draft['baseline'] {
    const records = this.records();
    return {
      ...stationBaseline(this.needs.baseline.view.current),
      ...usualByRecords(records, records.at(-1)?.devices ?? []),
    };
  }

  private tell(): void {
    if (this.changes.isHeard) this.changes.emit(this.view);
  }
}

/** How the items went that were done again. */
function rechecked({ repeats, judgements, waivers }: PrecheckRecord) {
  return (repeats?.items ?? []).map((item) => {
    const found = judgements.find((one) => one.item === item);
    const ok = found !== undefined && (found.verdict === 'pass' || waiverFor(found, waivers) !== undefined);
    return { item, ok };
  });
}
