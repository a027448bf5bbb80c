import { describe, expect, it } from 'vitest';
import { formatQuantity, formatValue } from '../../../src/shared/format/value.js';
import { METRIC_IDS, type MetricId, metricSpec } from '../../../src/shared/metrics/dictionary.js';
import { translator } from './translator.js';

const zh = translator('zh-CN');
const en = translator('en');
const text = (metric: MetricId, value: number) => formatValue(metric, value, zh, 'zh-CN').text;
const english = (metric: MetricId, value: number) => formatValue(metric, value, en, 'en').text;

describe('formatValue', () => {
  it.each<[MetricId, number, string, string]>([
    ['cpu.temperature', 91, '91 °C', '91 °C'],
    ['cpu.temperature', 62.375, '62.4 °C', '62.4 °C'],
    // Rounding must not hide the breach: "70 °C, above 70 °C" would be nonsense.
    ['cpu.temperature', 70.4, '70.4 °C', '70.4 °C'],
    ['memory.usage', 52.04, '52%', '52%'],
    ['network.loss', 1.667, '1.7%', '1.7%'],
    ['network.loss', 0.04, '0.04%', '0.04%'],
    ['network.loss', 0, '0%', '0%'],
    ['network.latency', 1.83, '1.8 ms', '1.8 ms'],
    ['network.latency', 38.4, '38 ms', '38 ms'],
    ['fan.speed', 1180, '1180 转/分', '1180 rpm'],
    ['fan.speed', 12000, '12,000 转/分', '12,000 rpm'],
    ['disk.free', 212_300_000_000, '212 GB', '212 GB'],
    ['disk.free', 999_600_000_000, '1 TB', '1 TB'],
    ['self.memory', 187_400_000, '187 MB', '187 MB'],
    ['disk.read.rate', 12_400_000, '12 MB/s', '12 MB/s'],
    ['disk.read.rate', 0, '0 B/s', '0 B/s'],
    ['disk.write.rate', 3_140_000, '3.1 MB/s', '3.1 MB/s'],
    ['network.tx.rate', 775_000, '6.2 Mbps', '6.2 Mbps'],
    ['network.linkSpeed', 1000, '1 Gbps', '1 Gbps'],
    ['network.linkSpeed', 866.7, '867 Mbps', '867 Mbps'],
    ['network.signal', -61, '−61 dBm', '−61 dBm'],
    ['power.voltage', 11.85, '11.85 V', '11.85 V'],
    ['power.current', -0.001, '0.00 A', '0.00 A'],
    ['disk.errors', 3, '3 次', '3'],
    ['system.updates', 3, '3 项', '3'],
    ['network.link', 1, '已连接', 'connected'],
    ['network.link', 0, '已断开', 'disconnected'],
    ['antivirus.scanAge', 3.9, '3 天前', '3 days ago'],
    ['antivirus.scanAge', 1.2, '昨天', 'yesterday'],
    ['antivirus.scanAge', 0.4, '今天', 'today'],
  ])('%s %d', (metric, value, chinese, inEnglish) => {
    expect(text(metric, value)).toBe(chinese);
    expect(english(metric, value)).toBe(inEnglish);
  });

  it('splits number and unit so that a card can set them apart', () => {
    expect(formatValue('cpu.temperature', 62.375, zh, 'zh-CN')).toEqual({
      number: '62.4',
      unit: '°C',
      text: '62.4 °C',
    });
    expect(formatValue('antivirus.definitionAge', 5, en, 'en')).toMatchObject({
      number: '5',
      unit: 'days ago',
    });
    expect(formatValue('power.ac', 1, zh, 'zh-CN')).toMatchObject({ number: '已接通', unit: '' });
  });

  it('has words for both values of every yes/no metric', () => {
    for (const metric of METRIC_IDS.filter((id) => metricSpec(id).unit === 'bool')) {
      for (const value of [0, 1]) {
        expect(text(metric, value)).toMatch(/\S/);
        expect(english(metric, value)).toMatch(/^[a-z]/);
      }
    }
  });

  it('writes something for every metric', () => {
    for (const metric of METRIC_IDS) {
      expect(text(metric, 1)).not.toMatch(/undefined|NaN|\{\{/);
      expect(english(metric, 1)).not.toMatch(/undefined|NaN|\{\{/);
    }
  });
});

describe('formatQuantity', () => {
  it('writes days as an amount', () => {
    expect(formatQuantity('antivirus.scanAge', 7, zh, 'zh-CN').text).toBe('7 天');
    expect(formatQuantity('antivirus.scanAge', 1, en, 'en').text).toBe('1 day');
    expect(formatQuantity('antivirus.scanAge', 7, en, 'en').text).toBe('7 days');
  });
});
