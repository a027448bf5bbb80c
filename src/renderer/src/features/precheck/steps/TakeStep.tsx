import { Circle, RotateCw, Square } from 'lucide-react';
import { useRef } from 'react';
import { useTexts } from '../../../i18n.js';
import { BUTTON, MAIN_BUTTON } from '../../settings/controls/styles.js';
import type { Kind } from '../capture/session.js';
import { EvidenceCard } from '../result/EvidenceCard.js';
import { StepFrame } from '../StepFrame.js';
import type { StepProps } from '../step-props.js';
import { DeviceBar } from './take/DeviceBar.js';
import { LevelMeter } from './take/LevelMeter.js';
import { LiveHints } from './take/LiveHints.js';
import { Louder } from './take/Louder.js';
import { PhaseLine } from './take/PhaseLine.js';
import { Playback } from './take/Playback.js';
import { itemsOf, useTake } from './use-take.js';

/** Camera and microphone in one guided take of ten seconds. */
export function TakeStep({ draft, judged, isFirst }: StepProps) {
  const { t } = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  const wants: Kind[] = [
    ...(draft.items.some((item) => item === 'P2.c.camera' || item === 'P3.b') ? (['camera'] as const) : []),
    ...(draft.items.includes('P2.c.microphone') ? (['microphone'] as const) : []),
  ];
  const { session, begun, repeating, found, run, stop } = useTake(video, draft, wants);
  const busy = begun !== null || repeating;
  const isDone = itemsOf(wants).every(
    (item) => judged.judgements.find((one) => one.item === item)?.verdict !== 'pending',
  );
  return (
    <StepFrame step="take" isFirst={isFirst} busy={busy}>
      <div className="grid gap-3 md:grid-cols-[minmax(0,1fr)_minmax(15rem,22rem)]">
        <div className="relative min-w-0 overflow-hidden rounded-lg bg-sunken">
          <video
            ref={video}
            muted
            playsInline
            aria-label={t('ui.precheck.take.preview')}
            className={`aspect-video max-h-[38vh] w-full object-contain ${wants.includes('camera') ? '' : 'hidden'}`}
          />
        </div>
        <div className="grid min-w-0 content-start gap-3">
          {session && <DeviceBar session={session} wants={wants} disabled={busy} />}
          {session && wants.includes('microphone') && <LevelMeter session={session} />}
          {session && !busy && <LiveHints session={session} platform={draft.platform} />}
        </div>
      </div>
      <PhaseLine begun={begun} repeating={repeating} />
      <div className="flex flex-wrap items-center gap-2">
        {busy ? (
          <button type="button" className={BUTTON} onClick={stop}>
            <Square className="size-4 text-dim" aria-hidden />
            {t('ui.precheck.take.stop')}
          </button>
        ) : (
          <button
            type="button"
            data-testid="take-start"
            className={isDone ? BUTTON : MAIN_BUTTON}
            disabled={!session}
            onClick={() => void run()}
          >
            {isDone ? <RotateCw className="size-4" aria-hidden /> : <Circle className="size-4" aria-hidden />}
            {t(isDone ? 'ui.precheck.again' : 'ui.precheck.take.start')}
          </button>
        )}
        {found?.recording && <Playback recording={found.recording} />}
      </div>
      {session && found?.louder && (
        <Louder device={found.louder} onUse={(device) => void session.open('microphone', device)} />
      )}
      <ul
        className="grid gap-2"
        data-lost-frames={found?.lost.frames ?? ''}
        data-lost-samples={found?.lost.samples ?? ''}
      >
        {itemsOf(wants).map((item) => {
          const judgement = judged.judgements.find((one) => one.item === item);
          const isMeasured = judgement?.reasons.every(({ code }) => code !== 'not-measured');
          return (
            judgement &&
            isMeasured && (
              <EvidenceCard
                key={item}
                judgement={judgement}
                measurements={draft.measurements}
                asHook={false}
              />
            )
          );
        })}
      </ul>
    </StepFrame>
  );
}
