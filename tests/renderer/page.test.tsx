// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../src/renderer/src/App.js';
import { TextsProvider } from '../../src/renderer/src/i18n.js';
import { useMonitor } from '../../src/renderer/src/stores/monitor.js';
import { FakeMain, givePage, incident, metric, NOW, part, snapshot } from './support.js';

const hot = metric('cpu.temperature', 91.2, {
  judgement: 'fault',
  range: { low: 50, high: 70 },
  limit: { when: '>=', value: 85, of: 'value' },
});
const overheated = snapshot({
  parts: [part({ judgement: 'fault', metrics: [hot, { ...hot, instance: 'Core 0', value: 90 }] })],
  incidents: [incident()],
  verdict: {
    judgement: 'fault',
    since: NOW,
    incident: 'i1',
    missing: [],
    advisories: 0,
    unreadable: 0,
    accepted: [],
  },
});
const blind = snapshot({
  parts: [
    part({
      judgement: 'unknown',
      metrics: [metric('cpu.temperature', null, { missing: 'unsupported', required: true })],
    }),
  ],
  verdict: {
    judgement: 'unknown',
    since: NOW,
    missing: ['cpu.temperature'],
    advisories: 0,
    unreadable: 0,
    accepted: [],
  },
});

let main: FakeMain;
const verdict = () => screen.getByTestId('station-verdict');

