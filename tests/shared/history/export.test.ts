import { expect, test } from 'vitest';
import { createTranslator } from '../../../src/main/i18n.js';
import { type ExportWish, exportFileName } from '../../../src/shared/history/export.js';
import { incidentsCsv, incidentsJson } from '../../../src/shared/history/export-incidents.js';
import { seriesCsv, seriesJson } from '../../../src/shared/history/export-series.js';
import type { SeriesAnswer } from '../../../src/shared/history/series.js';
import { openIncident } from '../../support/incident.js';

const speech = { t: createTranslator('en'), language: 'en' } as const;
const FROM = new Date(2026, 10, 22, 14, 0, 0).getTime();
const query = { metric: 'cpu.temperature', from: FROM, to: FROM + 3_600_000, maxPoints: 100 } as const;
const answer: SeriesAnswer = {
  level: 'minute',
  stepMs: 60_000,
  at: [FROM, FROM + 60_000],
  min: [61.5, null],
  avg: [62, null],
  max: [63, null],
  known: [30, 0],
  unknown: [0, 30],
};
const hot = {
  ...openIncident({ metric: 'cpu.temperature', since: FROM, peak: 94 }),
  closedAt: FROM + 90_000,
  acknowledgedAt: FROM + 30_000,
  acknowledgedBy: '=cmd()',
  resolution: {
    kind: 'resolved' as const,
    at: FROM + 80_000,
    by: 'Ann',
    cause: 'dust, in the "vents"',
  },
  steps: [{ step: 'vents', at: FROM + 40_000 }],
};

test('a series as a table says its unit, its resolution and its range; what was unknown stays empty', () => {
  const [head, first, second, end] = seriesCsv([{ query, answer }], speech).split('\r\n');
  expect(head).toContain('"Unit","Source","Resolution (s, 0: every reading)","Lowest","Mean","Highest"');
  expect(first).toBe(
    `"2026-11-22 14:00:00","${new Date(FROM).toISOString()}","CPU temperature","cpu.temperature",,"°C",` +
      '"per minute",60,61.5,62,63,30,0,"2026-11-22 14:00:00","2026-11-22 15:00:00"',
  );
  expect(second).toContain('60,,,,0,30,');
  expect(end).toBe('');
});

test('a series as JSON is what the history answered, with unit and range', () => {
  expect(JSON.parse(seriesJson([{ query, answer }]))).toEqual({
    schema: 1,
    kind: 'series',
    series: [{ metric: 'cpu.temperature', unit: '°C', from: query.from, to: query.to, ...answer }],
  });
});

test('incidents as a table say who did what, and a name is no formula', () => {
  const text = incidentsCsv([hot], speech);
  expect(text).toContain(`"2026-11-22 14:00:30","'=cmd()","2026-11-22 14:01:20","Ann"`);
  expect(text).toContain('"dust, in the ""vents"""');
  expect(text.split('\r\n')).toHaveLength(3);
  expect(JSON.parse(incidentsJson([hot], { from: FROM, to: FROM + 1, severity: 'fault' }))).toMatchObject({
    kind: 'incidents',
    query: { severity: 'fault' },
    incidents: [{ id: hot.id }],
  });
});

test('a file is named by what is in it and when that was', () => {
  const wish: ExportWish = {
    what: 'series',
    format: 'csv',
    queries: [query, { ...query, metric: 'cpu.load' }],
  };
  expect(exportFileName(wish)).toBe('onair-sentry-cpu.temperature+cpu.load-20261122T1400-20261122T1500.csv');
  expect(exportFileName({ what: 'incidents', format: 'json', query })).toBe(
    'onair-sentry-incidents-20261122T1400-20261122T1500.json',
  );
});
