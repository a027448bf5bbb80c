import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { METRIC_IDS } from '../../../src/shared/metrics/dictionary.js';
import { parseSamplerMessage, type SamplerMessage } from '../../../src/shared/sampler/protocol.js';

// Inside the project, so that the bundle finds the library; removed afterwards.
const folder = mkdtempSync(join(resolve('node_modules'), '.sampler-test-'));
const entry = join(folder, 'process.js');
const children: ChildProcess[] = [];

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: resolve('src/main/sampler/process.ts'),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'process.js' } },
    },
  });
}, 60_000);

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(): { child: ChildProcess; messages: SamplerMessage[]; ended: Promise<number | null> } {
  const child = fork(entry, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], cwd: tmpdir() });
  children.push(child);
  const messages: SamplerMessage[] = [];
  child.on('message', (message) => {
    const parsed = parseSamplerMessage(message);
    if (parsed === null) throw new Error('the sampler sent something that is no message');
    messages.push(parsed);
  });
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  return { child, messages, ended };
}

async function until(holds: () => boolean, withinMs = 10_000): Promise<void> {
  const end = Date.now() + withinMs;
  while (!holds() && Date.now() < end) await new Promise((done) => setTimeout(done, 20));
  expect(holds()).toBe(true);
}

const CONFIGURE = { type: 'configure', tickMs: 1_000, probeTarget: { host: '127.0.0.1', port: 9 } };

const metricsIn = (messages: SamplerMessage[]): Set<string> =>
  new Set(
    messages.flatMap((each) => (each.type === 'readings' ? each.readings.map(({ metric }) => metric) : [])),
  );

describe('the sampler process', () => {
  it('says ready, then reports every metric and the state of its collectors', async () => {
    const { child, messages } = start();
    child.send(CONFIGURE);
    await until(() => messages.some(({ type }) => type === 'stats'));
    // The package manager of this machine is asked for updates with the least priority, and may take its time.
    await until(() => metricsIn(messages).size === METRIC_IDS.length, 70_000);
    expect(messages[0]).toEqual({ type: 'ready', pid: child.pid });
  }, 90_000);

  it('reads nothing before it knows its target, then only that one', async () => {
    const { child, messages } = start();
    await until(() => messages.length > 0);
    await new Promise((done) => setTimeout(done, 500));
    expect(messages.map(({ type }) => type)).toEqual(['ready']);
    child.send(CONFIGURE);
    await until(() => metricsIn(messages).has('network.loss'));
    const targets = messages.flatMap((each) =>
      each.type === 'readings' ? each.readings.filter(({ metric }) => metric === 'network.loss') : [],
    );
    expect(new Set(targets.map(({ instance }) => instance))).toEqual(new Set(['ingest']));
  }, 20_000);

  it('obeys, drops what is no command, and ends on stop', async () => {
    const { child, messages, ended } = start();
    child.send(CONFIGURE);
    await until(() => messages.length > 1);
    child.send({ type: 'format-disk' });
    child.send('nonsense');
    child.send({ type: 'suspend' });
    await new Promise((done) => setTimeout(done, 300));
    const { length } = messages;
    await new Promise((done) => setTimeout(done, 2_500));
    expect(messages).toHaveLength(length);
    child.send({ type: 'resume' });
    await until(() => messages.length > length);
    child.send({ type: 'stop' });
    expect(await ended).toBe(0);
  }, 20_000);

  it('does not live on when the other side disappears', async () => {
    const { child, messages, ended } = start();
    await until(() => messages.length > 0);
    child.disconnect();
    expect(await ended).toBe(0);
  }, 20_000);

  it('ends with a trace on stderr when nobody started it', () => {
    const run = spawnSync(process.execPath, [entry], { encoding: 'utf8', timeout: 10_000 });
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('started by the app');
  }, 20_000);
});
