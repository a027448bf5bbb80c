import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { createTranslator } from '../../../src/main/i18n.js';
import { trayMenu } from '../../../src/main/tray/menu.js';
import { minutesUntilMorning } from '../../../src/main/tray/morning.js';
import type { TrayView } from '../../../src/main/tray/view.js';

const t = createTranslator('zh-CN');
const view: TrayView = {
  judgement: 'fault',
  tooltip: '',
  notes: ['2 项问题还没有人确认'],
  verdict: '先处理再开播：CPU 温度过高',
  verdictPart: 'computer',
  parts: [{ part: 'memory', label: '内存：警告' }],
  go: '开播检查：现在没有开播许可，请把开播检查做完',
  onAir: false,
};

function setUp(more: Partial<TrayView> = {}) {
  const actions = {
    open: vi.fn(),
    precheck: vi.fn(),
    setOnAir: vi.fn(),
    mute: vi.fn(),
    emergency: vi.fn(),
    quit: vi.fn(),
  };
  const items = trayMenu({ ...view, ...more }, t, actions);
  const find = (label: string): MenuItemConstructorOptions => {
    const all = items.flatMap((item) => [item, ...((item.submenu as MenuItemConstructorOptions[]) ?? [])]);
    const found = all.find((item) => item.label === label);
    if (!found) throw new Error(`no item ${label}`);
    return found;
  };
  const press = (label: string) => (find(label).click as () => void)();
  return { actions, items, find, press };
}

test('verdict and worst parts open their part', () => {
  const { press, actions, find } = setUp();
  press('先处理再开播：CPU 温度过高');
  press('内存：警告');
  press('打开开播卫士');
  expect(actions.open.mock.calls).toEqual([['computer'], ['memory'], []]);
  expect(find('2 项问题还没有人确认').enabled).toBe(false);
});

test('the emergency is one click away', () => {
  const { press, actions } = setUp();
  press('紧急情况');
  expect(actions.emergency).toHaveBeenCalledOnce();
});

test('on air is a mark that changes when it is pressed', () => {
  const { press, find, actions } = setUp();
  expect(find('直播中')).toMatchObject({ type: 'checkbox', checked: false });
  press('直播中');
  expect(actions.setOnAir).toHaveBeenCalledExactlyOnceWith(true);
  const onAir = setUp({ onAir: true });
  expect(onAir.find('直播中').checked).toBe(true);
  onAir.press('直播中');
  expect(onAir.actions.setOnAir).toHaveBeenCalledExactlyOnceWith(false);
});

test('popups are muted for a time, and can be had back before', () => {
  const { press, find, actions } = setUp();
  expect(find('暂停弹窗').submenu).toHaveLength(4);
  press('15 分钟');
  press('4 小时');
  expect(actions.mute.mock.calls).toEqual([[15], [240]]);
  const muted = setUp({ muted: '弹窗暂停到 18:30' });
  expect(muted.find('弹窗暂停到 18:30').submenu).toHaveLength(6);
  muted.press('恢复弹窗');
  expect(muted.actions.mute).toHaveBeenCalledExactlyOnceWith(0);
});

test.each([
  [new Date(2026, 4, 5, 22, 30), 450],
  [new Date(2026, 4, 5, 5, 59, 50), 1],
  [new Date(2026, 4, 5, 6, 0), 1_440],
])('from %s it is %i minutes until morning', (now, minutes) => {
  expect(minutesUntilMorning(now)).toBe(minutes);
});
