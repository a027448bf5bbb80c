// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { FaultActions } from '../../src/renderer/src/features/popup/FaultActions.js';
import { TextsProvider } from '../../src/renderer/src/i18n.js';
import { FakeMain, givePage, snapshot } from './support.js';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a double click acknowledges one fault: the next has moved below the pointer by then', () => {
  const main = new FakeMain();
  vi.stubGlobal('onair', main.bridge);
  givePage('zh-CN', snapshot());
  render(<FaultActions id="i1" title="CPU 温度过高" />, { wrapper: TextsProvider });
  const button = screen.getByRole('button', { name: /^知道了/ });
  fireEvent.click(button, { detail: 1 });
  fireEvent.click(button, { detail: 2 });
  expect(main.asked).toEqual(['popup:acknowledge']);
  // A key has no count of presses.
  fireEvent.click(button, { detail: 0 });
  expect(main.asked).toHaveLength(2);
});
