import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Emitter } from '../../../src/main/monitor/emitter.js';
import { SituationKeeper } from '../../../src/main/monitor/situation.js';
import { DraftFile } from '../../../src/main/precheck/draft-file.js';
import { GoKeeper } from '../../../src/main/precheck/go-keeper.js';
import { Pictures } from '../../../src/main/precheck/pictures.js';
import { lastFull } from '../../../src/main/precheck/records.js';
import { PrecheckService } from '../../../src/main/precheck/service.js';
import type { MetricState, StationEvent } from '../../../src/shared/health/state.js';
import type { Mode } from '../../../src/shared/ipc/contract.js';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/schema.js';
import { shippedIndex } from '../../support/profile.js';
import { startUploadResponder } from '../../support/upload-responder.js';
import { NOW, openRecords } from './support.js';

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 1, 2, 3]);

async function setUp({ settings = {}, mode = { kind: 'live' } as Mode, states = [] as MetricState[] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'onair-check-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const monitor = {
    commits: new Emitter<void>(),
    events: new Emitter<StationEvent>(),
    situation: new SituationKeeper(),
    metricStates: () => states,
    mode,
  };
  const { profile } = shippedIndex();
  const make = async () => {
    const { records } = await openRecords(folder);
    return new PrecheckService({
      records,
      draft: new DraftFile(folder, () => new Date(NOW)),
      go: new GoKeeper({
        folder,
        monitor,
        full: lastFull(records),
        now: () => NOW,
        log: { warn: () => undefined },
      }),
      pictures: new Pictures(folder),
      monitor,
      baseline: { view: { current: null, blocked: null } },
      settings: { current: { ...DEFAULT_SETTINGS, ...settings } },
      profile: () => profile,
      station: () => ({ name: '一号', host: 'studio', os: 'Linux', version: '1.0.0' }),
      account: 'wang',
      now: () => NOW,
    });
  };
  return { folder, make, service: await make() };
}

const value = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('the pre-check service', () => {
  it('keeps a check over a restart, and records it when it is finished', async () => {
    const { service, make, folder } = await setUp();
    const draft = value(service.start());
    expect(draft.items).toHaveLength(22);
    expect(await service.finish()).toMatchObject({ ok: false, error: { code: 'NOT_READY' } });
    value(service.save({ ...draft, operator: '王主播', step: 'manual' }));
    const again = await make();
    expect(again.draft).toMatchObject({ operator: '王主播', step: 'manual' });
    const { record, seq } = value(await again.finish());
    expect([seq, record.result, record.operator]).toEqual([
      1,
      'incomplete',
      { name: '王主播', account: 'wang' },
    ]);
    expect(record.section?.version).toBeDefined();
    expect(again.draft).toBeNull();
    expect(existsSync(join(folder, 'precheck-draft.json'))).toBe(false);
    expect(again.list()).toMatchObject([{ seq: 1, result: 'incomplete', operator: '王主播' }]);
    // Who made the last check is offered again.
    expect(value(again.start()).operator).toBe('王主播');
  });

  it('does not take another check for the one that is being made', async () => {
    const { service } = await setUp();
    const draft = value(service.start());
    expect(service.save({ ...draft, id: 'other' })).toMatchObject({ ok: false });
  });

  it('makes none of a replay', async () => {
    const { service } = await setUp({ mode: { kind: 'replay', name: 'x', speed: 1 } });
    expect(service.start()).toMatchObject({ ok: false, error: { code: 'NOT_READY' } });
  });

  it('does items again with everything else as it was', async () => {
    const { service } = await setUp();
    const draft = value(service.start());
    const confirmation = { item: 'P1.a' as const, answer: 'yes' as const, by: '王', at: NOW };
    value(
      service.save({
        ...draft,
        operator: '王',
        confirmations: [confirmation, { ...confirmation, item: 'P1.b' }],
        problems: [{ item: 'P2.b.upload', code: 'no-host', at: NOW }],
        measurements: [{ measure: 'network.loss', value: 0, at: NOW, attempt: 1 }],
      }),
    );
    const { seq } = value(await service.finish());
    const again = value(service.again(seq, ['P1.b', 'P2.b.loss']));
    expect(again.confirmations).toEqual([confirmation]);
    expect(again.measurements).toEqual([]);
    expect(again.problems).toHaveLength(1);
    expect(again.items).toEqual(['P1.b', 'P2.b.loss']);
  });

  it('keeps a picture apart from the record, and deletes it after its time', async () => {
    const { service, folder, make } = await setUp({ settings: { pictureDays: 1 } });
    value(service.save({ ...value(service.start()), operator: '王' }));
    value(service.keepPicture(JPEG));
    const { seq, record } = value(await service.finish());
    expect(record.thumbnail?.file).toBe(`${record.id}.jpg`);
    expect(value(service.picture(seq))).toEqual(JPEG);
    const file = join(folder, 'precheck-pictures', readdirSync(join(folder, 'precheck-pictures'))[0] ?? '');
    utimesSync(file, NOW / 1_000 - 2 * 86_400, NOW / 1_000 - 2 * 86_400);
    const later = await make();
    expect(value(later.picture(seq))).toBeNull();
    expect(later.view.chain).toEqual({ ok: true });
  });

  it('keeps photos of what was looked at, each under its item, and none without a check', async () => {
    const { service } = await setUp();
    expect(service.keepPhoto('P3.a', JPEG)).toMatchObject({ ok: false });
    const draft = value(service.start());
    const other = Uint8Array.from([...JPEG, 9]);
    const photo = value(service.keepPhoto('P3.a', JPEG));
    const second = value(service.keepPhoto('P3.e', other));
    expect(photo.file).toBe(`${draft.id}-P3-a.jpg`);
    const said = { answer: 'yes', by: '王', at: NOW } as const;
    value(
      service.save({
        ...draft,
        operator: '王',
        confirmations: [
          { ...said, item: 'P3.a', photo },
          { ...said, item: 'P3.e', photo: second },
          { ...said, item: 'P3.f', photo: { ...photo, sha256: 'f'.repeat(64) } },
        ],
      }),
    );
    const { seq } = value(await service.finish());
    expect(value(service.picture(seq, 'P3.a'))).toEqual(JPEG);
    expect(value(service.picture(seq, 'P3.e'))).toEqual(other);
    // Not the one that was taken.
    expect(value(service.picture(seq, 'P3.f'))).toBeNull();
    expect(value(service.picture(seq, 'P1.a'))).toBeNull();
    expect(value(service.picture(seq))).toBeNull();
  });

  it('says why an upload was not measured', async () => {
    const code = async (settings: object, kbps = 4_000) =>
      (await (await setUp({ settings })).service.measureUpload(kbps)).problems.map((one) => one.code);
    expect(await code({})).toEqual(['no-host']);
    expect(await code({ uploadTarget: 'file:///etc/passwd' })).toEqual(['no-host']);
    expect(await code({ uploadTarget: 'http://127.0.0.1:9/', uploadMegabytes: 1 })).toEqual([
      'limit-reached',
    ]);
    const gone = await startUploadResponder();
    await gone.close();
    expect(await code({ uploadTarget: gone.url })).toEqual(['host-failed']);
  });
});
