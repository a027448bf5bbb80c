import { describe, expect, it } from 'vitest';
import { bandScale } from '../../src/renderer/src/ui/band-scale.js';

describe('bandScale', () => {
  it('keeps the same ends from day to day', () => {
    expect(bandScale('cpu.temperature', { low: 50, high: 70 }, 60)).toEqual({
      low: 37.5,
      high: 62.5,
      value: 50,
    });
  });

  it('widens for a value beyond them', () => {
    expect(bandScale('network.loss', { low: 0, high: 0 }, 10)).toEqual({ low: 0, high: 0, value: 100 });
    expect(bandScale('cpu.temperature', { low: 50, high: 70 }, 0)?.value).toBe(0);
  });

  it('leaves open ends open', () => {
    expect(bandScale('network.latency', { high: 250 }, 125)).toEqual({ low: 0, high: 50, value: 25 });
    expect(bandScale('power.battery', { low: 20 }, null)).toEqual({ low: 20, high: 100, value: null });
  });

  it('is nothing without a range', () => {
    expect(bandScale('cpu.load', {}, 5)).toBeUndefined();
    expect(bandScale('system.crash', { high: 0 }, 0)).toBeUndefined();
  });
});
