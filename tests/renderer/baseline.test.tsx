// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { App } from '../../src/renderer/src/App.js';
import { TextsProvider } from '../../src/renderer/src/i18n.js';
import { useBaseline } from '../../src/renderer/src/stores/baseline.js';
import { openView } from '../../src/renderer/src/stores/view.js';
import { setWho } from '../../src/renderer/src/stores/who.js';
import type { Baseline } from '../../src/shared/baseline/schema.js';
import type { BaselineView } from '../../src/shared/ipc/contract.js';
import { FakeMain, givePage, metric, NOW, part, settle, snapshot } from './support.js';

let main: FakeMain;

beforeEach(() => {
  main = new FakeMain();
  vi.stubGlobal('onair', main.bridge);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const BASELINE: Baseline = {
  schema: 1,
  at: NOW,
  by: 'Ann',
  devices: [
    { metric: 'camera.present', instance: 'usb:c920', name: 'Logitech C920' },
    { metric: 'camera.present', instance: 'usb:inner', name: 'Built-in' },
  ],
  values: [{ metric: 'network.linkSpeed', value: 1_000, spread: 0, readings: 60 }],
};
const STATE = snapshot({
  parts: [
    part({ part: 'network', clause: 'R1.d', metrics: [metric('network.linkSpeed', 100)] }),
    part({
      part: 'camera',
      clause: 'R1.e',
      metrics: [
        metric('camera.present', 1),
        metric('camera.present', 0, { instance: 'usb:c920', gone: 'Logitech C920', judgement: 'fault' }),
        metric('camera.present', 1, { instance: 'usb:inner', note: 'Built-in' }),
        metric('camera.present', 1, { instance: 'usb:new', note: 'Capture card' }),
      ],
    }),
  ],
});

async function show(view: BaselineView, who = 'Ann') {
  givePage('en', STATE);
  act(() => {
    setWho(who);
    openView('baseline');
  });
  const shown = render(<App />, { wrapper: TextsProvider });
  await act(settle);
  // Main of this test answers nothing; the page keeps what it is told.
  act(() => useBaseline.setState({ view, failed: false }));
  return shown;
}
const marks = (container: HTMLElement) =>
  [...container.querySelectorAll('[data-row]')].map((row) => [
    row.querySelector('th span')?.textContent,
    row.getAttribute('data-mark'),
  ]);

it('says what a baseline is for before there is one, and takes one by name', async () => {
  await show({ current: null, blocked: null });
  expect(screen.getByText('No station baseline yet')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Take the baseline' }));
  await act(settle);
  expect(main.sent[main.asked.indexOf('baseline:take')]).toEqual({ by: 'Ann' });
  expect(screen.getByTestId('baseline-answer').textContent).toContain('Not done, try again');
});

it('says why none can be taken: too few readings, a recording, no name', async () => {
  await show({ current: null, blocked: 'warming-up' });
  const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Take the baseline' });
  expect(button().disabled).toBe(true);
  expect(screen.getByTestId('baseline-blocked').textContent).toContain('half a minute');
  act(() => useBaseline.setState({ view: { current: null, blocked: 'replay' } }));
  expect(screen.getByTestId('baseline-blocked').textContent).toContain('recording');
  act(() => useBaseline.setState({ view: { current: null, blocked: null } }));
  expect(button().disabled).toBe(false);
  act(() => setWho(''));
  expect(button().disabled).toBe(true);
  expect(screen.getByText('Enter a name to take the baseline.')).toBeTruthy();
});

it('lists what was beside what is, by part, each difference in a word', async () => {
  const { container } = await show({ current: BASELINE, before: null, blocked: null });
  expect(marks(container)).toEqual([
    ['Link speed', 'changed'],
    ['Logitech C920', 'missing'],
    ['Built-in', 'same'],
    ['Capture card', 'new'],
  ]);
  expect(screen.getByTestId('baseline-summary').textContent).toContain('Different from the baseline: 3');
  expect(container.querySelector('[data-row="network.linkSpeed"]')?.textContent).toBe(
    'Link speed1 Gbps100 MbpsChanged',
  );
});

it('asks before one is replaced, names what would be forgotten, and Cancel changes nothing', async () => {
  await show({ current: BASELINE, before: null, blocked: null });
  fireEvent.click(screen.getByRole('button', { name: 'Take again…' }));
  const dialog = within(screen.getByTestId('confirm'));
  expect(dialog.getByText('No longer in the baseline: Logitech C920')).toBeTruthy();
  fireEvent.click(dialog.getByText('Cancel'));
  await act(settle);
  expect(screen.queryByTestId('confirm')).toBeNull();
  expect(main.asked).not.toContain('baseline:take');
  fireEvent.click(screen.getByRole('button', { name: 'Remove…' }));
  fireEvent.click(within(screen.getByTestId('confirm')).getByText('Remove'));
  await act(settle);
  expect(main.asked).toContain('baseline:remove');
});

it('says what going back brings', async () => {
  await show({ current: BASELINE, before: null, blocked: null });
  fireEvent.click(screen.getByRole('button', { name: 'Back to no baseline' }));
  await act(settle);
  expect(main.asked).toContain('baseline:undo');
  act(() => useBaseline.setState({ view: { current: null, before: { at: NOW, by: 'Bob' }, blocked: null } }));
  expect(screen.getByRole('button', { name: /^Back to that of Bob, / })).toBeTruthy();
});
