import { app as enApp } from './en/app.js';
import { cli as enCli } from './en/cli.js';
import { diagnostics as enDiagnostics } from './en/diagnostics.js';
import { health as enHealth } from './en/health.js';
import { popup as enPopup } from './en/popup.js';
import { settings as enSettings } from './en/settings.js';
import { app as zhApp } from './zh-CN/app.js';
import { cli as zhCli } from './zh-CN/cli.js';
import { diagnostics as zhDiagnostics } from './zh-CN/diagnostics.js';
import { health as zhHealth } from './zh-CN/health.js';
import { popup as zhPopup } from './zh-CN/popup.js';
import { settings as zhSettings } from './zh-CN/settings.js';

/** Languages of the program; the first is the default. */
export const LANGUAGES = ['zh-CN', 'en'] as const;

/** A language of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** Values for the {{placeholders}} of a text. */
export type Params = Readonly<Record<string, string | number>>;

/** Gives the text of a key in the language it was made for. */
export type Translate = (key: MessageKey, params?: Params) => string;

const zhCN = { ...zhHealth, ...zhApp, ...zhCli, ...zhSettings, ...zhPopup, ...zhDiagnostics };
const en: Record<MessageKey, string> = {
  ...enHealth,
  ...enApp,
  ...enCli,
  ...enSettings,
  ...enPopup,
  ...enDiagnostics,
};

/** Key of a text; zh-CN is the catalogue that the others must match. */
export type MessageKey = keyof typeof zhCN;

/** The texts of every language, flat: `part.computer` → 电脑. */
export const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = {
  'zh-CN': zhCN,
  en,
};

/** Picks the language for a wish, else for the system's locale; Chinese locales get zh-CN, others English. */
export function pickLanguage(wish: string | undefined, locale: string | undefined): Language {
  if (wish === 'zh-CN' || wish === 'en') return wish;
  return !locale || /^zh\b/i.test(locale) || /^(C|POSIX)\b/.test(locale) ? 'zh-CN' : 'en';
}
