import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { Windows } from '../../../src/main/windows/windows.js';

class FakeWindow extends EventEmitter {
  isMinimized = vi.fn(() => false);
  restore = vi.fn();
  show = vi.fn();
  focus = vi.fn();
  minimize = vi.fn();

  /** What the close button does. */
  pressClose(): void {
    let kept = false;
    this.emit('close', { preventDefault: () => (kept = true) });
    if (!kept) this.emit('closed');
  }
}

function setUp(hasTray: boolean) {
  const opened: FakeWindow[] = [];
  const onClosed = vi.fn();
  const onMinimized = vi.fn();
  const open = vi.fn((_minimized: boolean) => {
    const window = new FakeWindow();
    opened.push(window);
    return window as unknown as BrowserWindow;
  });
  return {
    windows: new Windows({ open, hasTray: () => hasTray, onClosed, onMinimized }),
    open,
    opened,
    onClosed,
    onMinimized,
  };
}

test('there is one window; showing again brings it to the front', () => {
  const { windows, open, opened } = setUp(true);
  windows.show();
  opened[0]?.isMinimized.mockReturnValue(true);
  windows.show();
  windows.showMinimized();
  expect(open).toHaveBeenCalledTimes(1);
  expect(opened[0]?.restore).toHaveBeenCalledOnce();
  expect(opened[0]?.focus).toHaveBeenCalledOnce();
});

test('with a tray a closed window is gone, and a new one can be opened', () => {
  const { windows, open, opened, onClosed } = setUp(true);
  windows.show();
  opened[0]?.pressClose();
  expect(windows.main).toBeNull();
  expect(onClosed).toHaveBeenCalledOnce();
  windows.show();
  expect(open).toHaveBeenCalledTimes(2);
});

test('without a tray it is minimised, until the program ends', () => {
  const { windows, opened, onClosed, onMinimized } = setUp(false);
  windows.show();
  opened[0]?.pressClose();
  expect(opened[0]?.minimize).toHaveBeenCalledOnce();
  expect(onMinimized).toHaveBeenCalledOnce();
  expect(windows.main).not.toBeNull();
  windows.allowQuit();
  opened[0]?.pressClose();
  expect(windows.main).toBeNull();
  expect(onClosed).not.toHaveBeenCalled();
});
