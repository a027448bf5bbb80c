import { describe, expect, it } from 'vitest';
import {
  parseTyped,
  readableText,
  scaleOf,
  typedText,
} from '../../../src/renderer/src/features/settings/number-text.js';
import {
  changeOf,
  problemOf,
  rulesByPart,
  withChange,
  withHold,
  withLimit,
  withRange,
  withRequired,
} from '../../../src/renderer/src/features/settings/rule-model.js';
import { shippedProfile } from './profile.js';

const profile = shippedProfile();
const memory = rulesByPart(profile).get('memory')?.[0]?.rule;
if (!memory) throw new Error('no rule');
const [fault, warning] = memory.limits;
if (!fault || !warning) throw new Error('no limits');

describe('an edit', () => {
  it('keeps only what differs from the procedure', () => {
    const raised = withLimit({}, fault, { value: 95 });
    expect(raised.limits).toEqual({ 'fault.above': { value: 95 } });
    const back = withLimit(raised, fault, { value: fault.value });
    expect(changeOf(back, 'IT', 1)).toBeUndefined();
    const both = withLimit(raised, fault, { severity: 'off' });
    expect(changeOf(both, 'IT', 1)).toEqual({
      by: 'IT',
      at: 1,
      limits: { 'fault.above': { value: 95, severity: 'off' } },
    });
  });

  it('covers range, hold and required', () => {
    let edit = withRange({}, memory, 'high', 85);
    edit = withHold(edit, 'fault', 10_000, 30_000);
    edit = withRequired(edit, memory, false);
    expect(edit).toMatchObject({ range: { high: 85 }, hold: { fault: 10_000 }, required: false });
    edit = withRange(edit, memory, 'high', 80);
    edit = withHold(edit, 'fault', 30_000, 30_000);
    edit = withRequired(edit, memory, true);
    expect(changeOf(edit, 'IT', 1)).toBeUndefined();
    expect(withChange({ 'memory.usage': { by: 'IT', at: 1 } }, 'memory.usage', undefined)).toEqual({});
  });

  it('names the place of a contradiction', () => {
    const stamp = { by: 'IT', at: 1 };
    expect(problemOf(memory, { ...stamp, ...withLimit({}, warning, { value: 99 }) })).toBe('limits');
    expect(problemOf(memory, { ...stamp, ...withRange({}, memory, 'low', 90) })).toBe('range');
    expect(problemOf(memory, { ...stamp, ...withLimit({}, warning, { value: 90 }) })).toBeUndefined();
  });
});

describe('the rules', () => {
  it('stand by card, the state of the station first', () => {
    const parts = rulesByPart(profile);
    expect([...parts.keys()][0]).toBe('computer');
    expect([...parts.keys()].at(-1)).toBe('system');
    const all = [...parts.values()].flat();
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    for (const clause of profile.clauses.filter(({ section }) => section === 'state'))
      for (const rule of clause.metrics) expect(all.some((one) => one.rule === rule)).toBe(true);
  });
});

describe('typed numbers', () => {
  const t = (key: string) => key;
  const degrees = scaleOf('cpu.temperature', t);
  const bytes = scaleOf('disk.free', t);

  it.each([
    ['85', 85],
    [' 85.5 ', 85.5],
    ['８５', 85],
    ['.5', 0.5],
  ])('%s is %d', (text, value) => {
    expect(parseTyped(text, degrees)).toEqual({ value });
  });

  it.each(['', 'warm', '8 5', '1e3', '85°', '0x10', 'NaN', '1,5'])('%j is none', (text) => {
    expect(parseTyped(text, degrees)).toEqual({ problem: 'number' });
  });

  it('stay within what is possible', () => {
    expect(parseTyped('151', degrees)).toMatchObject({ problem: 'bounds', high: 150 });
    expect(parseTyped('-1', bytes)).toMatchObject({ problem: 'bounds', low: 0 });
  });

  it('come in gigabytes for bytes, and back unchanged', () => {
    expect(typedText(5e9, bytes)).toBe('5');
    expect(parseTyped('0.1', bytes)).toEqual({ value: 1e8 });
    expect(readableText(5e8, bytes, 'en')).toBe('0.5 GB');
    expect(readableText(80, scaleOf('memory.usage', t), 'en')).toBe('80%');
  });
});
