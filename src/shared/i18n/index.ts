import { advice as enAdvice } from './en/advice.js';
import { app as enApp } from './en/app.js';
import { baseline as enBaseline } from './en/baseline.js';
import { cli as enCli } from './en/cli.js';
import { diagnostics as enDiagnostics } from './en/diagnostics.js';
import { health as enHealth } from './en/health.js';
import { history as enHistory } from './en/history.js';
import { incidents as enIncidents } from './en/incidents.js';
import { playbooks as enPlaybooks } from './en/playbooks.js';
import { popup as enPopup } from './en/popup.js';
import { precheck as enPrecheck } from './en/precheck.js';
import { precheckReasons as enPrecheckReasons } from './en/precheck-reasons.js';
import { report as enReport } from './en/report.js';
import { settings as enSettings } from './en/settings.js';
import { wizard as enWizard } from './en/wizard.js';
import { advice as zhAdvice } from './zh-CN/advice.js';
import { app as zhApp } from './zh-CN/app.js';
import { baseline as zhBaseline } from './zh-CN/baseline.js';
import { cli as zhCli } from './zh-CN/cli.js';
import { diagnostics as zhDiagnostics } from './zh-CN/diagnostics.js';
import { health as zhHealth } from './zh-CN/health.js';
import { history as zhHistory } from './zh-CN/history.js';
import { incidents as zhIncidents } from './zh-CN/incidents.js';
import { playbooks as zhPlaybooks } from './zh-CN/playbooks.js';
import { popup as zhPopup } from './zh-CN/popup.js';
import { precheck as zhPrecheck } from './zh-CN/precheck.js';
import { precheckReasons as zhPrecheckReasons } from './zh-CN/precheck-reasons.js';
import { report as zhReport } from './zh-CN/report.js';
import { settings as zhSettings } from './zh-CN/settings.js';
import { wizard as zhWizard } from './zh-CN/wizard.js';

/** Languages of the program; the first is the default. */
export const LANGUAGES = ['zh-CN', 'en'] as const;

/** A language of {@link LANGUAGES}. */
export type Language = (typeof LANGUAGES)[number];

/** Values for the {{placeholders}} of a text. */
export type Params = Readonly<Record<string, string | number>>;

/**
 * Values as the library is to take them. A `count` that is a number would make it look for plural forms; no text has any,
 * and the system's tables of plurals take 1 MB of every process that asks them once.
 */
export function withoutPlurals(params: Params | undefined): Params | undefined {
  return typeof params?.count === 'number' ? { ...params, count: String(params.count) } : params;
}

/** Gives the text of a key in the language it was made for. */
export type Translate = (key: MessageKey, params?: Params) => string;

const zhCN = {
  ...zhHealth,
  ...zhAdvice,
  ...zhApp,
  ...zhCli,
  ...zhSettings,
  ...zhPopup,
  ...zhIncidents,
  ...zhPlaybooks,
  ...zhDiagnostics,
  ...zhBaseline,
  ...zhWizard,
  ...zhPrecheck,
  ...zhPrecheckReasons,
  ...zhHistory,
  ...zhReport,
};
const en: Record<MessageKey, string> = {
  ...enHealth,
  ...enAdvice,
  ...enApp,
  ...enCli,
  ...enSettings,
  ...enPopup,
  ...enIncidents,
  ...enPlaybooks,
  ...enDiagnostics,
  ...enBaseline,
  ...enWizard,
  ...enPrecheck,
  ...enPrecheckReasons,
  ...enHistory,
  ...enReport,
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
  return !locale || /^zh(?![a-z])/i.test(locale) || /^(C|POSIX)\b/.test(locale) ? 'zh-CN' : 'en';
}
