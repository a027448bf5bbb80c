import { useEffect, useRef, useState } from 'react';
import type { ItemId } from '../../../../../shared/precheck/items.js';
import { bridge } from '../../../bridge.js';
import { useTexts } from '../../../i18n.js';

interface PictureProps {
  readonly seq: number;
  /** The photo of this item; absent: what the camera saw. */
  readonly item?: ItemId;
  /** Whether it goes onto paper, too. */
  readonly printed: boolean;
}

/** A picture of a check, from this machine only; after its time it is gone, and that is said. */
export function Picture({ seq, item, printed }: PictureProps) {
  const { t } = useTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    let ended = false;
    const draw = async () => {
      const answer = await bridge.invoke('precheck:getPicture', { seq, ...(item && { item }) });
      if (ended) return;
      if (!answer.ok || !answer.value) return setGone(true);
      const bitmap = await createImageBitmap(
        new Blob([new Uint8Array(answer.value)], { type: 'image/jpeg' }),
      );
      const surface = canvas.current;
      if (!surface || ended) return;
      surface.width = bitmap.width;
      surface.height = bitmap.height;
      surface.getContext('2d')?.drawImage(bitmap, 0, 0);
      bitmap.close();
    };
    void draw().catch(() => setGone(true));
    return () => {
      ended = true;
    };
  }, [seq, item]);
  if (isGone) return <p className="text-caption text-dim">{t('ui.precheck.picture.gone')}</p>;
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={
        item ? t('ui.precheck.photo.of', { item: t(`precheck.item.${item}`) }) : t('ui.precheck.picture')
      }
      className={`rounded-lg bg-sunken ${item ? 'max-h-40 max-w-full' : 'aspect-video w-full'} ${printed ? '' : 'print:hidden'}`}
    />
  );
}
