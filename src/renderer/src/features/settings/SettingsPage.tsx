import { useEffect } from 'react';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { learnGiven } from '../../stores/given.js';
import { usePreferences } from '../../stores/settings.js';
import { Banners } from '../shell/Banners.js';
import { AcceptedGroup } from './accepted/AcceptedGroup.js';
import { GeneralGroup } from './GeneralGroup.js';
import { MonitoringGroup } from './MonitoringGroup.js';
import { PopupsGroup } from './PopupsGroup.js';
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
    <main id="settings" className="min-w-0 grow p-3 sm:p-4 lg:p-5">
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-3 lg:gap-4">
        <header>
          <h1 className="text-title font-bold">{t('ui.nav.settings')}</h1>
          <p className="text-caption text-dim">{t('ui.settings.note')}</p>
        </header>
        <Banners />
        {known && (
          <>
            <GeneralGroup />
            <StartGroup />
            <PopupsGroup />
            <MonitoringGroup />
            <ProcedureGroup />
            <AcceptedGroup />
            <TransferGroup />
          </>
        )}
        <UndoBar />
      </div>
    </main>
  );
}
