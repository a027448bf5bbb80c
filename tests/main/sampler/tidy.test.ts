import { expect, it } from 'vitest';
import { collectGarbage } from '../../../src/main/sampler/tidy.js';

it('frees what nobody refers to any more', () => {
  const dead = new WeakRef({ text: 'x'.repeat(1_000) });
  return new Promise<void>((done) => {
    // A reference that was just made or looked at lives to the end of its turn.
    setImmediate(() => {
      collectGarbage();
      expect(dead.deref()).toBeUndefined();
      done();
    });
  });
});
