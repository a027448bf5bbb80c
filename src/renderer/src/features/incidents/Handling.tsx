import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { formatMoment } from '../../../../shared/format/time.js';
import { handlingOf } from '../../../../shared/health/life-cycle.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import { useTexts } from '../../i18n.js';
import { useWho } from '../../stores/who.js';
import { FieldError } from '../settings/controls/FieldError.js';
import { BUTTON, TEXT_BUTTON } from '../settings/controls/styles.js';
import { WhoName } from '../settings/WhoField.js';
import { FalseAlarmForm } from './FalseAlarmForm.js';
import { MutedNote } from './MutedNote.js';
import { MuteForm } from './MuteForm.js';
import { ResolveForm } from './ResolveForm.js';
import { useHandling } from './use-handling.js';

type OpenForm = 'resolve' | 'false-alarm' | 'mute' | null;

/** What was done about an incident, and what can be. */
export function Handling({ incident }: { readonly incident: IncidentState }) {
  const { t } = useTexts();
  const name = useWho((state) => state.name);
  const [form, setForm] = useState<OpenForm>(null);
  const { error, act } = useHandling(incident.id);
  const handling = handlingOf(incident);
  const close = (): void => setForm(null);
  return (
    <section aria-labelledby="handling" className="grid gap-2 border-t border-line pt-3">
      <h3 id="handling" className="font-semibold">
        {t('incidents.handling')}
      </h3>
      <SaidSoFar incident={incident} />
      {handling !== 'open' && (
        <p>
          <button
            type="button"
            className={`${TEXT_BUTTON} -ml-1 inline-flex items-center gap-1`}
            onClick={() => void act({ type: 'take-back' })}
          >
            <Undo2 className="size-4" aria-hidden />
            {t('incidents.takeBack')}
          </button>
        </p>
      )}
      <div className="-mx-4 [&>div]:grid-cols-1">
        <WhoName label={t('incidents.who')} hint={t(name ? 'incidents.who.hint' : 'incidents.who.missing')} />
      </div>
      <div className="flex flex-wrap gap-2">
        {handling === 'open' && (
          <button
            type="button"
            className={BUTTON}
            onClick={() => void act({ type: 'acknowledge', ...(name && { by: name }) })}
          >
            {t('incidents.acknowledge')}
          </button>
        )}
        <FormButton form="resolve" open={form} setOpen={setForm} label={t('incidents.resolve')} />
        <FormButton form="false-alarm" open={form} setOpen={setForm} label={t('incidents.falseAlarm')} />
        <FormButton form="mute" open={form} setOpen={setForm} label={t('incidents.mute')} />
      </div>
      <FieldError error={error} />
      {form === 'resolve' && <ResolveForm incident={incident} act={act} onDone={close} />}
      {form === 'false-alarm' && <FalseAlarmForm incident={incident} act={act} onDone={close} />}
      {form === 'mute' && <MuteForm clause={incident.clause} onDone={close} />}
      <MutedNote clause={incident.clause} />
    </section>
  );
}

interface FormButtonProps {
  readonly form: NonNullable<OpenForm>;
  readonly open: OpenForm;
  readonly setOpen: (form: OpenForm) => void;
  readonly label: string;
}

/** Opens a form; without a name there is none. */
function FormButton({ form, open, setOpen, label }: FormButtonProps) {
  const name = useWho((state) => state.name);
  return (
    <button
      type="button"
      className={BUTTON}
      disabled={name === ''}
      aria-expanded={open === form}
      onClick={() => setOpen(open === form ? null : form)}
    >
      {label}
    </button>
  );
}

/** How far people have got with it, in words: who, when, why. */
function SaidSoFar({ incident }: { readonly incident: IncidentState }) {
  const { t, language } = useTexts();
  const { resolution, acknowledgedAt, acknowledgedBy } = incident;
  const handling = handlingOf(incident);
  const at = resolution?.at ?? acknowledgedAt;
  if (at === undefined) return <p data-handling="open">{t('incidents.handling.open')}</p>;
  const name = resolution?.by ?? acknowledgedBy;
  const what = t(`incidents.handling.${handling}`);
  const time = formatMoment(at, Date.now(), language);
  return (
    <div data-handling={handling}>
      <p>
        {name === undefined
          ? t('incidents.byNobody', { what, time })
          : t('incidents.by', { what, name, time })}
      </p>
      {resolution?.cause !== undefined && <p>{t('incidents.cause', { cause: resolution.cause })}</p>}
      {resolution?.note !== undefined && <p>{t('incidents.note', { note: resolution.note })}</p>}
    </div>
  );
}
