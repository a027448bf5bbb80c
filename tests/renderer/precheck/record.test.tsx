// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JudgedAgain } from '../../../src/renderer/src/features/precheck/record/JudgedAgain.js';
import { RecordList } from '../../../src/renderer/src/features/precheck/record/RecordList.js';
import { TextsProvider } from '../../../src/renderer/src/i18n.js';
import { usePrecheck } from '../../../src/renderer/src/stores/precheck.js';
import { useProcedure } from '../../../src/renderer/src/stores/procedure.js';
import type { PrecheckView, RecordSummary } from '../../../src/shared/ipc/precheck.js';
import { success } from '../../../src/shared/ipc/result.js';
import { rejudge } from '../../../src/shared/precheck/record/rejudge.js';
import type { PrecheckRecord } from '../../../src/shared/precheck/record/schema.js';
import type { PrecheckSection } from '../../../src/shared/precheck/section.js';
import { record as made, NOW } from '../../support/precheck-record.js';
import { shippedProfile } from '../settings/profile.js';
import { givePage, snapshot } from '../support.js';

const profile = shippedProfile();

/** A check of the microphone alone, which was found good. */
function record(): PrecheckRecord {
  const heard = {
    'microphone.silent': 0.4,
    'microphone.speech': -22,
    'microphone.peak': -10,
    'microphone.clipped': 0,
    'microphone.floor': -66,
    'microphone.snr': 44,
  } as const;
  const measurements = Object.entries(heard).map(([measure, value]) => ({
    measure: measure as keyof typeof heard,
    value,
    at: NOW,
    attempt: 1,
  }));
  const section = profile.precheck ?? null;
  const one = made({ section, measurements, result: 'incomplete' });
  return { ...one, judgements: rejudge(one).judgements as PrecheckRecord['judgements'] };
}

/** The procedure of today, with other numbers than that of the record. */
function procedure(change: (section: PrecheckSection) => void): void {
  const effective = structuredClone(profile);
  if (effective.precheck) change(effective.precheck);
  useProcedure.setState({ procedure: { shipped: profile, effective } });
}

/** The noise floor of the record, -66 dBFS, is too high from here on. */
const stricter = (section: PrecheckSection): void => {
  section.version = '9';
  for (const threshold of section.thresholds)
    if (threshold.measure === 'microphone.floor')
      for (const limit of threshold.limits) if (limit.verdict === 'fail') limit.value = -70;
};

beforeEach(() => givePage('zh-CN', snapshot()));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  useProcedure.setState({ procedure: null });
  usePrecheck.setState({ view: null });
});

describe('a record judged again', () => {
  it('stands beside the kept result, with what changed and the versions, and changes nothing', () => {
    procedure(stricter);
    const kept = record();
    const before = JSON.stringify(kept);
    const { container } = render(<JudgedAgain record={kept} />, { wrapper: TextsProvider });
    expect(container.querySelector('[data-rejudged]')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '按现在的标准再判一次' }));
    expect(container.querySelector('[data-rejudged]')?.getAttribute('data-rejudged')).toBe('no-go');
    expect(screen.getByRole('heading').textContent).toBe('当时：检查没做完；按现在的标准：不能开播');
    const items = [...container.querySelectorAll('[data-rejudged-item]')];
    expect(items.map((item) => item.getAttribute('data-rejudged-item'))).toEqual(['P2.c.microphone']);
    expect(items[0]?.textContent).toContain('噪声');
    expect(container.textContent).toContain('9 版');
    expect(JSON.stringify(kept)).toBe(before);
  });

  it('says that nothing changed where nothing did, and is not offered before the procedure is known', () => {
    const { container } = render(<JudgedAgain record={record()} />, { wrapper: TextsProvider });
    expect(container.textContent).toBe('');
    act(() => procedure(() => undefined));
    fireEvent.click(screen.getByRole('button'));
    expect(container.querySelector('[data-rejudged]')?.getAttribute('data-rejudged')).toBe('incomplete');
    expect(screen.getByText('每一项的结论都一样。')).toBeTruthy();
  });
});

describe('the list of records', () => {
  const summary = (more: Partial<RecordSummary> = {}): RecordSummary => ({
    seq: 1,
    kind: 'full',
    finishedAt: Date.now(),
    operator: '王主播',
    platform: 'douyin',
    result: 'go',
    hash: 'f'.repeat(64),
    ...more,
  });

  async function show(list: readonly RecordSummary[], more: Partial<PrecheckView>): Promise<HTMLElement> {
    vi.stubGlobal('onair', { invoke: async () => success(list) });
    usePrecheck.setState({
      view: {
        go: { state: 'none', conditional: false, until: null, onAir: false, items: [] },
        last: null,
        head: { hash: 'f'.repeat(64), count: list[0]?.seq ?? 0 },
        chain: { ok: true },
        keeping: 'stored',
        open: false,
        account: 'wang',
        inspections: {},
        ...more,
      },
    });
    const { container } = render(<RecordList />, { wrapper: TextsProvider });
    await act(async () => undefined);
    return container;
  }

  it('counts what is there, and says nothing about the disk where all is on it', async () => {
    const container = await show([summary({ seq: 2 }), summary()], {});
    expect(container.textContent).toContain('检查记录完整，共 2 条');
    expect(container.querySelector('[data-keeping]')).toBeNull();
  });

  it('goes on to say where a chain was broken', async () => {
    const breach = { code: 'cut', seq: 3 } as const;
    const container = await show([summary({ seq: 5 }), summary({ seq: 4, breach }), summary({ seq: 2 })], {});
    expect(container.querySelector('[data-record="4"] [data-breach="cut"]')?.textContent).toContain(
      '从第 3 条起的记录不见了',
    );
    expect(container.textContent).toContain('从第 4 条起检查记录完整，共有 3 条');
  });

  it.each([
    ['waiting', '只在内存里'],
    ['unread', '读不出来'],
  ] as const)('says that records are not on disk: %s', async (keeping, text) => {
    const container = await show([summary()], { keeping });
    expect(container.querySelector(`[data-keeping="${keeping}"]`)?.textContent).toContain(text);
  });
});
