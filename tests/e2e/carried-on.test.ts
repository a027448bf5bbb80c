import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { IncidentState } from '../../src/shared/health/state.js';
import { launch, makeUserData, type RunningApp } from './support/app.js';
import { isAlive, until } from './support/wait.js';

/** Longer than hold and the first readings of a start take: a popup that comes again would be there by then. */
const NEWS_MS = 8_000;

/** A folder whose settings call any use of memory a fault, after one second. */
function alarmed(): string {
  const userData = makeUserData();
  const change = {
    limits: { 'warning.above': { value: 0.1 }, 'fault.above': { value: 0.2 } },
    hold: { warning: 1_000, fault: 1_000 },
    by: '值班',
    at: 1,
  };
  const settings = { setUp: true, overrides: { 'memory.usage': change } };
  writeFileSync(join(userData, 'settings.json'), JSON.stringify(settings));
  return userData;
}

async function incident(page: Page): Promise<IncidentState | undefined> {
  const result = await page.evaluate(() => window.onair.invoke('monitor:snapshot', undefined));
  return result.ok ? result.value.incidents.find(({ metric }) => metric === 'memory.usage') : undefined;
}

async function opened(page: Page): Promise<IncidentState> {
  const found = await until('an incident', () => incident(page), Boolean, 30_000);
  if (!found) throw new Error('no incident');
  return found;
}

/** How often a popup shows the incident; what else the machine of the test lacks has popups of its own. */
async function calledAgain({ app }: RunningApp): Promise<number> {
  const popup = app.windows().find((one) => one.url().endsWith('/popup.html'));
  return popup ? popup.locator('[data-incident^="memory.usage"]').count() : 0;
}

/** Ends the app as a power cut does. */
async function cutOff(running: RunningApp): Promise<void> {
  process.kill(running.pid, 'SIGKILL');
  await until(
    'the end of the app',
    () => isAlive(running.pid),
    (alive) => !alive,
  );
}

test('killed with an acknowledged incident, it goes on with the same one and calls nobody again', async () => {
  const userData = alarmed();
  const first = await launch([], userData);
  const page = await first.page();
  const before = await opened(page);
  await page.evaluate(([id]) => window.onair.invoke('popup:acknowledge', { ids: [id] }), [
    before.id,
  ] as const);
  await until('the acknowledgement', async () => (await incident(page))?.acknowledgedAt);
  // It is written as it happens, by a thread of its own.
  await sleep(1_000);
  await cutOff(first);

  const second = await launch([], userData);
  const after = await opened(await second.page());
  expect(after.id).toBe(before.id);
  expect(after.since).toBe(before.since);
  expect(after.acknowledgedAt).toBeTypeOf('number');
  await sleep(NEWS_MS);
  const { id, popupAt } = await opened(await second.page());
  expect({ id, popupAt }).toEqual({ id: before.id, popupAt: before.popupAt });
  expect(await calledAgain(second)).toBe(0);
}, 90_000);

test('killed with an incident that nobody saw, it goes on with the same one, and it is still to be seen', async () => {
  const userData = alarmed();
  const first = await launch([], userData);
  const before = await opened(await first.page());
  await sleep(1_000);
  await cutOff(first);

  const second = await launch([], userData);
  const page = await second.page();
  const after = await opened(page);
  expect(after.id).toBe(before.id);
  expect(after.acknowledgedAt ?? null).toBeNull();
}, 90_000);
