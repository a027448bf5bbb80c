import { describe, expect, it } from 'vitest';
import { CATALOGUES, LANGUAGES, type MessageKey } from '../../../src/shared/i18n/index.js';
import { GO_CAUSES } from '../../../src/shared/precheck/go/events.js';
import { ITEM_IDS } from '../../../src/shared/precheck/items.js';
import { MEASURE_IDS } from '../../../src/shared/precheck/measures.js';
import { PLATFORM_IDS } from '../../../src/shared/precheck/platforms/schema.js';
import { REASON_CODES } from '../../../src/shared/precheck/reasons.js';
import { measureText, reasonText } from '../../../src/shared/precheck/texts.js';
import { RESULTS } from '../../../src/shared/precheck/verdict/result.js';
import { CONFIDENCES, VERDICTS } from '../../../src/shared/precheck/verdict/types.js';
import { translator } from '../format/translator.js';

const keys = (Object.keys(CATALOGUES['zh-CN']) as MessageKey[]).filter((key) => key.startsWith('precheck.'));
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe.each(LANGUAGES)('in %s', (language) => {
  const speech = { t: translator(language), language };

  it('every code has a text that says what is, and one that says what to do', () => {
    for (const code of REASON_CODES) {
      const { what, todo } = reasonText(
        { code, verdict: 'fail', measure: 'camera.fps', value: 12, limit: { when: '<', bound: 24 } },
        speech,
      );
      expect(what.length, code).toBeGreaterThan(2);
      expect(todo.length, code).toBeGreaterThan(2);
      expect(what + todo, code).not.toMatch(/\{\{|undefined/);
    }
  });

  it('everything else that is closed has its name', () => {
    const named = [
      ...ITEM_IDS.map((id) => `precheck.item.${id}`),
      ...MEASURE_IDS.map((id) => `precheck.measure.${id}`),
      ...VERDICTS.map((id) => `precheck.verdict.${id}`),
      ...CONFIDENCES.map((id) => `precheck.confidence.${id}`),
      ...RESULTS.map((id) => `precheck.result.${id}`),
      ...PLATFORM_IDS.map((id) => `precheck.platform.${id}`),
      ...GO_CAUSES.map((id) => `precheck.cause.${id}`),
    ];
    for (const key of named) expect(CATALOGUES[language]).toHaveProperty([key]);
  });
});

describe('the texts', () => {
  it('take the same values in both languages', () => {
    for (const key of keys)
      expect(placeholders(CATALOGUES.en[key]), key).toEqual(placeholders(CATALOGUES['zh-CN'][key]));
  });

  it('are in their language', () => {
    for (const key of keys) expect(CATALOGUES.en[key], key).not.toMatch(/\p{Script=Han}/u);
  });

  it('have values as people read them, and name who is to blame', () => {
    const en = { t: translator('en'), language: 'en' } as const;
    expect(measureText('microphone.floor', -52.04, en)).toBe('−52.0 dBFS');
    expect(measureText('camera.fps', 14.96, en)).toBe('15.0 fps');
    expect(measureText('power.ac', 0, en)).toBe('no');
    expect(measureText('network.loss', 2, en)).toBe('2.0%');
    expect(
      reasonText({ code: 'device-busy', verdict: 'unknown', device: 'C920', program: 'OBS' }, en).what,
    ).toBe('Another program holds the device (OBS)');
    const noisy = {
      code: 'microphone.noisy',
      verdict: 'warn',
      measure: 'microphone.floor',
      value: -52,
    } as const;
    const zh = { t: translator('zh-CN'), language: 'zh-CN' } as const;
    expect(reasonText({ ...noisy, limit: { when: '>', bound: -60 } }, zh).what).toBe(
      '环境噪声大（−52.0 dBFS，应不高于 −60.0 dBFS）',
    );
  });
});
