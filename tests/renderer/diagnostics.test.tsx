// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { App } from '../../src/renderer/src/App.js';
import { TextsProvider } from '../../src/renderer/src/i18n.js';
import { openView } from '../../src/renderer/src/stores/view.js';
import type { DiagnosticsView } from '../../src/shared/diagnostics/view.js';
import type { Language } from '../../src/shared/i18n/index.js';
import { failure, success } from '../../src/shared/ipc/result.js';
import { diagnostics } from '../support/diagnostics.js';
import { givePage, snapshot } from './support.js';

let told: DiagnosticsView | null;
let asked: string[];
let copies: boolean;
/** How saving ends; settled by the test. */
let endSaving: (result: unknown) => void;
let raw: unknown;

beforeEach(() => {
  vi.useFakeTimers();
  told = diagnostics();
  asked = [];
  copies = true;
  raw = failure('INTERNAL', 'not in this test');
  const invoke = async (channel: string) => {
    asked.push(channel);
    if (channel === 'diagnostics:get' && told) return success(told);
    if (channel === 'diagnostics:raw') return raw;
    if (channel === 'diagnostics:save')
      return new Promise((resolve) => {
        endSaving = resolve;
      });
    if (channel === 'diagnostics:copy' && copies) return success(undefined);
    return failure('INTERNAL', 'not in this test');
  };
  vi.stubGlobal('onair', { invoke, subscribe: () => () => undefined });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function open(language: Language) {
  givePage(language, snapshot());
  act(() => openView('diagnostics'));
  const page = render(<App />, { wrapper: TextsProvider });
  await pass(0);
  return page;
}

const pass = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const gets = () => asked.filter((channel) => channel === 'diagnostics:get').length;

describe('the diagnostics', () => {
  it('show program, cost and collectors, the troubled one first and with its error in words', async () => {
    const { container } = await open('zh-CN');
    const rows = [...container.querySelectorAll('[data-collector]')];
    expect(rows.map((row) => row.getAttribute('data-collector'))).toEqual(['linux.cameras', 'linux.memory']);
    expect(rows[0]?.getAttribute('data-condition')).toBe('backing-off');
    expect(rows[0]?.textContent).toContain('失败：权限不够');
    expect(rows[0]?.textContent).toContain('EACCES');
    expect(screen.getByTestId('diagnostics-collectors').textContent).toContain('1 项有问题');
    expect(screen.getByTestId('diagnostics-program').textContent).toContain('/etc/onair-sentry/policy.json');
    expect(screen.getByTestId('diagnostics-costs').textContent).toContain('合计1.8%180 MB');
  });

  it('ask every two seconds, and never again once they are closed', async () => {
    await open('en');
    await pass(6_100);
    expect(gets()).toBe(4);
    act(() => openView('dashboard'));
    await pass(20_000);
    expect(gets()).toBe(4);
  });

  it('stand before the first answer, and keep the last one when a question fails', async () => {
    told = null;
    await open('en');
    expect(screen.getByText(/cannot be read right now/)).toBeTruthy();
    expect(screen.getByRole('status', { name: 'Reading diagnostics' })).toBeTruthy();
    told = diagnostics();
    await pass(2_000);
    expect(screen.queryByText(/cannot be read right now/)).toBeNull();
    told = null;
    await pass(2_000);
    expect(screen.getByText(/cannot be read right now/)).toBeTruthy();
    expect(screen.getByTestId('diagnostics-program')).toBeTruthy();
  });

  it('say for some seconds that they were copied, or that they were not', async () => {
    await open('zh-CN');
    const answer = () => screen.getByTestId('diagnostics-answer').textContent;
    fireEvent.click(screen.getByRole('button', { name: '复制给 IT' }));
    await pass(0);
    expect(asked).toContain('diagnostics:copy');
    expect(answer()).toContain('已复制');
    await pass(6_000);
    expect(answer()).toBe('');
    copies = false;
    fireEvent.click(screen.getByRole('button', { name: '复制给 IT' }));
    await pass(0);
    expect(answer()).toContain('没能复制');
    fireEvent.click(screen.getByRole('button', { name: '打开日志文件夹' }));
    await pass(0);
    expect(answer()).toContain('打不开文件夹');
  });

  it('are saved once at a time, and say how that ended', async () => {
    await open('zh-CN');
    const answer = () => screen.getByTestId('diagnostics-answer').textContent;
    const button = () => screen.getByRole('button', { name: /保存/ });
    const saves = () => asked.filter((channel) => channel === 'diagnostics:save').length;
    for (const [end, words] of [
      [success('done'), '已保存'],
      [success('cancelled'), ''],
      [failure('NOT_STORED', 'ENOSPC'), '没能保存'],
    ] as const) {
      const before = saves();
      fireEvent.click(button());
      await pass(0);
      expect(button().textContent).toContain('正在保存');
      expect(button().getAttribute('aria-disabled')).toBe('true');
      fireEvent.click(button());
      endSaving(end);
      await pass(0);
      expect(saves()).toBe(before + 1);
      expect(button().getAttribute('aria-disabled')).toBe('false');
      if (words === '') expect(answer()).toBe('');
      else expect(answer()).toContain(words);
    }
  });

  it('show on request what a source said last, what was made of it, or why not', async () => {
    await open('en');
    const button = () => screen.getByRole('button', { name: 'Raw output of Cameras' });
    for (const [told, words] of [
      [
        success({ id: 'linux.cameras', at: 1, of: 'source', text: 'video0: C920' }),
        /As told at .*video0: C920/,
      ],
      [
        success({ id: 'linux.cameras', at: 1, of: 'readings', text: 'camera.present = 1' }),
        /bare numbers.*= 1/,
      ],
      [success(null), /Nothing yet/],
      [failure('INTERNAL', 'x'), /close it and open it again/],
    ] as const) {
      raw = told;
      expect(button().getAttribute('aria-expanded')).toBe('false');
      fireEvent.click(button());
      await pass(0);
      expect(button().getAttribute('aria-expanded')).toBe('true');
      expect(screen.getByTestId('raw-output').textContent).toMatch(words);
      fireEvent.click(button());
      expect(screen.queryByTestId('raw-output')).toBeNull();
    }
  });

  it('filter the log by level', async () => {
    await open('en');
    const log = within(screen.getByTestId('diagnostics-log'));
    const levels = () => log.queryAllByRole('listitem').map((entry) => entry.getAttribute('data-level'));
    expect(levels()).toEqual(['info', 'warn', 'error']);
    fireEvent.change(log.getByRole('combobox'), { target: { value: 'error' } });
    expect(levels()).toEqual(['error']);
    told = diagnostics({ log: [] });
    await pass(2_000);
    expect(log.getByText('No such entries')).toBeTruthy();
  });

  it('say that a replay collects nothing, and that the first figures are to come', async () => {
    told = diagnostics({ collection: null });
    await open('en');
    expect(screen.getByText(/nothing is being collected/)).toBeTruthy();
    told = diagnostics({ collection: { at: null, collectors: [] } });
    await pass(2_000);
    expect(screen.getByText('The first figures come in a few seconds')).toBeTruthy();
  });
});
