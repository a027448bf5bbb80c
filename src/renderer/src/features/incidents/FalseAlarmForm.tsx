import { type FormEvent, useState } from 'react';
import { handlingOf } from '../../../../shared/health/life-cycle.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { useTexts } from '../../i18n.js';
import { openRule } from '../../stores/view.js';
import { useWho } from '../../stores/who.js';
import { TEXT_BUTTON } from '../settings/controls/styles.js';
import { FormFrame } from './FormFrame.js';
import { NoteField } from './NoteField.js';
import type { Act } from './use-handling.js';

interface FalseAlarmFormProps {
  readonly incident: IncidentState;
  readonly act: Act;
  readonly onDone: () => void;
}

/** Calls an incident a false alarm, and leads to the limits that made it one. */
export function FalseAlarmForm({ incident, act, onDone }: FalseAlarmFormProps) {
  const { t } = useTexts();
  const by = useWho((state) => state.name);
  const [note, setNote] = useState('');
  const { part, metric } = incident;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act({ type: 'false-alarm', by, ...(note.trim() && { note: note.trim() }) });
  };
  const isDone = handlingOf(incident) === 'false-alarm';
  const adjust = (
    <p>
      <button type="button" className={TEXT_BUTTON} onClick={() => openRule(part, metric)}>
        {t('incidents.adjust', { metric: t(`metric.${metric}`) })}
      </button>
    </p>
  );
  if (isDone) return adjust;
  return (
    <FormFrame label={t('incidents.form.falseAlarm')} onSubmit={submit} onCancel={onDone}>
      <p className="text-caption text-dim">{t('incidents.form.falseAlarm.note')}</p>
      <NoteField note={note} setNote={setNote} />
      {adjust}
    </FormFrame>
  );
}
