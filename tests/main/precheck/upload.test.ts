import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureUpload } from '../../../src/main/precheck/upload.js';
import { uploadFinding, uploadPlan } from '../../../src/shared/precheck/network.js';
import { startUploadResponder, type UploadResponder } from '../../support/upload-responder.js';

let responder: UploadResponder;
beforeAll(async () => {
  responder = await startUploadResponder();
});
afterAll(() => responder.close());

const planOf = (kbps: number, bytes: number) => {
  const plan = uploadPlan(kbps, bytes);
  if (!plan) throw new Error('no plan');
  return plan;
};
const never = () => new AbortController().signal;

describe('measuring an upload', () => {
  // Short of its warm-up nothing is told, so that each of these takes its eight seconds: they run side by side.
  it.concurrent('finds a fast host fast enough, and sends no more than it said', async () => {
    const own = await startUploadResponder();
    const plan = planOf(2_000, 4_000_000);
    const { progress, failed, latencyRise } = await measureUpload(new URL(own.url), plan, never());
    const finding = uploadFinding(progress, plan);
    expect([failed, finding.ok]).toEqual([false, true]);
    expect(finding.ok && finding.sustainedKbps).toBeGreaterThan(1.43 * 2_000);
    expect(own.received()).toBeLessThanOrEqual(plan.bytes);
    expect(latencyRise).not.toBeNull();
    await own.close();
  }, 30_000);

  it.concurrent('finds a slow host as slow as it is', async () => {
    const own = await startUploadResponder();
    own.limit(1_000);
    const plan = planOf(2_000, 4_000_000);
    const { progress } = await measureUpload(new URL(own.url), plan, never());
    const finding = uploadFinding(progress, plan);
    expect(finding.ok).toBe(true);
    // Whole pieces in steps of half a second: half a piece more or less.
    expect(finding.ok && finding.sustainedKbps).toBeLessThan(1_400);
    expect(finding.ok && finding.sustainedKbps).toBeGreaterThan(600);
    await own.close();
  }, 30_000);

  it('says that a host refuses, or is not there', async () => {
    const plan = planOf(2_000, 4_000_000);
    responder.answer(500);
    expect(await measureUpload(new URL(responder.url), plan, never())).toMatchObject({ failed: true });
    responder.answer(204);
    const gone = await startUploadResponder();
    await gone.close();
    expect(await measureUpload(new URL(gone.url), plan, never())).toMatchObject({ failed: true });
  });

  it('ends at once when it is stopped', async () => {
    const stop = new AbortController();
    const before = responder.received();
    const running = measureUpload(new URL(responder.url), planOf(8_000, 30_000_000), stop.signal);
    setTimeout(() => stop.abort(), 300);
    await running;
    expect(responder.received() - before).toBeLessThan(30_000_000 / 4);
  });
});
