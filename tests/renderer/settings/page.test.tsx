// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../../src/renderer/src/App.js';
import { TextsProvider } from '../../../src/renderer/src/i18n.js';
import { useGiven } from '../../../src/renderer/src/stores/given.js';
import { usePreferences } from '../../../src/renderer/src/stores/settings.js';
import { openView } from '../../../src/renderer/src/stores/view.js';
import { setWho } from '../../../src/renderer/src/stores/who.js';
import type { Policy } from '../../../src/shared/settings/policy.js';
import type { Settings } from '../../../src/shared/settings/schema.js';
import { FakeMain, givePage, metric, part, settingsIn, settle, snapshot } from '../support.js';
import { shippedProfile } from './profile.js';

let main: FakeMain;

beforeEach(() => {
  main = new FakeMain();
  vi.stubGlobal('onair', main.bridge);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(settings: Partial<Settings> = {}, policy: Policy['settings'] = {}, state = snapshot()) {
  givePage('zh-CN', state);
  act(() => {
    main.settings = { ...settingsIn('zh-CN'), ...settings };
    usePreferences.setState({ settings: main.settings });
    useGiven.setState({
      shipped: shippedProfile(),
      policy: { file: '/etc/onair-sentry/policy.json', settings: policy },
    });
    setWho('值班');
    openView('settings');
  });
  return render(<App />, { wrapper: TextsProvider });
}

const patches = () => main.sent.filter((_args, i) => main.asked[i] === 'settings:update');
const rule = (container: HTMLElement, key: string) => {
  const found = container.querySelector<HTMLElement>(`[data-rule="${key}"]`);
  if (!found) throw new Error(`no rule ${key}`);
  return within(found);
};

describe('the settings page', () => {
  it('has a label for every field', () => {
    const { container } = show();
    for (const field of container.querySelectorAll<HTMLInputElement>('input, select'))
      expect(field.labels?.length || field.getAttribute('aria-label'), field.outerHTML).toBeTruthy();
  });

  it('sends a choice at once, and a text when the field is left', async () => {
    show();
    fireEvent.change(screen.getByLabelText('外观'), { target: { value: 'dark' } });
    const name = screen.getByLabelText('工位名称');
    fireEvent.change(name, { target: { value: '三号直播间' } });
    expect(patches()).toEqual([{ theme: 'dark' }]);
    fireEvent.blur(name);
    await act(settle);
    expect(patches()).toEqual([{ theme: 'dark' }, { stationName: '三号直播间' }]);
  });

  it('takes a text back with Escape, and sends none that did not change', () => {
    show({ stationName: 'A' });
    const name = screen.getByLabelText<HTMLInputElement>('工位名称');
    fireEvent.change(name, { target: { value: 'B' } });
    fireEvent.keyDown(name, { key: 'Escape' });
    expect(name.value).toBe('A');
    fireEvent.blur(name);
    expect(patches()).toEqual([]);
  });

  it('stores a changed limit with who and when, the procedure beside it', async () => {
    const { container } = show();
    const memory = rule(container, 'memory.usage');
    const field = memory.getByLabelText('内存已用 高于');
    fireEvent.change(field, { target: { value: '85' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    await act(settle);
    expect(patches()).toEqual([
      {
        overrides: {
          'memory.usage': {
            by: '值班',
            at: expect.any(Number),
            limits: { 'warning.above': { value: 85 } },
          },
        },
      },
    ]);
    expect(memory.getByText('规程：80%')).toBeTruthy();
  });

  it('explains a contradiction and an impossible number at their place, and stores neither', async () => {
    const { container } = show();
    const memory = rule(container, 'memory.usage');
    const field = memory.getByLabelText('内存已用 高于');
    for (const [text, words] of [
      ['99', /故障限值要比警告限值更严重/],
      ['101', '只能在 0 到 100% 之间'],
      ['很多', '请填数字'],
    ] as const) {
      fireEvent.change(field, { target: { value: text } });
      fireEvent.keyDown(field, { key: 'Enter' });
      await act(settle);
      expect(memory.getByText(words)).toBeTruthy();
    }
    expect(patches()).toEqual([]);
  });

  it('restores one rule, and offers to undo that', async () => {
    const overrides = { 'memory.usage': { by: 'A', at: 1, required: false } };
    const { container } = show({ overrides });
    fireEvent.click(rule(container, 'memory.usage').getByRole('button', { name: '恢复规程值' }));
    await act(settle);
    expect(patches()).toEqual([{ overrides: {} }]);
    fireEvent.click(screen.getByRole('button', { name: '撤销' }));
    await act(settle);
    expect(patches()[1]).toEqual({ overrides });
  });

  it('shows what IT fixed as fixed', () => {
    const overrides = { 'memory.usage': { by: 'IT', at: 1, required: false } };
    const { container } = show({ tickSeconds: 5, overrides }, { tickSeconds: 5, overrides });
    const tick = screen.getByLabelText<HTMLSelectElement>('采样间隔');
    expect(tick.disabled).toBe(true);
    expect(screen.getAllByText(/由 IT 统一设置.*policy\.json/).length).toBe(2);
    const memory = rule(container, 'memory.usage');
    expect(memory.getByLabelText<HTMLInputElement>('内存已用 高于').disabled).toBe(true);
    expect(memory.queryByRole('button')).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '全部恢复规程值' }).disabled).toBe(true);
  });

  it('accepts a missing reading with a reason only', async () => {
    const fan = metric('fan.speed', null, { missing: 'unsupported' });
    const { container } = show({}, {}, snapshot({ parts: [part({ metrics: [fan] })] }));
    const row = container.querySelector<HTMLElement>('[data-accept="fan.speed"]');
    if (!row) throw new Error('no row');
    fireEvent.click(within(row).getByRole('button'));
    await act(settle);
    expect(within(row).getByText('请写明原因')).toBeTruthy();
    fireEvent.change(within(row).getByRole('textbox'), { target: { value: '没有风扇' } });
    fireEvent.click(within(row).getByRole('button'));
    await act(settle);
    const accepted = { 'fan.speed': { by: '值班', at: expect.any(Number), reason: '没有风扇' } };
    expect(patches()).toEqual([{ accepted }]);
  });
});

describe('the first-run set-up', () => {
  it('lies over the dashboard until it is finished', async () => {
    givePage('zh-CN', snapshot());
    act(() => usePreferences.setState({ settings: { ...settingsIn('zh-CN'), setUp: false } }));
    const { container } = render(<App />, { wrapper: TextsProvider });
    expect(container.querySelectorAll('article')).toHaveLength(1);
    fireEvent.click(within(screen.getByTestId('set-up')).getByText('完成'));
    await act(settle);
    expect(patches()[0]).toEqual({ setUp: true });
    expect(screen.queryByTestId('set-up')).toBeNull();
  });

  it('does not come in a replay', () => {
    givePage('zh-CN', snapshot({ mode: { kind: 'replay', name: 'day.jsonl', speed: 1 } }));
    act(() => usePreferences.setState({ settings: { ...settingsIn('zh-CN'), setUp: false } }));
    render(<App />, { wrapper: TextsProvider });
    expect(screen.queryByTestId('set-up')).toBeNull();
  });
});
