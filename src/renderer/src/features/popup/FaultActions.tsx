import type { MouseEvent } from 'react';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { seenBy } from '../../stores/who.js';

interface FaultActionsProps {
  /** The incident's. */
  readonly id: string;
  /** Name of the fault: with several of them on the screen, "got it" alone says nothing to a screen reader. */
  readonly title: string;
}

/** What can be done about one fault from here. */
export function FaultActions({ id, title }: FaultActionsProps) {
  const { t } = useTexts();
  const about = (action: string): string => t('popup.about', { action, title });
  // The fault below moves up when this one goes: the second press of a double click would be for that one.
  const once = (act: () => unknown) => (event: MouseEvent) => void (event.detail > 1 || act());
  return (
    <div className="flex flex-wrap gap-2">
      <button
        type="button"
        aria-label={about(t('popup.acknowledge'))}
        className="popup-button popup-button-main"
        onClick={once(() => bridge.invoke('popup:acknowledge', { ids: [id], ...seenBy() }))}
      >
        {t('popup.acknowledge')}
      </button>
      <button
        type="button"
        aria-label={about(t('popup.open'))}
        className="popup-button"
        onClick={once(() => bridge.invoke('popup:open', { id }))}
      >
        {t('popup.open')}
      </button>
      <button
        type="button"
        aria-label={about(t('popup.snooze'))}
        className="popup-button"
        onClick={once(() => bridge.invoke('popup:snooze', { id }))}
      >
        {t('popup.snooze')}
      </button>
    </div>
  );
}
