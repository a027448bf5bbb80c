import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './support/app.js';
import { trayItems, trayProperty } from './support/dbus.js';
import { play, popupPage } from './support/popup.js';
import { trayTooltip } from './support/tray-menu.js';
import { until } from './support/wait.js';

const PICTURES = join(ROOT, 'test-results');

/** What the station reads, and what the tray then says. */
const STATES = {
  ok: [61, '一切正常'],
  warning: [78, '有警告'],
  fault: [91, '先处理再开播'],
  unknown: [null, '还不能判断'],
} as const;

test.runIf(process.platform === 'linux')(
  'on the desktop every verdict has an icon and words of its own, and faults come up',
  async () => {
    mkdirSync(PICTURES, { recursive: true });
    execFileSync('dunstctl', ['close-all']);
    const icons = new Map<string, string>();
    for (const [verdict, [temperature, words]] of Object.entries(STATES)) {
      const running = await play(
        () => ({ 'cpu.temperature': [temperature, '°C'], 'memory.usage': [50, '%'] }),
        {
          switches: ['--hidden'],
        },
      );
      await until(
        'the verdict in the tray',
        () => trayTooltip(running.pid).catch(() => ''),
        (text) => text.includes(words),
      );
      if (verdict === 'warning' || verdict === 'fault') {
        const popup = await popupPage(running);
        await popup.waitForSelector('[data-incident]');
        await until('the notification', notificationsShown, (count) => count === 1);
      }
      const [item] = await trayItems(running.pid);
      if (!item) throw new Error('no tray item');
      icons.set(verdict, await trayProperty(item, 'IconPixmap'));
      execFileSync('import', ['-window', 'root', join(PICTURES, `desktop-${verdict}.png`)], {
        timeout: 20_000,
      });
      await running.app.close();
      await until('the notification is withdrawn', notificationsShown, (count) => count === 0, 3_000);
    }
    expect([...icons.values()].every((icon) => icon.length > 100)).toBe(true);
    expect(new Set(icons.values()).size).toBe(4);
  },
  120_000,
);

const notificationsShown = (): number =>
  Number(execFileSync('dunstctl', ['count', 'displayed'], { encoding: 'utf8', timeout: 5_000 }));
