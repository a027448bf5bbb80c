import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { Beat } from '../../../../src/main/sampler/prober/beat.js';
import { createPingMethod, PingLedger, parsePingReply } from '../../../../src/main/sampler/prober/ping.js';
import type { Outcome } from '../../../../src/main/sampler/prober/window.js';

describe('parsePingReply', () => {
  it.each([
    ['64 bytes from 192.168.1.1: icmp_seq=5 ttl=64 time=0.045 ms', { sequence: 5, tripMs: 0.045 }],
    ['64 bytes from 192.168.1.1: seq=0 ttl=64 time=1.210 ms', { sequence: 0, tripMs: 1.21 }],
    ['64 bytes from fe80::1%eth0: icmp_seq=1 ttl=64 time<1 ms', { sequence: 1, tripMs: 1 }],
    ['64 bytes from 1.1.1.1: icmp_seq=7 ttl=55 time=12 ms', { sequence: 7, tripMs: 12 }],
    ['64 bytes from 1.1.1.1: icmp_seq=7 ttl=55 time=12 ms (DUP!)', null],
    ['From 10.0.0.5 icmp_seq=3 Destination Host Unreachable', null],
    ['no answer yet for icmp_seq=4', null],
    ['PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.', null],
    ['rtt min/avg/max/mdev = 0.038/0.038/0.038/0.000 ms', null],
  ])('reads %j', (line, reply) => expect(parsePingReply(line)).toEqual(reply));

  it('garbage never throws', () => {
    fc.assert(fc.property(fc.string(), (line) => void parsePingReply(line)));
  });
});

describe('PingLedger', () => {
  function ledger() {
    const outcomes: Outcome[] = [];
    return { outcomes, book: new PingLedger(1_000, 0, (outcome) => outcomes.push(outcome)) };
  }

  it('counts a gap in the numbers as lost', () => {
    const { outcomes, book } = ledger();
    book.reply({ sequence: 1, tripMs: 5 }, 5);
    book.reply({ sequence: 4, tripMs: 6 }, 3_006);
    expect(outcomes).toEqual([5, null, null, 6]);
  });

  it('counts silence by the second, and not again when the answers come back', () => {
    const { outcomes, book } = ledger();
    book.reply({ sequence: 1, tripMs: 5 }, 5);
    for (const at of [1_005, 2_005, 3_006, 4_006]) book.look(at);
    expect(outcomes).toEqual([5, null, null, null]);
    book.reply({ sequence: 5, tripMs: 7 }, 4_010);
    expect(outcomes).toEqual([5, null, null, null, 7]);
  });

  it('ignores late and repeated answers and survives the wrap of the numbers', () => {
    const { outcomes, book } = ledger();
    book.reply({ sequence: 0xffff, tripMs: 1 }, 1);
    book.reply({ sequence: 0xfffe, tripMs: 900 }, 2);
    book.reply({ sequence: 0, tripMs: 2 }, 1_001);
    book.reply({ sequence: 0, tripMs: 2 }, 1_002);
    expect(outcomes).toEqual([1, 2]);
  });
});

describe.skipIf(process.platform === 'win32')('the helper program', () => {
  const folders: string[] = [];
  const path = process.env.PATH;
  afterEach(() => {
    process.env.PATH = path;
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  function standIn(script: string): void {
    const folder = mkdtempSync(join(tmpdir(), 'ping-'));
    folders.push(folder);
    writeFileSync(join(folder, 'ping'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'ping'), 0o755);
    process.env.PATH = `${folder}${delimiter}${path}`;
  }

  async function run(count: number, signal = new AbortController().signal): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const onOutcome = (outcome: Outcome): unknown => outcomes.push(outcome);
    await createPingMethod('127.0.0.1').run({ count, intervalMs: 10, signal, onOutcome });
    return outcomes;
  }

  it('counts what a bounded series left unanswered', async () => {
    standIn('for i in 1 2 4; do echo "64 bytes from x: icmp_seq=$i ttl=64 time=$i.5 ms"; done');
    expect(await run(5)).toEqual([1.5, 2.5, 4.5, null, null]);
  });

  it('a program that may not ping, or is not there, tells nothing', async () => {
    standIn('echo "ping: socktype: SOCK_RAW: Operation not permitted" >&2; exit 2');
    expect(await run(5)).toEqual([]);
    process.env.PATH = '/nowhere';
    expect(await run(5)).toEqual([]);
  });

  it('at beats tells what ping said since the last one, and the rest when it ends', async () => {
    standIn('for i in 1 2 3; do echo "64 bytes from x: icmp_seq=$i ttl=64 time=$i.5 ms"; sleep 0.2; done');
    const outcomes: Outcome[] = [];
    const beat = new Beat();
    const ended = createPingMethod('127.0.0.1').run({
      count: Number.POSITIVE_INFINITY,
      intervalMs: 10,
      beat,
      signal: new AbortController().signal,
      onOutcome: (outcome) => outcomes.push(outcome),
    });
    await new Promise((done) => setTimeout(done, 100));
    const heardEarly = outcomes.length;
    beat.give(1);
    expect([heardEarly, outcomes[0]]).toEqual([process.platform === 'linux' ? 0 : 1, 1.5]);
    await ended;
    expect(outcomes).toEqual([1.5, 2.5, 3.5]);
  });

  it('is ended with the series', async () => {
    standIn('exec sleep 60');
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 50);
    expect(await run(Number.POSITIVE_INFINITY, abort.signal)).toEqual([]);
  });
});
