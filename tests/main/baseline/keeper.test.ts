import { expect, test } from 'vitest';
import { BaselineKeeper } from '../../../src/main/baseline/keeper.js';
import type { BaselineStore } from '../../../src/main/baseline/store.js';
import { Monitor } from '../../../src/main/monitor/monitor.js';
import { type BaselineFile, NO_BASELINE } from '../../../src/shared/baseline/schema.js';
import type { BaselineView, Mode } from '../../../src/shared/ipc/contract.js';
import { failure, success } from '../../../src/shared/ipc/result.js';
import { reading, shippedIndex } from '../../support/profile.js';

const T0 = Date.UTC(2026, 0, 5, 8);

function make(mode: Mode = { kind: 'live' }, content: BaselineFile = NO_BASELINE) {
  const monitor = new Monitor({ index: shippedIndex(), mode });
  const disk = { full: false };
  const store: BaselineStore & { content: BaselineFile } = {
    content,
    replace(next) {
      this.content = next;
      return disk.full ? failure('NOT_STORED', 'full') : success(undefined);
    },
  };
  const keeper = new BaselineKeeper(store, monitor);
  const views: BaselineView[] = [];
  keeper.changes.on((view) => views.push(view));
  let second = 0;
  /** Runs the station for some seconds with these cameras. */
  const run = (seconds: number, cameras: readonly string[]): void => {
    for (const end = second + seconds; second < end; second += 2) {
      const at = T0 + second * 1_000;
      const lead = reading('camera.present', cameras.length > 0 ? 1 : 0, at);
      monitor.take(
        [
          lead,
          ...cameras.map((id) => reading('camera.present', 1, at, { instance: id, note: `Camera ${id}` })),
        ],
        at,
      );
    }
  };
  return { monitor, keeper, views, run, disk };
}

test('none can be taken before there are readings of half a minute', () => {
  const { keeper, run } = make();
  expect(keeper.take('Ann')).toMatchObject({ ok: false, error: { code: 'NOT_READY' } });
  run(20, ['a']);
  expect(keeper.view).toEqual({ current: null, blocked: 'warming-up' });
  run(20, ['a']);
  expect(keeper.take('Ann')).toMatchObject({
    ok: true,
    value: { current: { by: 'Ann', devices: [{ instance: 'a', name: 'Camera a' }] }, before: null },
  });
});

test('a taken one is judged by, removing ends that, and undoing brings it back', () => {
  const { keeper, monitor, run, views } = make();
  run(40, ['a', 'b']);
  keeper.take('Ann');
  run(120, ['a']);
  expect(monitor.incidents).toMatchObject([{ instance: 'b', level: 'fault', gone: 'Camera b' }]);
  keeper.remove();
  run(2, ['a']);
  expect(monitor.incidents).toEqual([]);
  keeper.undo();
  run(10, ['a']);
  expect(monitor.incidents).toMatchObject([{ instance: 'b' }]);
  expect(views.map(({ current }) => current?.by ?? null)).toEqual(['Ann', null, 'Ann']);
});

test('one taken again forgets what is gone; undoing remembers it', () => {
  const { keeper, run } = make();
  run(40, ['a', 'b']);
  keeper.take('Ann');
  run(40, ['a']);
  keeper.take('Bob');
  expect(keeper.view).toMatchObject({
    current: { by: 'Bob', devices: [{ instance: 'a' }] },
    before: { by: 'Ann' },
  });
  expect(keeper.undo()).toMatchObject({ value: { current: { by: 'Ann' }, before: { by: 'Bob' } } });
});

test('nothing to undo is an answer, not a change', () => {
  const { keeper, views } = make();
  expect(keeper.undo()).toMatchObject({ ok: false, error: { code: 'NOT_READY' } });
  expect(views).toEqual([]);
});

test('one that could not be stored is in force, and pages hear of it', () => {
  const { keeper, run, views, disk } = make();
  run(40, ['a']);
  disk.full = true;
  expect(keeper.take('Ann')).toMatchObject({ ok: false, error: { code: 'NOT_STORED' } });
  expect(views).toMatchObject([{ current: { by: 'Ann' } }]);
});

test('a replay is not judged by it, and none is taken from one', () => {
  const live = make();
  live.run(40, ['a']);
  live.keeper.take('Ann');
  const { keeper, monitor, run } = make(
    { kind: 'replay', name: 't', speed: 1 },
    { schema: 1, current: live.keeper.view.current },
  );
  run(60, []);
  expect(monitor.incidents.filter(({ gone }) => gone !== undefined)).toEqual([]);
  expect(keeper.take('Ann')).toMatchObject({ ok: false, error: { message: 'replay' } });
});
