import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { workday } from '../../scripts/demo/workday.mjs';
import { check } from '../support/check-command.js';

const TRACE = fileURLToPath(new URL('../../resources/demo/workday.jsonl', import.meta.url));
const NINE = Date.parse('2026-03-02T09:00:00+08:00');
const minute = (at: number): number => (at - NINE) / 60_000;

interface Incident {
  metric: string;
  severity: string;
  openedAt: number;
  closedAt: number | null;
}

describe('the trace of npm run demo', () => {
  it('is what its generator writes, and small enough to ship', () => {
    const text = readFileSync(TRACE, 'utf8');
    expect(text === `${[...workday()].join('\n')}\n`).toBe(true);
    expect(text.length).toBeLessThan(3_000_000);
  });

  it('tells its story and nothing else', () => {
    const run = check(['--replay', TRACE, '--json']);
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    const { span, incidents, popups, verdicts } = JSON.parse(run.stdout);
    expect(span).toEqual({ from: NINE, to: NINE + 3_600_000 });
    expect(incidents.map(({ metric, severity }: Incident) => [metric, severity])).toEqual([
      ['cpu.temperature', 'fault'],
      ['network.loss', 'fault'],
      // Without a stored baseline nobody knows that the camera belongs to the station.
      ['camera.present', 'warning'],
    ]);
    // Heat and loss pop up as warnings and again as faults.
    expect(popups).toBe(5);
    expect(verdicts.some(({ verdict }: { verdict: string }) => verdict === 'unknown')).toBe(false);

    const [heat, loss, camera] = incidents as [Incident, Incident, Incident];
    expect(minute(heat.openedAt)).toBeCloseTo(24.3, 0);
    expect(minute(heat.closedAt ?? 0)).toBeLessThan(34);
    expect(minute(loss.openedAt)).toBeCloseTo(40.3, 0);
    expect(minute(loss.closedAt ?? 0)).toBeLessThan(46);
    expect(minute(camera.openedAt)).toBeCloseTo(49.1, 0);
  });
});
