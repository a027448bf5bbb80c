import i18next from 'i18next';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Speech } from '../../shared/health/messages.js';
import {
  CATALOGUES,
  LANGUAGES,
  type Language,
  type Translate,
  withoutPlurals,
} from '../../shared/i18n/index.js';

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

const Texts = createContext<Speech>({ t: (key) => key, language: 'en' });

/** Gives texts and number language to everything inside; one subscription for the page instead of one per component. */
export function TextsProvider({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const speech = useMemo(
    () => ({ t: remembering(t as Translate), language: i18n.language as Language }),
    [t, i18n.language],
  );
  return <Texts value={speech}>{children}</Texts>;
}

/** Texts and number language for a component; new ones when the language changes. */
export const useTexts = (): Speech => useContext(Texts);

/** Most texts remembered; with values in them there is no end of them. */
const REMEMBERED = 2_000;

/** Makes each text once: a page is drawn again every two seconds all day, and nearly all of it says the same. */
function remembering(t: Translate): Translate {
  const known = new Map<string, string>();
  return (key, params) => {
    const call = params ? `${key} ${JSON.stringify(params)}` : key;
    let text = known.get(call);
    if (text === undefined) {
      text = t(key, withoutPlurals(params));
      if (known.size >= REMEMBERED) known.clear();
      known.set(call, text);
    }
    return text;
  };
}

/** Language and title decide fonts, hyphenation and what a screen reader says. */
function describePage(language: Language): void {
  document.documentElement.lang = language;
  document.title = CATALOGUES[language]['app.name'];
}
