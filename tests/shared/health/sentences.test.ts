import { describe, expect, test } from 'vitest';
import { createTranslator } from '../../../src/main/i18n.js';
import { verdictNotes, verdictSentence } from '../../../src/shared/health/sentences.js';
import type { IncidentState, PartState, Verdict } from '../../../src/shared/health/state.js';

const zh = { t: createTranslator('zh-CN'), language: 'zh-CN' } as const;
const en = { t: createTranslator('en'), language: 'en' } as const;

const PARTS = [{ part: 'memory', metrics: [{}] }] as unknown as PartState[];
const verdict = (more: Partial<Verdict>): Verdict => ({
  judgement: 'ok',
  since: 0,
  missing: [],
  advisories: 0,
  unreadable: 0,
  accepted: [],
  ...more,
});
const say = (more: Partial<Verdict>, incidents: IncidentState[] = [], speech: typeof zh | typeof en = zh) =>
  verdictSentence({ verdict: verdict(more), incidents, parts: PARTS }, speech);

describe('verdictSentence', () => {
  test('nothing read yet', () => {
    const parts = [{ part: 'memory', metrics: [] }] as unknown as PartState[];
    expect(verdictSentence({ verdict: verdict({ judgement: 'unknown' }), incidents: [], parts }, zh)).toBe(
      '正在读取本机状态',
    );
  });

  test('all is well', () => {
    expect(say({})).toBe('一切正常');
    expect(say({}, [], en)).toBe('All is well');
  });

  test('on air nobody is told to put things right before going on air', () => {
    const situation = { onAir: true };
    const incidents = [{ id: 'b', metric: 'cpu.temperature' }] as IncidentState[];
    const sayOnAir = (more: Partial<Verdict>) =>
      verdictSentence({ verdict: verdict(more), incidents, parts: PARTS, situation }, zh);
    expect(sayOnAir({})).toBe('正在直播，一切正常');
    expect(sayOnAir({ judgement: 'fault', incident: 'b' })).toBe('直播中出现故障：CPU 温度过高');
    expect(sayOnAir({ judgement: 'warning', incident: 'b' })).toBe('直播中有警告：CPU 温度过高');
    expect(sayOnAir({ judgement: 'unknown', missing: ['power.ac'] })).toBe('还不能判断：外接电源读不到');
  });

  test('the incident that decided is the cause', () => {
    const incidents = [
      { id: 'a', metric: 'memory.usage' },
      { id: 'b', metric: 'cpu.temperature' },
    ] as IncidentState[];
    expect(say({ judgement: 'fault', incident: 'b' }, incidents)).toBe('先处理再开播：CPU 温度过高');
    expect(say({ judgement: 'warning', incident: 'a' }, incidents)).toBe('有警告，先看一眼：内存占用过高');
  });

  test('a few missing metrics are named, many are counted', () => {
    expect(say({ judgement: 'unknown', missing: ['cpu.temperature', 'power.ac'] })).toContain(
      'CPU 温度、外接电源',
    );
    const missing = ['cpu.temperature', 'memory.usage', 'network.link', 'network.loss', 'power.ac'] as const;
    expect(say({ judgement: 'unknown', missing })).toBe(
      '还不能判断：CPU 温度、内存已用、网络连接等 5 项读不到',
    );
  });
});

test('what is only being read for the first time is not called unreadable', () => {
  const metrics = [
    { metric: 'network.loss', missing: 'warming-up' },
    { metric: 'power.ac', missing: 'failed' },
  ];
  const parts = [{ part: 'network', metrics }] as unknown as PartState[];
  const sayOf = (missing: Verdict['missing']) =>
    verdictSentence({ verdict: verdict({ judgement: 'unknown', missing }), incidents: [], parts }, zh);
  expect(sayOf(['network.loss', 'power.ac'])).toBe('还不能判断：外接电源读不到');
  expect(sayOf(['network.loss'])).toBe('正在读取本机状态');
});

test('what the sentence leaves out is said beside it', () => {
  expect(verdictNotes(verdict({}), zh)).toEqual([]);
  expect(verdictNotes(verdict({ advisories: 2, unreadable: 3, accepted: ['cpu.temperature'] }), zh)).toEqual([
    '2 项提示',
    '3 项读不到，不影响开播',
    '不监测：CPU 温度',
  ]);
});
