// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../src/renderer/src/App.js';
import { TextsProvider } from '../../src/renderer/src/i18n.js';
import { useView } from '../../src/renderer/src/stores/view.js';
import { setWho } from '../../src/renderer/src/stores/who.js';
import type { IncidentState } from '../../src/shared/health/state.js';
import { FakeMain, givePage, incident, NOW, settle, snapshot } from './support.js';

let main: FakeMain;

beforeEach(() => {
  main = new FakeMain();
  vi.stubGlobal('onair', main.bridge);
  setWho('');
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Opens the details of the first incident, as a click on its row does. */
function openDetails(incidents: readonly IncidentState[], ended: readonly IncidentState[] = []): HTMLElement {
  givePage('en', snapshot({ incidents, ended }));
  render(<App />, { wrapper: TextsProvider });
  const [row] = document.querySelectorAll<HTMLElement>('[data-incident] button, [data-ended] button');
  fireEvent.click(row as HTMLElement);
  return document.querySelector('dialog') as HTMLElement;
}

const button = (name: string): HTMLElement => screen.getByRole('button', { name, hidden: true });
const click = async (name: string): Promise<void> => {
  fireEvent.click(button(name));
  await act(settle);
};
/** What the page asked main to do about the incident. */
const actions = () =>
  main.sent.filter((_args, index) => main.asked[index] === 'incident:handle') as { action: unknown }[];

test('a row opens the incident with its value, limit, times and clause', () => {
  const details = openDetails([incident({ samples: 126, reopenings: 2, reopenedAt: NOW - 60_000 })]);
  for (const text of ['94 °C', 'R1.a', '126', '2 times', 'Nobody has acknowledged it'])
    expect(details.textContent).toContain(text);
});

test('it is acknowledged with the name, where one is known', async () => {
  openDetails([incident()]);
  await click('Got it');
  act(() => setWho('Ann'));
  await click('Got it');
  expect(actions().map(({ action }) => action)).toEqual([
    { type: 'acknowledge' },
    { type: 'acknowledge', by: 'Ann' },
  ]);
});

test('nobody resolves, mutes or calls a false alarm without a name', () => {
  openDetails([incident()]);
  for (const name of ['Resolved…', 'False alarm…', 'Mute this clause…'])
    expect(button(name).hasAttribute('disabled')).toBe(true);
});

test('resolving wants a cause', async () => {
  act(() => setWho('Ann'));
  openDetails([incident()]);
  await click('Resolved…');
  await click('Mark as resolved');
  expect(screen.getByText('Say what the cause was')).toBeTruthy();
  expect(actions()).toEqual([]);
  fireEvent.change(screen.getByLabelText('Cause'), { target: { value: ' dust ' } });
  await click('Mark as resolved');
  expect(actions()).toEqual([{ id: 'i1', action: { type: 'resolve', by: 'Ann', cause: 'dust' } }]);
  expect(screen.queryByLabelText('Cause')).toBeNull();
});

test('a false alarm leads to the limits of its metric', async () => {
  act(() => setWho('Ann'));
  openDetails([incident()]);
  await click('False alarm…');
  await click('Mark as false alarm');
  expect(actions()).toEqual([{ id: 'i1', action: { type: 'false-alarm', by: 'Ann' } }]);
  await click('Adjust the limits of: CPU temperature');
  expect(useView.getState()).toMatchObject({
    view: 'settings',
    rule: { part: 'computer', metric: 'cpu.temperature' },
    incident: null,
  });
});

test('what was said is shown with its undo, for an incident that is over, too', async () => {
  const resolution = { kind: 'resolved', at: NOW, by: 'Bo', cause: 'dust', note: 'cleaned' } as const;
  const details = openDetails([], [incident({ closedAt: NOW, acknowledgedAt: NOW, resolution })]);
  for (const text of ['Resolved: Bo', 'Cause: dust', 'Note: cleaned', 'Recovered'])
    expect(details.textContent).toContain(text);
  await click('Undo');
  expect(actions()).toEqual([{ id: 'i1', action: { type: 'take-back' } }]);
});

test('a clause is muted for a time', async () => {
  act(() => setWho('Ann'));
  openDetails([incident()]);
  await click('Mute this clause…');
  await click('4 h');
  expect(main.sent.at(-1)).toEqual({ clause: 'R1.a', minutes: 240, by: 'Ann' });
});

test('other incidents of the same cause are named', () => {
  const link = incident({ id: 'link', metric: 'network.link', part: 'network', unit: 'bool' });
  const loss = incident({ id: 'loss', metric: 'network.loss', part: 'network', unit: '%', group: 'link' });
  const details = openDetails([link, loss]);
  expect(within(details).getByText('Packets are lost')).toBeTruthy();
  expect(details.querySelector('[data-related="loss"]')).toBeTruthy();
});

test('without an answer the page says so', async () => {
  openDetails([incident()]);
  vi.spyOn(main.bridge, 'invoke').mockResolvedValue({
    ok: false,
    error: { code: 'NOT_READY', message: '' },
  } as never);
  await click('Got it');
  expect(document.body.textContent).toContain('no longer in the list of today');
});
