import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Elsewhere } from '../support/check-command.js';
import { LOSSES, measure, udpCases } from '../support/loss-cases.js';
import { NetworkPair, networkProblem } from '../support/network-pair.js';

const problem = networkProblem();

describe('a lossy network of two namespaces', () => {
  let pair: NetworkPair;
  let at: Elsewhere;
  beforeAll(async () => {
    if (problem) return;
    pair = await NetworkPair.create();
    at = { command: pair.inStation };
  });
  beforeEach((context) => {
    if (problem) context.skip(problem);
    pair.drop();
  });
  afterAll(() => pair?.remove());

  describe('UDP echo', () => {
    udpCases(() => ({ address: pair.other, place: pair.inOther, at }));
  });

  describe('ping', () => {
    const ping = 'icmp type echo-request';

    it.each(LOSSES)('$percent % loss', ({ percent, lose, of, samples, judgement }) => {
      if (lose > 0) pair.drop(`${ping} numgen inc mod ${of} < ${lose}`);
      const { loss, latency } = measure(pair.other, { samples, at });
      expect(loss).toMatchObject({ value: percent, judgement, source: `icmp ${pair.other}` });
      expect(latency.value).toBeLessThan(100);
    });

    it('a target that stops answering is 100 % loss', () => {
      pair.drop(`${ping} numgen inc mod 100000 >= 10`);
      const { loss, latency } = measure(pair.other, { at });
      expect(loss).toMatchObject({ value: 100, judgement: 'fault', source: `icmp ${pair.other}` });
      expect(latency).toMatchObject({ value: null, missing: 'timed-out' });
    });

    it('the default gateway is probed where no target is named', () => {
      pair.set('ip', 'route', 'add', 'default', 'via', pair.other);
      pair.drop(`${ping} numgen inc mod 10 < 3`);
      const { loss } = measure('', { at });
      expect(loss).toMatchObject({ value: 30, source: `icmp ${pair.other}` });
      pair.set('ip', 'route', 'delete', 'default');
    });
  });

  describe('TCP, where pings are not answered', () => {
    const noPing = 'icmp type echo-request';

    it('a refusal is an answer', () => {
      pair.drop(noPing);
      const { loss, latency } = measure(pair.other, { at });
      expect(loss).toMatchObject({ value: 0, source: `tcp ${pair.other} port 443` });
      expect(latency.value).toBeLessThan(100);
    });

    it('30 % loss within the sampling error', () => {
      pair.drop(noPing, 'tcp flags syn numgen inc mod 10 < 3');
      const { loss } = measure(pair.other, { at });
      // Repeated packets of the kernel are counted by the filter as well, so that the pattern shifts a little.
      expect(loss.value).toBeGreaterThanOrEqual(20);
      expect(loss.value).toBeLessThanOrEqual(40);
      expect(loss.judgement).toBe('fault');
    });

    it('a target that never answered in any way is unknown', () => {
      pair.drop('meta l4proto { tcp, icmp }');
      const { loss } = measure(pair.other, { at });
      expect(loss).toMatchObject({ value: null, missing: 'failed', judgement: 'unknown' });
    });
  });
});
