import { expect, it } from 'vitest';
import { LazyAbort, RunContext } from '../../../../src/main/sampler/runner/context.js';

it('tells an abort to a signal that was asked for before or after it', () => {
  const abort = new LazyAbort();
  const context = new RunContext(abort, 1, 2);
  const { signal } = context;
  expect(signal.aborted).toBe(false);
  abort.abort();
  expect(signal.aborted).toBe(true);

  const late = new LazyAbort();
  late.abort();
  expect(late.signal.aborted).toBe(true);
});
