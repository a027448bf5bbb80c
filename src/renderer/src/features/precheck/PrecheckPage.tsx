import { useEffect } from 'react';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { askForPrecheck, usePrecheck } from '../../stores/precheck.js';
import { FieldError } from '../settings/controls/FieldError.js';
import { Banners } from '../shell/Banners.js';
import { Home } from './Home.js';
import { RecordPage } from './record/RecordPage.js';
import { Wizard } from './Wizard.js';

/** The pre-check: how things stand, the check that is being made, or one that was. */
export function PrecheckPage() {
  const { t } = useTexts();
  const { screen, draft, record, error } = usePrecheck();
  useEffect(() => {
    void askForPrecheck(bridge);
    // Whoever leaves the page leaves the wizard; the check can be resumed.
    return () => usePrecheck.setState({ screen: 'home', draft: null, record: null, error: null });
  }, []);
  return (
    <main id="precheck" className="min-w-0 grow p-3 sm:p-4 lg:p-5">
      <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] gap-3 lg:gap-4">
        <header className="print:hidden">
          <h1 className="text-title font-bold">{t('ui.precheck.title')}</h1>
        </header>
        <Banners />
        {error && <FieldError error={`ui.precheck.error.${error}`} />}
        {screen === 'wizard' && draft && <Wizard draft={draft} />}
        {screen === 'record' && record && <RecordPage entry={record} />}
        {screen === 'home' && <Home />}
      </div>
    </main>
  );
}
