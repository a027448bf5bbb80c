import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { asker, isAlive, type Play, standInHost } from '../stand-in.js';

const answer = { network: { value: { name: '以太网 “°C”' } } };

describe('one PowerShell', () => {
  test('is started by the first question and answers all of them', async () => {
    const { host, starts, asked } = standInHost([{ answer }]);
    expect(starts()).toEqual([]);
    expect(await host.ask('fast', asker())).toEqual(answer);
    expect(await host.ask('devices', asker())).toEqual(answer);
    expect(starts()).toHaveLength(1);
    expect(asked()).toEqual(['{"id":1,"ask":"fast"}', '{"id":2,"ask":"devices"}']);
  });

  test('askers of the same thing share an answer; one that gives up takes nobody with it', async () => {
    const { host, asked } = standInHost([{ answer, delayMs: 150 }]);
    const impatient = host.ask('fast', asker(20));
    const patient = host.ask('fast', asker());
    await expect(impatient).rejects.toThrow('given up');
    expect(await patient).toEqual(answer);
    expect(asked()).toHaveLength(1);
  });

  test('what nobody waits for any more is not asked', async () => {
    const { host, asked } = standInHost([{ answer, delayMs: 200 }]);
    const first = host.ask('fast', asker());
    await expect(host.ask('wifi', asker(30))).rejects.toThrow();
    expect(await first).toEqual(answer);
    expect(asked().join()).not.toContain('wifi');
  });

  test('a slow question does not hold up a quick one', async () => {
    const { host } = standInHost([{ answers: { updates: 'hang', fast: answer } }]);
    const updates = host.ask('updates', asker(2_000)).catch(() => 'late');
    expect(await host.ask('fast', asker())).toEqual(answer);
    expect(await updates).toBe('late');
  });

  test('stderr, greetings, broken bytes and late lines lose no answer', async () => {
    const noise = ['', 'Windows PowerShell', '{"id":', '[1]', '{"id":99,"ok":true,"data":{}}', '\uFEFF'];
    const { host } = standInHost([{ stderr: 'x'.repeat(100_000), gbk: true, before: noise, answer }]);
    const context = asker();
    expect(await host.ask('fast', context)).toEqual(answer);
    expect(context.raws.join()).toContain('以太网');
  });

  test('an answer cut into pieces in the middle of a letter is whole again', async () => {
    const text = `{"id":$ID,"ok":true,"data":${JSON.stringify({ text: '监控'.repeat(40_000) })}}\r\n`;
    const { host } = standInHost([{ answers: { fast: { text } } }]);
    expect(await host.ask('fast', asker())).toEqual({ text: '监控'.repeat(40_000) });
  });

  test('ends with dispose, even one that ignores the end of its input', async () => {
    const { host, starts } = standInHost([{ answer, stays: true }]);
    await host.ask('fast', asker());
    host.dispose();
    await vi.waitFor(() => expect(starts().some(isAlive)).toBe(false));
    await expect(host.ask('fast', asker())).rejects.toThrow('given up');
  });
});

describe('a PowerShell that fails', () => {
  test('one that dies is replaced once, at once; its question fails', async () => {
    const { host, starts } = standInHost([{ answers: { fast: 'die' } }, { answer }]);
    await expect(host.ask('fast', asker())).rejects.toThrow('ended');
    expect(await host.ask('fast', asker())).toEqual(answer);
    expect(starts()).toHaveLength(2);
  });

  test('one that hangs is killed before the next one starts, and what waited is answered', async () => {
    const { host, starts } = standInHost([{ answers: { fast: 'hang' }, stays: true }, { answer }], {
      limitMs: 400,
    });
    const hung = host.ask('fast', asker());
    const waiting = host.ask('devices', asker());
    await expect(hung).rejects.toThrow('did not answer "fast" within 400 ms');
    expect(await waiting).toEqual(answer);
    const [first = 0, second = 0] = starts();
    expect([isAlive(first), isAlive(second)]).toEqual([false, true]);
    expect(starts()).toHaveLength(2);
  });

  test('one that ends again and again is started less and less often', async () => {
    const { host, starts } = standInHost([{ exit: 1 }], { backOffMs: 10_000 });
    await expect(host.ask('fast', asker())).rejects.toThrow('ended (1)');
    for (let time = 0; time < 5; time += 1)
      await expect(host.ask('fast', asker())).rejects.toThrow('next start is in');
    expect(starts()).toHaveLength(2);
  });

  test('one that never gets ready is killed', async () => {
    // Long enough for the second one to get ready on a busy machine.
    const { host } = standInHost([{ ready: false, stays: true }, { answer }], { startMs: 3_000 });
    expect(await host.ask('fast', asker())).toEqual(answer);
  }, 20_000);

  test('a question that it refuses fails alone', async () => {
    const refusal = { text: '{"id":$ID,"ok":false,"fault":{"kind":"ArgumentException"}}\n' };
    const { host, starts } = standInHost([{ answers: { fast: refusal }, answer }]);
    await expect(host.ask('fast', asker())).rejects.toThrow('ArgumentException');
    expect(await host.ask('devices', asker())).toEqual(answer);
    expect(starts()).toHaveLength(1);
  });
});

