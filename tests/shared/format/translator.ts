import { CATALOGUES, type Language, type Translate } from '../../../src/shared/i18n/index.js';

/** A translator over the real catalogues, without a library. */
export function translator(language: Language): Translate {
  return (key, params = {}) =>
    CATALOGUES[language][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}
