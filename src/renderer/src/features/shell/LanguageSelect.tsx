import { ChevronDown, Languages } from 'lucide-react';
import { LANGUAGES } from '../../../../shared/i18n/index.js';
import type { LanguageSetting } from '../../../../shared/ipc/contract.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { chooseLanguage, usePreferences } from '../../stores/settings.js';

const CHOICES: readonly LanguageSetting[] = ['system', ...LANGUAGES];

/** Chooses the language of the whole program. Each is named in itself, so that a wrong choice can be undone. */
export function LanguageSelect() {
  const { t } = useTexts();
  const value = usePreferences(({ settings }) => settings?.language ?? 'system');
  return (
    <label className="relative flex items-center text-caption text-ink">
      <span className="sr-only">{t('ui.language')}</span>
      <Languages className="pointer-events-none absolute left-2 size-3.5 text-dim" aria-hidden />
      <select
        value={value}
        onChange={(event) => void chooseLanguage(bridge, event.target.value as LanguageSetting)}
        className="w-full appearance-none rounded-md border border-line bg-surface py-1 pr-7 pl-7 hover:border-line-strong"
      >
        {CHOICES.map((choice) => (
          <option key={choice} value={choice} {...(choice !== 'system' && { lang: choice })}>
            {t(`ui.language.${choice}`)}
          </option>
        ))}
      </select>
      <ChevronDown className="pointer-events-none absolute right-2 size-3.5 text-dim" aria-hidden />
    </label>
  );
}
