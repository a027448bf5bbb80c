import { type FormEvent, useId, useState } from 'react';
import { formatMoment } from '../../../../../shared/format/time.js';
import { missingReason } from '../../../../../shared/health/messages.js';
import { useTexts } from '../../../i18n.js';
import { usePreferences } from '../../../stores/settings.js';
import { useWho } from '../../../stores/who.js';
import { FieldError } from '../controls/FieldError.js';
import { LockNote } from '../controls/LockNote.js';
import { BUTTON, INPUT } from '../controls/styles.js';
import { useChange } from '../use-change.js';
import { useEntryLock } from '../use-lock.js';
import { type Candidate, withAccepted } from './accept-model.js';

/** One metric: why it can't be read, and whether that is accepted; by whom and why when it is. */
export function AcceptRow({ candidate: { metric, missing } }: { readonly candidate: Candidate }) {
  const speech = useTexts();
  const { t, language } = speech;
  const id = useId();
  const accepted = usePreferences(({ settings }) => settings?.accepted) ?? {};
  const name = useWho((state) => state.name);
  const locked = useEntryLock('accepted', metric);
  const { error, apply, refuse } = useChange();
  const [reason, setReason] = useState('');
  const entry = accepted[metric];

  const accept = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return refuse('ui.settings.accepted.noReason');
    const acceptance = { by: name, at: Date.now(), reason: reason.trim() };
    if (await apply({ accepted: withAccepted(accepted, metric, acceptance) })) setReason('');
  };
  const takeBack = () => {
    const without = withAccepted(accepted, metric, undefined);
    void apply({ accepted: without }, { text: 'ui.settings.takenBack', before: { accepted } });
  };
  return (
    <div
      data-accept={metric}
      className="grid gap-x-8 gap-y-1.5 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(16rem,24rem)]"
    >
      <div className="min-w-0">
        <h3 id={`${id}-name`} className="font-medium">
          {t(`metric.${metric}`)}
        </h3>
        <p className="text-caption text-dim">
          {entry
            ? t('ui.settings.acceptedBy', {
                name: entry.by,
                time: formatMoment(entry.at, Date.now(), language),
                reason: entry.reason,
              })
            : missing && missingReason(metric, missing, speech)}
        </p>
        {locked !== undefined && <LockNote file={locked} />}
      </div>
      <div className="min-w-0 self-center">
        {entry ? (
          <button type="button" className={BUTTON} disabled={locked !== undefined} onClick={takeBack}>
            {t('ui.settings.takeBack')}
          </button>
        ) : (
          <form className="flex gap-2" onSubmit={(event) => void accept(event)}>
            <input
              type="text"
              className={INPUT}
              aria-label={t('ui.settings.accepted.reasonOf', { metric: t(`metric.${metric}`) })}
              aria-describedby={`${id}-error`}
              aria-invalid={error !== null || undefined}
              placeholder={t('ui.settings.accepted.reason')}
              autoComplete="off"
              maxLength={300}
              value={reason}
              disabled={name === ''}
              onChange={({ target }) => setReason(target.value)}
            />
            <button
              type="submit"
              className={`${BUTTON} shrink-0`}
              aria-describedby={`${id}-name`}
              disabled={name === ''}
            >
              {t('ui.settings.accept')}
            </button>
          </form>
        )}
        <FieldError id={`${id}-error`} error={error} />
      </div>
    </div>
  );
}
