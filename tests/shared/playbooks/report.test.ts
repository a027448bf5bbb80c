import { expect, test } from 'vitest';
import type { MetricState, PartState } from '../../../src/shared/health/state.js';
import type { MonitorSnapshot } from '../../../src/shared/ipc/contract.js';
import { METRICS, type MetricId } from '../../../src/shared/metrics/dictionary.js';
import { PLAYBOOKS } from '../../../src/shared/playbooks/playbooks.js';
import { playbookReport } from '../../../src/shared/playbooks/report.js';
import { openIncident } from '../../support/incident.js';
import { translator } from '../format/translator.js';

const NOW = Date.UTC(2026, 0, 5, 8);
const speechIn = (language: 'zh-CN' | 'en') => ({ t: translator(language), language });
const metric = (id: MetricId, value: number): MetricState => ({
  metric: id,
  value,
  unit: METRICS[id].unit,
  judgement: 'ok',
  source: 'test',
  at: NOW,
  since: NOW,
  required: false,
});
const computer: PartState = {
  part: 'computer',
  clause: 'R1.a',
  judgement: 'fault',
  since: NOW,
  metrics: [metric('cpu.temperature', 91.2), metric('cpu.load', 97)],
};
const incident = openIncident({ since: NOW - 252_000 });
const state = {
  at: NOW,
  parts: [computer],
  incidents: [incident],
  verdict: { judgement: 'fault', incident: incident.id },
} as unknown as MonitorSnapshot;

test('what IT gets to read says where, what, since when, the values now, and what was done', () => {
  const sources = { station: '3 号', playbook: 'R1.a', incident, done: ['vents'], state } as const;
  const text = playbookReport(sources, speechIn('zh-CN'));
  expect(text.split('\n')[0]).toBe('【3 号】CPU 温度过高');
  for (const words of [
    '故障',
    '已持续 4 分 12 秒',
    '91.2 °C',
    'CPU 占用',
    '已做：摸一下出风口',
    '还没做：关掉不用的程序',
    '请协助',
  ])
    expect(text).toContain(words);
  expect(text.match(/CPU 温度 91.2/g)).toHaveLength(1);
});

test('an incident that is over asks for no help, and a playbook by hand has no times', () => {
  const over = { ...incident, closedAt: NOW };
  const done = PLAYBOOKS['R1.a'].map((step) => step.id);
  const text = playbookReport(
    { station: 's', playbook: 'R1.a', incident: over, done, state },
    speechIn('en'),
  );
  expect(text).toContain('recovered');
  expect(text).not.toMatch(/please help|Not done/);
  const byHand = playbookReport({ station: 's', playbook: 'S3.e', done: [], state }, speechIn('en'));
  expect(byHand.split('\n')[0]).toBe('[s] Emergency');
  expect(byHand).not.toContain('since');
});
