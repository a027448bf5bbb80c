import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Speech } from '../../shared/health/messages.js';
import { CATALOGUES, LANGUAGES, type Language, type Translate } from '../../shared/i18n/index.js';

/** Makes the catalogues available to the page, in the language given, without waiting for anything. */
export function startTexts(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: [...LANGUAGES],
    resources: Object.fromEntries(LANGUAGES.map((one) => [one, { translation: CATALOGUES[one] }])),
    // Keys are flat, and dots and colons belong to them.
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    // React escapes by itself.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  describePage(language);
}

/** Changes the language of the whole page at once. */
export function speak(language: Language): void {
  if (i18next.language === language) return;
  void i18next.changeLanguage(language);
  describePage(language);
}

/** Texts and number language for a component; new ones when the language changes. */
export function useTexts(): Speech {
  const { t, i18n } = useTranslation();
  return { t: t as Translate, language: i18n.language as Language };
}

/** Language and title decide fonts, hyphenation and what a screen reader says. */
function describePage(language: Language): void {
  document.documentElement.lang = language;
  document.title = CATALOGUES[language]['app.name'];
}
