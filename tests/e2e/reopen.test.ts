import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launch, ROOT, windowCount } from './support/app.js';
import { until } from './support/wait.js';

const DEMO = join(ROOT, 'resources', 'demo', 'workday.jsonl');

/** Share of a sparkline's width that something is drawn on. */
const drawn = (page: Page, metric: string): Promise<number> =>
  page.evaluate((name) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`[data-sparkline="${name}"]`);
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return 0;
    // Without the normal range, which is there without any value, too.
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    let columns = 0;
    for (let x = 0; x < canvas.width; x += 1) {
      let isOn = false;
      for (let y = 0; y < canvas.height; y += 1) isOn ||= (data[(y * canvas.width + x) * 4 + 3] ?? 0) > 150;
      if (isOn) columns += 1;
    }
    return columns / canvas.width;
  }, metric);

test('a window that is opened again shows the last ten minutes, not an empty line', async () => {
  const running = await launch([`--replay=${DEMO}`, '--replay-speed=150']);
  const first = await running.page();
  await first.waitForSelector('[data-sparkline="cpu.temperature"]');
  const share = () => drawn(first, 'cpu.temperature');
  await until('a line over most of the width', share, (found) => found > 0.9);

  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await until(
    'no window',
    () => windowCount(running),
    (count) => count === 0,
  );
  const next = running.app.waitForEvent('window');
  await running.app.evaluate(({ app }) => app.emit('activate'));
  const again = await next;
  await again.waitForSelector('[data-sparkline="cpu.temperature"]');
  // At once: at this speed ten minutes would take four seconds to come in anew.
  expect(await until('the first drawing', () => drawn(again, 'cpu.temperature'))).toBeGreaterThan(0.8);
});
