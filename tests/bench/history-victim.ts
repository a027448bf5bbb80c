import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { HistoryClient, type SpawnHistory } from '../../src/main/history/client.js';
import type { WorkerMessage } from '../../src/main/history/protocol.js';
import { Spool, spoolOf } from '../../src/main/history/spool.js';
import { RecordStore } from '../../src/main/precheck/record-store.js';
import type { IncidentState } from '../../src/shared/health/state.js';
import { record } from '../support/precheck-record.js';

/*
 * A program that is killed at some moment: it takes over the incidents that an earlier one left open, and opens, raises
 * and closes others as fast as the history stores them, and records checks. What is on disk by the history's word goes to
 * stdout. With `rest` it writes while its thread rests, into the spool; with `look` it only takes in what was left, and ends in
 * peace.
 */

/** Causes of incidents; each has one that is open at most. */
const CAUSES = 8;

const [, , file = '', way] = process.argv;
const startedAt = Date.now();

/** Settled when the thread that was started last has ended. */
let lastEnded: Promise<void> = Promise.resolve();

const spawn: SpawnHistory = ({ onMessage, onExit }) => {
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: { file, version: '0', bootedAt: 0, startedAt, check: false },
  });
  worker.on('message', (message: WorkerMessage) => onMessage(message));
  worker.on('error', (error) => console.error(error));
  const ended = new Promise<void>((resolve) => worker.on('exit', () => resolve()));
  lastEnded = ended;
  worker.on('exit', () => onExit('ended'));
  return { send: (request) => worker.postMessage(request), ended, end: () => void worker.terminate() };
};

const history = new HistoryClient({
  spawn,
  spool: new Spool(spoolOf(file)),
  onNews: (news) => console.error(JSON.stringify(news)),
  // So that threads come and go.
  restAfterMs: 0,
});

function opened(cause: number, at: number): IncidentState {
  const instance = `cause ${cause}`;
  return {
    id: `disk.latency#${instance}@${at}`,
    clause: 'R1.b',
    part: 'disk',
    metric: 'disk.latency',
    instance,
    level: 'warning',
    severity: 'warning',
    since: at,
    openedAt: at,
    popupAt: at,
    closedAt: null,
    peak: 0,
    samples: 1,
    unit: 'ms',
  };
}

async function save(incident: IncidentState): Promise<void> {
  const stored = await history.store({ type: 'incident', incident });
  if (stored)
    process.stdout.write(
      `${JSON.stringify({ id: incident.id, peak: incident.peak, closed: incident.closedAt !== null })}\n`,
    );
}

async function live(cause: number, left: IncidentState | undefined): Promise<void> {
  let incident = left;
  for (;;) {
    const at = Date.now();
    if (!incident) incident = opened(cause, at);
    else if (incident.peak > 3) incident = { ...incident, closedAt: at };
    else incident = { ...incident, peak: incident.peak + 1 };
    await save(incident);
    if (incident.closedAt !== null) incident = undefined;
    // One id a millisecond and cause.
    await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 5));
  }
}

/** Checks as fast as they are recorded, over all lives in one chain. */
async function makeChecks(records: RecordStore): Promise<void> {
  for (;;) {
    const id = `check-${records.head.count + 1}`;
    const { seq } = await records.append(record({ id }));
    if (records.keeping === 'stored') process.stdout.write(`${JSON.stringify({ check: seq })}\n`);
  }
}

const records = new RecordStore({
  folder: dirname(file),
  history,
  onNotice: (notice) => console.error(JSON.stringify(notice)),
  now: () => new Date(),
  log: console,
});
await records.open();
if (!records.check.ok) process.stdout.write(`${JSON.stringify({ broken: records.check.problem })}\n`);
const left = await history.ask({ type: 'carried-on', now: Date.now(), reopenMs: 0 });
// Checks would start the thread again.
const isResting = way === 'rest';
if (isResting) await lastEnded;
process.stdout.write('"ready"\n');
if (way === 'look') {
  await history.close(Date.now());
  process.exit();
}
if (!isResting) void makeChecks(records);
for (let cause = 0; cause < CAUSES; cause += 1)
  void live(
    cause,
    left.find(({ instance }) => instance === `cause ${cause}`),
  );
setInterval(() => {
  const at = Date.now();
  void history.store({ type: 'batch', at, series: [{ metric: 'cpu.load', at: [at], values: [1] }] });
}, 10);
