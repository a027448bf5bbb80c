import { useMemo } from 'react';
import { useTexts } from '../../../i18n.js';
import { useMonitor } from '../../../stores/monitor.js';
import { usePreferences } from '../../../stores/settings.js';
import { Group } from '../controls/Group.js';
import { WhoField } from '../WhoField.js';
import { AcceptRow } from './AcceptRow.js';
import { candidates } from './accept-model.js';

const NONE = [] as const;

/** Readings that this station can't have, and which of them IT took out of the verdict. */
export function AcceptedGroup() {
  const { t } = useTexts();
  const parts = useMonitor(({ snapshot }) => snapshot?.parts ?? NONE);
  const accepted = usePreferences(({ settings }) => settings?.accepted);
  const list = useMemo(() => candidates(parts, accepted ?? {}), [parts, accepted]);
  return (
    <Group title={t('ui.settings.accepted')} note={t('ui.settings.accepted.note')}>
      {list.length === 0 ? (
        <p className="px-4 py-2.5 text-dim">{t('ui.settings.accepted.none')}</p>
      ) : (
        <>
          <WhoField />
          {list.map((one) => (
            <AcceptRow key={one.metric} candidate={one} />
          ))}
        </>
      )}
    </Group>
  );
}
