import { type FormEvent, useId, useState } from 'react';
import { PAST_EVENTS } from '../../../../shared/health/life-cycle.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { useTexts } from '../../i18n.js';
import { useWho } from '../../stores/who.js';
import { FieldError } from '../settings/controls/FieldError.js';
import { INPUT } from '../settings/controls/styles.js';
import { FormFrame } from './FormFrame.js';
import { NoteField } from './NoteField.js';
import type { Act } from './use-handling.js';

interface ResolveFormProps {
  readonly incident: IncidentState;
  readonly act: Act;
  readonly onDone: () => void;
}

/** Asks for the cause, and settles the incident with it. */
export function ResolveForm({ incident, act, onDone }: ResolveFormProps) {
  const { t } = useTexts();
  const id = useId();
  const by = useWho((state) => state.name);
  const [cause, setCause] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (cause.trim() === '') return setMissing(true);
    const words = { by, cause: cause.trim(), ...(note.trim() && { note: note.trim() }) };
    if (await act({ type: 'resolve', ...words })) onDone();
  };
  const { metric, closedAt } = incident;
  return (
    <FormFrame label={t('incidents.form.resolve')} onSubmit={submit} onCancel={onDone}>
      {PAST_EVENTS.has(metric) ? (
        <p className="text-caption text-dim">{t('incidents.form.resolve.events')}</p>
      ) : (
        closedAt === null && <p className="text-caption text-dim">{t('incidents.form.resolve.note')}</p>
      )}
      <label htmlFor={id} className="font-medium">
        {t('incidents.form.cause')}
      </label>
      <div>
        <input
          id={id}
          className={INPUT}
          value={cause}
          maxLength={300}
          placeholder={t('incidents.form.cause.placeholder')}
          aria-invalid={missing || undefined}
          aria-describedby={`${id}-error`}
          onChange={({ target }) => {
            setCause(target.value);
            setMissing(false);
          }}
        />
        <FieldError id={`${id}-error`} error={missing ? 'incidents.form.needed' : null} />
      </div>
      <NoteField note={note} setNote={setNote} />
    </FormFrame>
  );
}
