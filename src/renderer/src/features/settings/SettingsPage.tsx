import { useEffect } from 'react';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { learnGiven } from '../../stores/given.js';
import { usePreferences } from '../../stores/settings.js';
import { Page } from '../shell/Page.js';
import { AcceptedGroup } from './accepted/AcceptedGroup.js';
import { BaselineGroup } from './BaselineGroup.js';
import { GeneralGroup } from './GeneralGroup.js';
import { IncidentsGroup } from './IncidentsGroup.js';
import { MonitoringGroup } from './MonitoringGroup.js';
import { OnAirGroup } from './OnAirGroup.js';
import { PopupsGroup } from './PopupsGroup.js';
import { PrecheckGroup } from './PrecheckGroup.js';
import { ProcedureGroup } from './procedure/ProcedureGroup.js';
import { StartGroup } from './StartGroup.js';
import { TransferGroup } from './TransferGroup.js';
import { UndoBar } from './UndoBar.js';

/** Everything that can be chosen. A change holds at once; there is nothing to confirm. */
export function SettingsPage() {
  const { t } = useTexts();
  const known = usePreferences(({ settings }) => settings !== null);
  useEffect(() => void learnGiven(bridge), []);
  return (
    <Page view="settings" title={t('ui.nav.settings')} intro={t('ui.settings.note')} narrow>
      {known && (
        <>
          <GeneralGroup />
          <StartGroup />
          <PopupsGroup />
          <IncidentsGroup />
          <OnAirGroup />
          <MonitoringGroup />
          <PrecheckGroup />
          <BaselineGroup />
          <ProcedureGroup />
          <AcceptedGroup />
          <TransferGroup />
        </>
      )}
      <UndoBar />
    </Page>
  );
}
