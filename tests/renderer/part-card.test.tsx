// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PartCard } from '../../src/renderer/src/features/dashboard/PartCard.js';
import { TextsProvider } from '../../src/renderer/src/i18n.js';
import type { PartState } from '../../src/shared/health/state.js';
import { MISSING_CODES } from '../../src/shared/metrics/reading.js';
import { givePage, metric, NOW, part, snapshot } from './support.js';

const show = (state: PartState) => render(<PartCard part={state} />, { wrapper: TextsProvider }).container;
const hook = (container: HTMLElement, name: string) => container.querySelector(`[data-metric="${name}"]`);

beforeEach(() => givePage('zh-CN', snapshot()));
afterEach(cleanup);

describe('PartCard', () => {
  it.each([
    ['ok', '正常'],
    ['advisory', '提示'],
    ['warning', '警告'],
    ['fault', '故障'],
    ['unknown', '无法读取'],
  ] as const)('says %s by hook, sign and word', (judgement, word) => {
    const value = judgement === 'unknown' ? null : 62;
    const missing = judgement === 'unknown' ? { missing: 'unsupported' as const } : {};
    const container = show(
      part({ judgement, metrics: [metric('cpu.temperature', value, { judgement, ...missing })] }),
    );
    const card = container.querySelector('[data-part="R1.a"]');
    expect(card?.getAttribute('data-judgement')).toBe(judgement);
    expect(screen.getByText(word).querySelector('svg')).not.toBeNull();
  });

  it('says that a trace has no readings of a part, instead of waiting for them', () => {
    givePage('zh-CN', snapshot({ mode: { kind: 'replay', name: 'a.jsonl', speed: 1 } }));
    const container = show(part({ judgement: 'unknown', metrics: [] }));
    expect(container.textContent).toContain('还没有它的读数');
    expect(container.textContent).not.toContain('正在读取');
  });

  it('names a device of the baseline that is missing, also when another is there', () => {
    const container = show(
      part({
        judgement: 'fault',
        metrics: [
          metric('camera.present', 1),
          metric('camera.present', 1, { instance: 'usb:inner' }),
          metric('camera.present', 0, { instance: 'usb:c920', gone: 'Logitech C920', judgement: 'fault' }),
        ],
      }),
    );
    expect(hook(container, 'camera.present')?.textContent).toBe('Logitech C920 不见了');
    expect(hook(container, 'camera.present')?.getAttribute('data-value')).toBe('0');
    expect(screen.getByText('工位基线里有，现在没有')).toBeTruthy();
  });

  it('shows value, unit and band with the numbers of the procedure', () => {
    const container = show(
      part({ metrics: [metric('cpu.temperature', 62.375, { range: { low: 50, high: 70 } })] }),
    );
    const value = hook(container, 'cpu.temperature');
    expect(value?.textContent).toBe('62.4 °C');
    expect(value?.getAttribute('data-value')).toBe('62.375');
    expect(screen.getByText('50')).toBeTruthy();
    expect(screen.getByText('70 °C')).toBeTruthy();
    expect(screen.getByText('正常范围：50–70 °C')).toBeTruthy();
  });

  it.each(MISSING_CODES.filter((code) => code !== 'warming-up'))(
    'shows the reason %s and what to do, never a number',
    (missing) => {
      const container = show(
        part({
          judgement: 'unknown',
          metrics: [metric('cpu.temperature', null, { missing, required: true })],
        }),
      );
      const value = hook(container, 'cpu.temperature');
      expect(value?.getAttribute('data-value')).toBe('');
      expect(value?.textContent).toMatch(/\p{Script=Han}/u);
      expect(value?.textContent).not.toMatch(/\d/);
      expect(value?.nextElementSibling?.textContent?.length).toBeGreaterThan(5);
    },
  );

  it('says that the first value is on its way instead of calling it unreadable', () => {
    show(
      part({ judgement: 'unknown', metrics: [metric('cpu.temperature', null, { missing: 'warming-up' })] }),
    );
    expect(screen.getByText('正在读取')).toBeTruthy();
    expect(screen.queryByText('无法读取')).toBeNull();
  });

  it('puts what decided the judgement in front, and keeps the leading value', () => {
    const container = show(
      part({
        part: 'disk',
        clause: 'R1.b',
        judgement: 'fault',
        metrics: [
          metric('disk.latency', 1.8),
          metric('disk.smart', 0, { judgement: 'fault', limit: { when: '<', value: 1, of: 'value' } }),
        ],
      }),
    );
    expect(container.querySelector('p[data-metric]')?.getAttribute('data-metric')).toBe('disk.smart');
    expect(screen.getByText('应为“健康”')).toBeTruthy();
    expect(screen.getByText('已持续 4 分钟')).toBeTruthy();
    expect(hook(container, 'disk.latency')?.textContent).toBe('1.8 ms');
  });

  it('names the metrics that cannot be read, and does not count answers among them', () => {
    show(
      part({
        metrics: [
          metric('network.loss', 0),
          metric('network.signal', null, { missing: 'not-present' }),
          metric('network.latency', null, { missing: 'timed-out' }),
        ],
      }),
    );
    expect(screen.getByText('有线')).toBeTruthy();
    expect(screen.getByText(/读不到：/).textContent).toContain('网络延迟');
    expect(screen.getByText(/读不到：/).textContent).not.toContain('Wi-Fi');
  });

  it('says what IT accepted as not monitored', () => {
    show(
      part({
        metrics: [
          metric('cpu.temperature', null, { missing: 'unsupported', accepted: true, required: true }),
          metric('cpu.load', 12),
        ],
      }),
    );
    expect(screen.getByText(/不监测：/).textContent).toContain('CPU 温度');
    expect(screen.getByText('CPU 占用')).toBeTruthy();
  });

  it('shows the emptiest volume where a metric has only instances', () => {
    const container = show(
      part({
        metrics: [
          metric('disk.latency', 1),
          metric('disk.free', 871e9, { instance: '/home' }),
          metric('disk.free', 212e9, { instance: '/' }),
        ],
      }),
    );
    expect(hook(container, 'disk.free')?.getAttribute('data-instance')).toBe('/');
  });

  it('tells since when in a still way while all is well', () => {
    show(part({ since: NOW - 3_600_000, metrics: [metric('cpu.temperature', 60)] }));
    expect(screen.getByText('13:30 起')).toBeTruthy();
  });
});
