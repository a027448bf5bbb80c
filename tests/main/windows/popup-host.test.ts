import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PopupHost } from '../../../src/main/windows/popup-host.js';
import { openIncident } from '../../support/incident.js';

class FakeWindow extends EventEmitter {
  visible = false;
  zoom = 1;
  webContents = { getZoomFactor: () => this.zoom };
  setBounds = vi.fn();
  isVisible = () => this.visible;
  showInactive = vi.fn(() => {
    this.visible = true;
  });
  hide = vi.fn(() => {
    this.visible = false;
  });
  destroy = vi.fn(() => this.emit('closed'));
}

const something = { entries: [{ incident: openIncident() }], flooded: false };
const nothing = { entries: [], flooded: false };

function setUp() {
  const opened: FakeWindow[] = [];
  const host = new PopupHost({
    open: () => {
      const window = new FakeWindow();
      opened.push(window);
      return window as unknown as BrowserWindow;
    },
    place: (size) => ({ x: 1, y: 2, ...size }),
  });
  return { host, opened };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('it opens with the first fault, and shows itself without the focus once its page has a height', () => {
  const { host, opened } = setUp();
  host.follow(nothing);
  expect(opened).toHaveLength(0);
  host.follow(something);
  host.follow(something);
  expect(opened).toHaveLength(1);
  expect(opened[0]?.showInactive).not.toHaveBeenCalled();
  host.resize(300);
  host.resize(320);
  expect(opened[0]?.showInactive).toHaveBeenCalledOnce();
  expect(opened[0]?.setBounds).toHaveBeenLastCalledWith({ x: 1, y: 2, width: 420, height: 320 });
});

test('a zoomed page gets a larger window', () => {
  const { host, opened } = setUp();
  host.follow(something);
  if (opened[0]) opened[0].zoom = 1.5;
  host.resize(301);
  expect(opened[0]?.setBounds).toHaveBeenLastCalledWith({ x: 1, y: 2, width: 630, height: 452 });
});

test('after the last fault it is away at once and gone some seconds later', () => {
  const { host, opened } = setUp();
  host.follow(something);
  host.resize(300);
  host.follow(nothing);
  expect(opened[0]?.hide).toHaveBeenCalledOnce();
  host.resize(10);
  expect(opened[0]?.showInactive).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(5_000);
  expect(opened[0]?.destroy).toHaveBeenCalledOnce();
  host.follow(something);
  expect(opened).toHaveLength(2);
});

test('a fault in between keeps the window', () => {
  const { host, opened } = setUp();
  host.follow(something);
  host.resize(300);
  host.follow(nothing);
  vi.advanceTimersByTime(1_000);
  host.follow(something);
  host.resize(300);
  vi.advanceTimersByTime(60_000);
  expect(opened).toHaveLength(1);
  expect(opened[0]?.showInactive).toHaveBeenCalledTimes(2);
});

test('closing it with a key of the system is told', () => {
  const { host, opened } = setUp();
  const told = vi.fn();
  host.onClosedByHand(told);
  host.follow(something);
  opened[0]?.emit('close');
  expect(told).toHaveBeenCalledOnce();
});