beforeEach(() => {
  main = new FakeMain();
  vi.stubGlobal('onair', main.bridge);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the page', () => {
  it('stands before the first snapshot, with every card in its place', () => {
    givePage('zh-CN', null);
    const { container } = render(<App />, { wrapper: TextsProvider });
    expect(verdict().getAttribute('data-judgement')).toBe('unknown');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('正在读取本机状态');
    expect(container.querySelectorAll('article')).toHaveLength(8);
    expect(container.textContent).not.toContain('现在没有需要处理的问题');
  });

  it('answers in one sentence when all is well', () => {
    givePage('zh-CN', snapshot());
    render(<App />, { wrapper: TextsProvider });
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(within(verdict()).getByText('一切正常')).toBeTruthy();
    expect(screen.getByText('现在没有需要处理的问题')).toBeTruthy();
  });

  it('names the fault, its value, side, limit, time and the first thing to do', () => {
    givePage('zh-CN', overheated);
    const { container } = render(<App />, { wrapper: TextsProvider });
    expect(verdict().getAttribute('data-judgement')).toBe('fault');
    expect(verdict().textContent).toContain('先处理再开播：CPU 温度过高');
    expect(verdict().textContent).toContain('CPU 温度 91.2 °C，达到或高于 85 °C');
    expect(verdict().textContent).toContain('已持续 4 分钟');
    expect(verdict().textContent).toContain('看出风口是否被挡');
    const row = container.querySelector('[data-incident="i1"]');
    expect(row?.textContent).toContain('CPU 温度过高');
    expect(row?.textContent).toContain('最差 94 °C');
    expect(row?.textContent).toContain('规程 R1.a');
  });

  it('says what is missing, why, and what to do', () => {
    givePage('en', blind);
    render(<App />, { wrapper: TextsProvider });
    expect(verdict().textContent).toContain('Cannot tell yet: CPU temperature cannot be read');
    expect(verdict().textContent).toContain('What to do');
    expect(verdict().textContent).toContain('No CPU temperature sensor');
  });

  it('does not call unreadable what is only being read for the first time', () => {
    const metrics = [metric('cpu.temperature', null, { missing: 'warming-up', required: true })];
    givePage('zh-CN', { ...blind, parts: [part({ judgement: 'unknown', metrics })] });
    render(<App />, { wrapper: TextsProvider });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('正在读取本机状态');
  });

  it('names what cannot be read, not what is being read beside it', () => {
    const metrics = [
      metric('network.loss', null, { missing: 'warming-up', required: true }),
      metric('cpu.temperature', null, { missing: 'unsupported', required: true }),
    ];
    const missing = ['network.loss', 'cpu.temperature'] as const;
    givePage('zh-CN', {
      ...blind,
      parts: [part({ judgement: 'unknown', metrics })],
      verdict: { ...blind.verdict, missing },
    });
    render(<App />, { wrapper: TextsProvider });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('还不能判断：CPU 温度读不到');
    expect(verdict().textContent).toContain('没有能读到的 CPU 温度传感器');
  });

  it('has the history made ready when the pointer or the focus comes to its button, and by no other', () => {
    givePage('zh-CN', snapshot());
    render(<App />, { wrapper: TextsProvider });
    const button = (name: string) => screen.getByRole('button', { name });
    const asked = () => main.asked.filter((channel) => channel === 'history:status').length;
    for (const name of ['总览', '开播检查', '诊断', '设置']) {
      fireEvent.pointerEnter(button(name));
      fireEvent.focus(button(name));
    }
    expect(asked()).toBe(0);
    fireEvent.pointerEnter(button('历史'));
    expect(asked()).toBe(1);
    fireEvent.focus(button('历史'));
    expect(asked()).toBe(2);
  });

  it('lists faults before warnings', () => {
    const warning = incident({ id: 'i0', level: 'warning', metric: 'memory.usage', since: 1 });
    givePage('zh-CN', { ...overheated, incidents: [warning, incident()] });
    const { container } = render(<App />, { wrapper: TextsProvider });
    const rows = [...container.querySelectorAll('[data-incident]')];
    expect(rows.map((row) => row.getAttribute('data-incident'))).toEqual(['i1', 'i0']);
  });

  it('labels a replay with name and speed', () => {
    givePage('zh-CN', snapshot({ mode: { kind: 'replay', name: 'day.jsonl', speed: 10 } }));
    render(<App />, { wrapper: TextsProvider });
    expect(screen.getByTestId('replay-label').textContent).toMatch(/day\.jsonl.*10/);
  });

  it('labels the demonstration as one, with words instead of the name of a file', () => {
    givePage('zh-CN', snapshot({ mode: { kind: 'replay', name: 'workday.jsonl', speed: 20, isDemo: true } }));
    render(<App />, { wrapper: TextsProvider });
    const label = screen.getByTestId('replay-label').textContent;
    expect(label).toMatch(/^演示.*20 倍速.*不是本机现在的状态/);
    expect(label).not.toContain('workday');
  });

  it('says that the sampler restarts, and that contact was lost', () => {
    givePage('zh-CN', snapshot({ sampler: { state: 'restarting', restarts: 2 } }));
    render(<App />, { wrapper: TextsProvider });
    expect(screen.getByText(/正在自动恢复（第 2 次）/)).toBeTruthy();
    act(() => useMonitor.setState({ failed: true }));
    expect(screen.getByText(/暂时拿不到监测数据/)).toBeTruthy();
  });

  it('says on every view that popups are muted, and takes that back', () => {
    const until = NOW + 3_600_000;
    givePage('zh-CN', snapshot({ situation: { onAir: false, mutedUntil: until, offer: null } }));
    render(<App />, { wrapper: TextsProvider });
    expect(screen.getByText(/弹窗暂停到/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '恢复弹窗' }));
    expect(main.asked).toContain('situation:set');
  });

  it('shows notices until they are closed', () => {
    givePage('zh-CN', snapshot({ notices: [{ code: 'settings-set-aside', detail: 'settings.json.bad' }] }));
    render(<App />, { wrapper: TextsProvider });
    expect(screen.getByText(/settings\.json\.bad/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(screen.queryByText(/settings\.json\.bad/)).toBeNull();
  });

  it('opens the details of a card and closes them', () => {
    givePage('zh-CN', overheated);
    render(<App />, { wrapper: TextsProvider });
    fireEvent.click(screen.getByRole('button', { name: '电脑' }));
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('Core 0');
    expect(dialog.textContent).toContain('来源 test');
    fireEvent.click(within(dialog).getByRole('button', { name: '关闭' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
