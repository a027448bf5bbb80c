import { useStore } from 'zustand';
import { cameraMeasurements } from '../../../../../../shared/precheck/measured/camera.js';
import type { MeasureId } from '../../../../../../shared/precheck/measures.js';
import type { Platform } from '../../../../../../shared/precheck/platforms/schema.js';
import type { PrecheckSection } from '../../../../../../shared/precheck/section.js';
import { reasonText } from '../../../../../../shared/precheck/texts.js';
import { judgeItem } from '../../../../../../shared/precheck/verdict/judge-item.js';
import type { Reason } from '../../../../../../shared/precheck/verdict/types.js';
import { useTexts } from '../../../../i18n.js';
import type { LiveFound } from '../../capture/picture-source.js';
import type { CaptureSession } from '../../capture/session.js';
import { useSection } from '../../use-judged.js';

/** What one second is enough to tell. */
const SEEN: readonly MeasureId[] = [
  'camera.width',
  'camera.height',
  'camera.luma',
  'camera.black',
  'camera.overexposed',
  'camera.glare',
  'camera.sharpness',
];
/** Most hints at once: the first is the one to follow. */
const HINTS = 2;

interface LiveHintsProps {
  readonly session: CaptureSession;
  readonly platform: Platform;
}

/** What to change before the take: the same limits as afterwards, on the last second. */
export function LiveHints({ session, platform }: LiveHintsProps) {
  const speech = useTexts();
  const section = useSection();
  const live = useStore(session.state, (state) => state.live);
  const level = useStore(session.state, (state) => state.level);
  const hints = live ? pictureHints(live, section, platform).map((one) => reasonText(one, speech)) : [];
  const isLoud = level !== null && level.peak >= -1;
  return (
    <div role="status" data-testid="live-hints" className="grid gap-1 text-caption">
      {isLoud && <p className="font-medium">{speech.t('ui.precheck.hint.loud')}</p>}
      {hints.map(({ what, todo }) => (
        <p key={what}>
          <strong className="font-medium">{what}</strong> <span className="text-dim">{todo}</span>
        </p>
      ))}
      {live && hints.length === 0 && !isLoud && (
        <p className="text-dim">{speech.t('ui.precheck.hint.fine')}</p>
      )}
    </div>
  );
}

function pictureHints(
  { result, sharpness }: LiveFound,
  section: PrecheckSection | undefined,
  { width, height, fps }: Platform,
): readonly Reason[] {
  const targets = { 'camera.width': width.value, 'camera.height': height.value, 'camera.fps': fps.value };
  const evidence = {
    measurements: cameraMeasurements(result, sharpness, { at: 0 }),
    problems: [],
    confirmations: [],
    targets,
    baseline: {},
  };
  // Nothing is measured again for a hint.
  const plain = section && { ...section, repeats: 0 };
  return (['P2.c.camera', 'P3.b'] as const)
    .flatMap((item) => judgeItem(plain, item, evidence, 0).reasons)
    .filter(({ measure, limit }) => measure !== undefined && SEEN.includes(measure) && limit !== undefined)
    .slice(0, HINTS);
}
