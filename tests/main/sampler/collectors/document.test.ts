import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Collector } from '../../../../src/main/sampler/collector.js';
import { createCollectors } from '../../../../src/main/sampler/collectors/index.js';
import { COVERAGE, SYSTEMS, type System } from '../../../../src/shared/metrics/coverage.js';
import { isMetricId, METRIC_IDS, type MetricId } from '../../../../src/shared/metrics/dictionary.js';

const FILE = new URL('../../../../docs/collectors.md', import.meta.url);
const TITLES: Readonly<Record<System, string>> = { linux: 'Linux', win32: 'Windows', darwin: 'macOS' };

/** A row by the titles of its columns. */
type Row = Readonly<Record<string, string>>;

/** The text below a heading, up to the next one of its level or above. */
function section(text: string, level: string, title: string): string {
  const start = text.indexOf(`\n${level} ${title}\n`);
  expect(start, `${level} ${title}`).toBeGreaterThanOrEqual(0);
  const rest = text.slice(start + `\n${level} ${title}\n`.length);
  const end = rest.search(new RegExp(`^#{1,${level.length}} `, 'm'));
  return end === -1 ? rest : rest.slice(0, end);
}

/** The first table of a text; every row must have as many cells as there are columns. */
function table(text: string): Row[] {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const end = lines.findIndex((line, i) => i > first && !line.startsWith('|'));
  const cells = (line: string): string[] =>
    line
      .replace(/^\||\|\s*$/g, '')
      .split('|')
      .map((cell) => cell.trim());
  const [titles = [], , ...rows] = lines.slice(first, end === -1 ? undefined : end).map(cells);
  return rows.map((row) => {
    expect(row, row.join(' | ')).toHaveLength(titles.length);
    return Object.fromEntries(titles.map((title, i) => [title, row[i] ?? '']));
  });
}

const metricsIn = (text: string): MetricId[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, id = '']) => {
    if (!isMetricId(id)) throw new Error(`${id} is no metric`);
    return id;
  });

const text = readFileSync(FILE, 'utf8');
const everywhere = table(section(text, '##', 'Everywhere'));

function collectorsOf(system: System): Collector[] {
  const all = createCollectors({
    platform: system,
    root: '/nowhere',
    home: '/home/user',
    probeTarget: () => null,
  });
  for (const one of all) one.dispose?.();
  return all.filter(({ id }) => id !== 'unsupported');
}

describe.each(SYSTEMS)('docs/collectors.md of %s', (system) => {
  const own = section(text, '##', TITLES[system]);
  const rows = [...everywhere, ...table(own)];
  const collectors = collectorsOf(system);
  const rowOf = new Map(rows.flatMap((row) => metricsIn(row.metric ?? '').map((metric) => [metric, row])));
  const cannot = METRIC_IDS.filter((metric) => COVERAGE[metric][system].can === 'cannot');

  it('has one row for every metric that is measured or cannot be, and for no other', () => {
    const listed = rows.flatMap((row) => metricsIn(row.metric ?? ''));
    const known = [...collectors.flatMap(({ metrics }) => metrics), ...cannot];
    expect([...listed].sort()).toEqual([...known].sort());
  });

  it('tells the cadence that the collector has', () => {
    const told: Record<string, string | undefined> = {};
    const real: Record<string, string> = {};
    for (const { metrics, tier, heavy } of collectors)
      for (const metric of metrics) {
        told[metric] = rowOf.get(metric)?.cadence;
        real[metric] = heavy === true ? `${tier}, heavy` : tier;
      }
    expect(told).toEqual(real);
  });

  it('tells source and rights of every metric, and of what cannot be measured why', () => {
    for (const [metric, row] of rowOf) {
      expect(row.source?.length, metric).toBeGreaterThan(3);
      expect(row.rights?.length, metric).toBeGreaterThan(0);
    }
    for (const metric of cannot) {
      expect(rowOf.get(metric)?.source, metric).toMatch(/^unsupported: .{10}/);
      expect(rowOf.get(metric)?.cadence, metric).toBe('–');
    }
  });

  it('gives a reason for every reader of our own', () => {
    const reasons = table(section(own, '###', 'Why not the package'));
    const explained = new Set(
      reasons.filter((row) => row.metric !== 'all').flatMap((row) => metricsIn(row.metric ?? '')),
    );
    const direct = collectors.filter(({ id }) => !/^(?:si\.|self$|network-quality$)/.test(id));
    expect(direct.flatMap(({ metrics }) => metrics).filter((metric) => !explained.has(metric))).toEqual([]);
    for (const row of reasons) {
      const words = Object.entries(row).filter(([title]) => !['reader', 'reading', 'metric'].includes(title));
      expect(words.map(([, cell]) => cell).join(''), row.metric).toMatch(/\w{2}|\d/);
    }
  });

  it('names the package as the source where the package is asked', () => {
    for (const { id, metrics } of collectors)
      for (const metric of metrics)
        expect(/^`si\./.test(rowOf.get(metric)?.source ?? ''), metric).toBe(id.startsWith('si.'));
  });
});
