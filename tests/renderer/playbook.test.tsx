// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../src/renderer/src/App.js';
import { TextsProvider } from '../../src/renderer/src/i18n.js';
import { usePreferences } from '../../src/renderer/src/stores/settings.js';
import { doneSteps, startAnew, tickStep, useTicks } from '../../src/renderer/src/stores/ticks.js';
import { openIncident } from '../../src/renderer/src/stores/view.js';
import { PLAYBOOKS } from '../../src/shared/playbooks/playbooks.js';
import { FakeMain, givePage, incident, metric, NOW, part, settle, snapshot } from './support.js';

let main: FakeMain;
const loss = incident({
  id: 'loss',
  metric: 'network.loss',
  part: 'network',
  clause: 'R1.d',
  unit: '%',
  peak: 6,
});
const state = (one = loss) =>
  snapshot({
    incidents: [one],
    parts: [
      part({
        part: 'network',
        clause: 'R1.d',
        metrics: [metric('network.loss', 6, { judgement: 'fault' }), metric('network.link', 1)],
      }),
    ],
  });

beforeEach(() => {
  main = new FakeMain();
  vi.stubGlobal('onair', main.bridge);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function open(one = loss): void {
  givePage('en', state(one));
  act(() => {
    usePreferences.setState({
      info: {
        version: '1',
        electron: '1',
        stationName: 's',
        computerName: 's',
        platform: 'linux',
        systemPages: ['network'],
      },
    });
    openIncident(one.id);
  });
  render(<App />, { wrapper: TextsProvider });
}
const click = async (name: string): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name, hidden: true }));
  await act(settle);
};
const last = () => [main.asked.at(-1), main.sent.at(-1)];
const urgent = () => screen.getByTestId('tell-it').getAttribute('data-urgent');

test('an incident has the steps of its clause with the values beside them', () => {
  open();
  expect(document.querySelector('[data-playbook="R1.d"]')?.querySelectorAll('[data-step]')).toHaveLength(5);
  const router = document.querySelector('[data-step="router"] [data-live="network.loss"]');
  expect(router?.textContent).toContain('6%');
});

test('a tick is kept with the incident, and taken back', async () => {
  open();
  fireEvent.click(document.querySelector('[data-step="cable"] input') as HTMLElement);
  await act(settle);
  expect(last()).toEqual([
    'incident:handle',
    { id: 'loss', action: { type: 'tick', step: 'cable', done: true } },
  ]);
  cleanup();
  open({ ...loss, steps: [{ step: 'cable', at: NOW }] });
  fireEvent.click(document.querySelector('[data-step="cable"] input') as HTMLElement);
  expect(last()[1]).toMatchObject({ action: { step: 'cable', done: false } });
});

test('it tests again, opens the page that this system has, and copies what IT wants to know', async () => {
  open();
  await click('Test again now');
  expect(main.asked.at(-1)).toBe('readings:refresh');
  expect((main.sent.at(-1) as { metrics: string[] }).metrics).toContain('network.loss');
  await click('Open network settings');
  expect(last()).toEqual(['system:open', { page: 'network' }]);
  await click('Copy as text');
  expect(last()).toEqual(['playbook:copy', { playbook: 'R1.d', incident: 'loss', done: [] }]);
  expect(document.body.textContent).toContain('Copied');
});

test('a page that this system does not have is not offered', () => {
  open(incident({ metric: 'disk.free', part: 'disk', clause: 'R1.b', unit: 'bytes' }));
  expect(screen.queryByText('Open storage settings')).toBeNull();
});

test('it says to tell IT when every step is done, or after ten minutes', () => {
  open();
  expect(urgent()).toBe('false');
  cleanup();
  open({ ...loss, steps: PLAYBOOKS['R1.d'].map(({ id }) => ({ step: id, at: NOW })) });
  expect(urgent()).toBe('true');
  cleanup();
  open({ ...loss, since: NOW - 601_000 });
  expect(urgent()).toBe('true');
});

test('the emergency button opens its playbook', async () => {
  givePage('en', snapshot());
  render(<App />, { wrapper: TextsProvider });
  await click('Emergency');
  expect(document.querySelector('dialog [data-playbook="S3.e"]')).toBeTruthy();
  fireEvent.click(document.querySelector('[data-step="alert"] input') as HTMLElement);
  await click('Copy as text');
  expect(last()).toEqual(['playbook:copy', { playbook: 'S3.e', done: ['alert'] }]);
});

test('ticks of a playbook opened by hand last a shift, each playbook its own', () => {
  const hour = 3600_000;
  useTicks.setState({ ticks: {} });
  tickStep('S3.c', 'stop', true, NOW);
  tickStep('S3.c', 'keep', true, NOW + hour);
  tickStep('S3.d', 'note', true, NOW);
  const done = (hours: number) => doneSteps(useTicks.getState(), 'S3.c', NOW + hours * hour);
  expect(done(2)).toEqual(['stop', 'keep']);
  expect(done(12.5)).toEqual(['keep']);
  tickStep('S3.c', 'stop', false, NOW);
  expect(done(2)).toEqual(['keep']);
  startAnew('S3.c');
  expect(done(2)).toEqual([]);
  expect(doneSteps(useTicks.getState(), 'S3.d', NOW)).toEqual(['note']);
});
