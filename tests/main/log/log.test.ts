import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createLog } from '../../../src/main/log/log.js';

test('keeps order, names causes, and stays within its bound', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'log-'));
  const terminal = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const file = join(folder, 'logs', 'main.log');
    const log = createLog(file);
    log.info('first');
    log.warn('second', new Error('cause'));
    log.error('third', 'text');
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('third'));
    expect(readFileSync(file, 'utf8')).toMatch(
      /info first\n.*warn second: Error: cause[\s\S]*error third: text\n$/,
    );
    expect(terminal).toHaveBeenCalledTimes(2);

    writeFileSync(file, 'x'.repeat(1_000_001));
    log.info('after');
    await vi.waitFor(() => expect(existsSync(`${file}.old`)).toBe(true));
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('after'));
    expect(statSync(file).size).toBeLessThan(1_000);
  } finally {
    terminal.mockRestore();
    rmSync(folder, { recursive: true });
  }
});

test('a folder that cannot be written is no reason to fail', async () => {
  const log = createLog('/dev/null/logs/main.log');
  log.info('x');
  await new Promise((resolve) => setTimeout(resolve, 20));
});