describe('a PowerShell that answers badly', () => {
  test('an answer that is cut off by its end fails, and what was read of it is forgotten', async () => {
    const cut = { text: '{"id":$ID,"ok":true,"data":{"network":{"val', die: true };
    const { host, starts } = standInHost([{ answers: { fast: cut } }, { answer }]);
    await expect(host.ask('fast', asker())).rejects.toThrow('ended');
    expect(await host.ask('fast', asker())).toEqual(answer);
    expect(starts()).toHaveLength(2);
  });

  test('an answer that never gets its end is late, not half an answer', async () => {
    const cut = { text: '{"id":$ID,"ok":true,"data":{}}' };
    const { host } = standInHost([{ answers: { fast: cut }, stays: true }, { answer }], { limitMs: 400 });
    await expect(host.ask('fast', asker())).rejects.toThrow('within 400 ms');
    expect(await host.ask('fast', asker())).toEqual(answer);
  });

  test('letters of another code page spoil their text and nothing else', async () => {
    // “摄像头” in GBK, which is no UTF-8.
    const text = '{"id":$ID,"ok":true,"data":{"name":"\xc9\xe3\xcf\xf1\xcd\xb7","value":7}}\n';
    const { host, starts } = standInHost([{ answers: { fast: { text, latin1: true } }, answer }]);
    expect(await host.ask('fast', asker())).toMatchObject({ value: 7 });
    expect(await host.ask('devices', asker())).toEqual(answer);
    expect(starts()).toHaveLength(1);
  });

  test('whatever they do, never two run at once, and every question has an end', async () => {
    const bad = fc.constantFrom<Play>(
      { exit: 1 },
      { answers: { fast: 'die' }, answer },
      { answers: { fast: 'hang' }, answer, stays: true },
      { answers: { devices: 'hang', fast: 'die' }, answer },
      { answers: { updates: 'die' }, answer, delayMs: 30 },
      { answers: { fast: { text: '{"id":$ID,"ok":tr', die: true } }, answer },
      { stderr: 'x'.repeat(50_000), gbk: true, answer, stays: true },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(bad, { minLength: 1, maxLength: 4 }), async (plays) => {
        const { host, overlaps } = standInHost([...plays, { answer }], { limitMs: 250, backOffMs: 1 });
        for (let round = 0; round < 3; round += 1) {
          const names = ['fast', 'devices', 'updates', 'fast'] as const;
          const ends = await Promise.allSettled(names.map((name) => host.ask(name, asker(4_000))));
          expect(ends).toHaveLength(names.length);
        }
        host.dispose();
        expect(overlaps()).toEqual([]);
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});

describe('a machine without PowerShell', () => {
  test('says so instead of failing', async () => {
    const { host } = standInHost([], { program: '/nowhere/powershell.exe' });
    expect(await host.ask('fast', asker())).toBe('absent');
    expect(await host.ask('fast', asker())).toBe('absent');
    const damaged = standInHost([], { script: null });
    expect(await damaged.host.ask('fast', asker())).toBe('absent');
  });

  test('whose policy forbids scripts is asked once, not every tick', async () => {
    const { host, starts } = standInHost([{ before: ['{"blocked":"language-mode"}'], exit: 3 }]);
    expect(await host.ask('fast', asker())).toBe('blocked');
    expect(await host.ask('devices', asker())).toBe('blocked');
    expect(starts()).toHaveLength(1);
  });

  test('whose policy wants signed scripts is told by the id of the error, not by its words', async () => {
    const stderr = '无法加载文件\r\n    + FullyQualifiedErrorId : Unauth\r\norizedAccess\r\n';
    const { host, starts } = standInHost([{ stderr, exit: 1 }]);
    expect(await host.ask('fast', asker())).toBe('blocked');
    expect(starts()).toHaveLength(1);
  });
});
