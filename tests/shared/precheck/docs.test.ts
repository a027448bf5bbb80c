import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ITEMS } from '../../../src/shared/precheck/items.js';
import { MEASURE_IDS } from '../../../src/shared/precheck/measures.js';
import { PLATFORMS } from '../../../src/shared/precheck/platforms/platforms.js';
import { PLATFORM_IDS } from '../../../src/shared/precheck/platforms/schema.js';
import type { PrecheckLimit, Threshold } from '../../../src/shared/precheck/section.js';
import { shippedSection } from './evidence.js';

const text = readFileSync(new URL('../../../docs/precheck.md', import.meta.url), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()));
const section = shippedSection();
const labels = new Map(
  [...text.matchAll(/^\[([^\]]+)\]: (\S+)$/gm)].map(([, label, url]) => [url, `[${label}]`]),
);

const FACTOR = { value: '', target: ' × target', baseline: ' × usual', baselineRise: ' over usual' };

function limitText({ when, value, of, minEvidence, source }: PrecheckLimit): string {
  const number = String(value).replace('-', '−');
  const lost = minEvidence === undefined ? '' : ` (≥ ${minEvidence} lost)`;
  return `${when} ${number}${FACTOR[of]}${lost} ${source === 'ours' ? source : labels.get(source)}`;
}

function row({ item, measure, limits, borderline, borderlineShare, required }: Threshold): string[] {
  const of = (verdict: string) =>
    limits
      .filter((one) => one.verdict === verdict)
      .map(limitText)
      .join('; ');
  const share = borderlineShare === undefined ? '' : `± ${Math.round(100 * borderlineShare)} %`;
  const again = borderline === undefined ? share : `± ${borderline}`;
  return ['', item, `\`${measure}\``, of('warn'), of('fail'), again, required ? 'yes' : '', ''];
}

describe('docs/precheck.md', () => {
  it('has every limit with its source, and no other', () => {
    const written = rows.filter((cells) => cells.length === 8 && /^P\d/.test(cells[1] ?? ''));
    expect(written).toEqual(section.thresholds.map(row));
  });

  it('defines every measure of camera and microphone', () => {
    for (const measure of MEASURE_IDS.filter((id) => /^(camera|microphone)\./.test(id)))
      expect(text, measure).toContain(`\`${measure}\``);
  });

  it('has what each platform asks for', () => {
    for (const id of PLATFORM_IDS) {
      const { width, height, fps, kbps } = PLATFORMS[id];
      const found = rows.find((cells) => cells[1]?.split(', ').includes(id));
      expect(found?.slice(2, 5), id).toEqual([
        `${width.value}×${height.value}`,
        `${fps.value}`,
        `${kbps.value}`,
      ]);
      for (const source of [kbps.source, ...(kbps.basis ? [kbps.basis] : [])])
        expect(found?.[5]).toContain(source);
    }
  });

  it('has the intervals of inspections', () => {
    const days = section.inspections.map((one) => one.days);
    expect(new Set(days)).toEqual(new Set([90, 365]));
    expect(text).toContain('protective gear every 90 days');
    expect(section.inspections.every(({ item }) => ITEMS[item].inspected)).toBe(true);
  });
});
