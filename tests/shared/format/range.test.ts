import { describe, expect, it } from 'vitest';
import { formatLimit, formatRange } from '../../../src/shared/format/range.js';
import { translator } from './translator.js';

const zh = translator('zh-CN');
const en = translator('en');

describe('formatRange', () => {
  it('says the unit once', () => {
    expect(formatRange('cpu.temperature', { low: 50, high: 70 }, zh, 'zh-CN')).toBe('50–70 °C');
    expect(formatRange('memory.usage', { low: 20, high: 80 }, en, 'en')).toBe('20–80%');
  });

  it('says both units where they differ', () => {
    expect(formatRange('disk.free', { low: 900e6, high: 2e9 }, en, 'en')).toBe('900 MB–2 GB');
  });

  it('handles open ends', () => {
    expect(formatRange('disk.free', { low: 20e9 }, zh, 'zh-CN')).toBe('不低于 20 GB');
    expect(formatRange('network.loss', { high: 1 }, en, 'en')).toBe('at most 1%');
    expect(formatRange('network.loss', {}, zh, 'zh-CN')).toBeUndefined();
  });

  it('says a single point once', () => {
    expect(formatRange('disk.errors', { low: 0, high: 0 }, zh, 'zh-CN')).toBe('0 次');
  });

  it('says yes/no in words', () => {
    expect(formatRange('network.link', { low: 1 }, zh, 'zh-CN')).toBe('已连接');
    expect(formatRange('microphone.muted', { high: 0 }, en, 'en')).toBe('not muted');
  });
});

describe('formatLimit', () => {
  it('says which side', () => {
    const of = 'value' as const;
    expect(formatLimit('cpu.temperature', { when: '>', value: 70, of }, zh, 'zh-CN')).toBe('高于 70 °C');
    expect(formatLimit('cpu.temperature', { when: '>=', value: 85, of }, zh, 'zh-CN')).toBe(
      '达到或高于 85 °C',
    );
    expect(formatLimit('power.battery', { when: '<', value: 20, of }, en, 'en')).toBe('below 20%');
    expect(formatLimit('power.battery', { when: '<=', value: 20, of }, en, 'en')).toBe('at or below 20%');
  });

  it('says what a yes/no value should be', () => {
    const of = 'value' as const;
    expect(formatLimit('power.ac', { when: '<', value: 1, of }, zh, 'zh-CN')).toBe('应为“已接通”');
    expect(formatLimit('microphone.muted', { when: '>', value: 0, of }, en, 'en')).toBe(
      'should be not muted',
    );
  });

  it('says what a count should be when one is too many', () => {
    expect(formatLimit('system.updates', { when: '>=', value: 1, of: 'value' }, zh, 'zh-CN')).toBe(
      '应为“0 项”',
    );
  });

  it('says that a counter grows', () => {
    expect(formatLimit('disk.errors', { when: '>', value: 0, of: 'growth' }, en, 'en')).toBe(
      'growing within 10 minutes',
    );
  });
});
