import { useEffect, useState } from 'react';
import { useTexts } from '../../../../i18n.js';

/** Plays back what was heard in the take; it lives on this page only. */
export function Playback({ recording }: { readonly recording: Blob }) {
  const { t } = useTexts();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(recording);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [recording]);
  if (address === null) return null;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="text-caption text-dim">{t('ui.precheck.take.playback')}</span>
      {/* biome-ignore lint/a11y/useMediaCaption: what was just said has no captions */}
      <audio controls src={address} className="h-8 max-w-60" aria-label={t('ui.precheck.take.playback')} />
    </span>
  );
}
