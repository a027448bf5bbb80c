import { expect, test } from 'vitest';
import { Pending } from '../../../src/main/history/pending.js';
import type { Job } from '../../../src/main/history/protocol.js';
import { openIncident } from '../../support/incident.js';

function all(pending: Pending): Job[] {
  const jobs: Job[] = [];
  for (let job = pending.first; job; job = pending.first) {
    jobs.push(job);
    pending.shift();
  }
  return jobs;
}

test('an incident that changes while it waits is one job, at its newest', () => {
  const pending = new Pending();
  const incident = openIncident();
  for (const peak of [91, 92, 93]) pending.add({ type: 'incident', incident: { ...incident, peak } });
  expect(all(pending)).toEqual([{ type: 'incident', incident: { ...incident, peak: 93 } }]);
});

test('a disk that refuses for days costs the oldest readings, and no incident', () => {
  const pending = new Pending();
  pending.add({ type: 'incident', incident: openIncident() });
  for (let at = 0; at < 5_000; at += 1) pending.add({ type: 'batch', at, series: [] });
  const jobs = all(pending);
  expect(jobs).toHaveLength(61);
  expect(jobs[0]?.type).toBe('incident');
  expect(jobs.at(-1)).toMatchObject({ at: 4_999 });
});

test('records of checks are kept whatever else waits, each once', () => {
  const pending = new Pending();
  const job = { type: 'precheck', seq: 1, json: '{}' } as const;
  pending.add(job);
  pending.add(job);
  for (let at = 0; at < 5_000; at += 1) pending.add({ type: 'on-air', at, onAir: true });
  const jobs = all(pending);
  expect(jobs.filter(({ type }) => type === 'precheck')).toEqual([job]);
  expect(jobs.length).toBeLessThan(2_100);
});
