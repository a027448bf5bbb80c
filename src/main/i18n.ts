import i18next from 'i18next';
import { CATALOGUES, type Language, type Translate, withoutPlurals } from '../shared/i18n/index.js';

/** Makes the function that gives texts in one language. Works under plain Node, too. */
export function createTranslator(language: Language): Translate {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: { translation: CATALOGUES[language] } },
    // Keys hold dots and texts hold colons; nothing here is HTML.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return (key, params) => instance.t(key, { ...withoutPlurals(params) });
}
