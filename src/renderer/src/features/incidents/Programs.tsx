import { formatQuantity } from '../../../../shared/format/value.js';
import type { Speech } from '../../../../shared/health/messages.js';
import type { IncidentState, ProgramUse } from '../../../../shared/health/state.js';
import { useTexts } from '../../i18n.js';

/** Metrics whose way of writing numbers a use has. */
const LIKE = { '%': 'cpu.load', bytes: 'self.memory', 'bytes/s': 'disk.write.rate' } as const;

/** What a program took, in words. */
export function programUse({ value, unit }: ProgramUse, { t, language }: Speech): string {
  if (unit === 'count') return t('incidents.programs.connections', { count: value });
  return formatQuantity(LIKE[unit], value, t, language).text;
}

/** The programs most likely to blame, as they were when the incident opened. */
export function Programs({ incident }: { readonly incident: IncidentState }) {
  const speech = useTexts();
  const { t } = speech;
  const { programs = [] } = incident;
  if (programs.length === 0) return null;
  return (
    <div data-testid="programs" className="text-caption">
      <span className="text-dim">{t('incidents.programs')}</span>
      <ul className="flex flex-wrap gap-x-3">
        {programs.map((one) => (
          <li key={one.name}>
            {t('incidents.programs.one', { name: one.name, use: programUse(one, speech) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
