import { expect, test } from 'vitest';
import { runCommand } from '../../../src/main/sampler/command.js';

const NODE = process.execPath;

function context() {
  const raws: string[] = [];
  return { signal: new AbortController().signal, raw: (text: string) => void raws.push(text), raws };
}

test('gives what a program said, and keeps it', async () => {
  const asked = context();
  const result = await runCommand(NODE, ['-e', 'console.log("23 °C", process.env.LC_ALL)'], asked);
  expect(result).toEqual({ kind: 'done', stdout: '23 °C C\n', stderr: '' });
  expect(asked.raws.join()).toContain('23 °C');
});

test('what comes on stderr first does not lose the answer', async () => {
  const script = 'console.error("Access denied"); console.log(7)';
  expect(await runCommand(NODE, ['-e', script], context())).toEqual({
    kind: 'done',
    stdout: '7\n',
    stderr: 'Access denied\n',
  });
});

test('hands its input over, and does not mind a program that does not read it', async () => {
  const echo = 'process.stdin.pipe(process.stdout)';
  expect(await runCommand(NODE, ['-e', echo], context(), { input: '你好' })).toMatchObject({
    stdout: '你好',
  });
  const long = 'x'.repeat(1_000_000);
  expect(await runCommand(NODE, ['-e', 'process.exit(0)'], context(), { input: long })).toMatchObject({
    kind: 'done',
  });
});

test.each([
  ['absent', 'no-such-program-anywhere', []],
  ['failed', NODE, ['-e', 'process.exit(3)']],
  ['failed', NODE, ['-e', 'process.kill(process.pid)']],
  ['timed-out', NODE, ['-e', 'setInterval(() => {}, 1000); process.on("SIGTERM", () => {})']],
  ['failed', NODE, ['-e', 'process.stdout.write("x".repeat(5_000_000))']],
])('a program may be %s', async (kind, file, args) => {
  expect(await runCommand(file, args, context(), { timeoutMs: 1_500 })).toMatchObject({ kind });
});

test('is given up with its collector', async () => {
  const giveUp = new AbortController();
  const running = runCommand(NODE, ['-e', 'setInterval(() => {}, 1000)'], {
    signal: giveUp.signal,
    raw: () => undefined,
  });
  giveUp.abort();
  expect(await running).toEqual({ kind: 'timed-out' });
});
