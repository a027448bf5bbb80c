import { expect, it } from 'vitest';
import { RAW_LIMIT } from '../../../../src/main/sampler/collector.js';
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

it('keeps what a source said, up to a limit', () => {
  const context = new RunContext(new LazyAbort(), 1, 2);
  expect(context.rawText).toBe('');
  // Collectors take it out of their context.
  const { raw } = context;
  raw('one ');
  context.raw('two');
  expect(context.rawText).toBe('one two');
  context.raw('x'.repeat(RAW_LIMIT));
  expect(context.rawText).toHaveLength(RAW_LIMIT);
});
