import { useTexts } from '../../i18n.js';

/** To be filled. */
export function SettingsPage() {
  const { t } = useTexts();
  return (
    <main className="p-5">
      <h1 className="text-title font-bold">{t('ui.nav.settings')}</h1>
    </main>
  );
}
