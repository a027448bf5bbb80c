import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportText } from '../../../src/main/history/export.js';
import type { IncidentAction } from '../../../src/shared/health/life-cycle.js';
import { openIncident } from '../../support/incident.js';
import { load, NOON, openKeeper, testFolder } from './folder.js';

const old = { ...openIncident({ since: NOON - 3_600_000 }), closedAt: NOON - 3_000_000 };

function keeperWithOne() {
  const opened = openKeeper(join(testFolder(), 'history.db'));
  opened.keeper.take({ type: 'incident', incident: old });
  return opened;
}

test('an incident is found by its id, and one that never was is not', () => {
  const { keeper } = keeperWithOne();
  expect(keeper.answer({ type: 'find', id: old.id })).toEqual(old);
  expect(keeper.answer({ type: 'find', id: 'none' })).toBeNull();
});

test('what people say about an old incident is kept with it, once, with who said it', () => {
  const { keeper } = keeperWithOne();
  const say = (action: IncidentAction) => keeper.answer({ type: 'handle', id: old.id, action, at: NOON });
  expect(say({ type: 'acknowledge', by: 'Ann' })).toMatchObject({
    acknowledgedAt: NOON,
    acknowledgedBy: 'Ann',
  });
  expect(say({ type: 'acknowledge', by: 'Bo' })).toBeNull();
  say({ type: 'resolve', by: 'Ann', cause: 'dust' });
  expect(keeper.answer({ type: 'find', id: old.id })).toMatchObject({
    resolution: { cause: 'dust', by: 'Ann' },
  });
  const query = { from: 0, to: NOON, state: 'resolved' } as const;
  expect(keeper.answer({ type: 'incidents', query })).toHaveLength(1);
  const { happenings } = keeper.answer({ type: 'timeline', from: 0, to: NOON + 1 });
  expect(happenings.filter(({ kind }) => kind === 'acknowledged')).toMatchObject([
    { incident: old.id, by: 'Ann' },
  ]);
});

test('what is shown becomes a file, in the language asked for', () => {
  const { keeper } = keeperWithOne();
  keeper.take({ type: 'batch', at: NOON, series: [load(NOON - 4_000, [12.5, null])] });
  const queries = [{ metric: 'cpu.load', from: NOON - 60_000, to: NOON, maxPoints: 10 }] as const;
  const series = (format: 'csv' | 'json') =>
    exportText(keeper, {
      type: 'export',
      wish: { what: 'series', format, queries },
      language: 'zh-CN',
      now: NOON,
    });
  expect(series('csv').split('\r\n')).toHaveLength(4);
  expect(series('csv')).toContain('"逐条读数",0,12.5,12.5,12.5,1,0');
  expect(JSON.parse(series('json')).series[0].avg).toEqual([12.5, null]);
  const query = { from: 0, to: NOON, severity: 'fault' } as const;
  const wish = { what: 'incidents', format: 'csv', query } as const;
  expect(exportText(keeper, { type: 'export', wish, language: 'zh-CN', now: NOON })).toContain(old.id);
});
