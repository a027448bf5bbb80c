import { resolve } from 'node:path';
import { app } from 'electron';
import type { Speech } from '../../shared/health/messages.js';
import { pickLanguage } from '../../shared/i18n/index.js';
import { EXIT } from '../cli/exit.js';
import { createTranslator } from '../i18n.js';
import { userDataDir } from '../settings/user-data-dir.js';
import { type Arguments, parseArguments } from './arguments.js';
import { systemLocale } from './locale.js';
import { spareChromium } from './spare.js';

/** What is known before anything is started. */
export interface Start {
  readonly args: Arguments;
  /** Language wish of the command line, else the system's locale; the setting goes before both. */
  readonly locale: string | undefined;
  /** For what must be said before the settings are read. */
  readonly speech: Speech;
}

/** Reads the command line and says where data lies. @returns null when the program ends because of it */
export function prepare(argv: readonly string[], env: NodeJS.ProcessEnv): Start | null {
  keepRunningWithoutTerminal();
  const parsed = parseArguments(argv.slice(1));
  const wish = parsed.ok ? parsed.value.language : undefined;
  const locale = wish ?? systemLocale(env, process.platform, () => app.getPreferredSystemLanguages()[0]);
  const language = pickLanguage(undefined, locale);
  const speech: Speech = { t: createTranslator(language), language };
  if (!parsed.ok) {
    const { code, name, value } = parsed.problem;
    process.stderr.write(`${speech.t(`start.${code}`, { name, value: JSON.stringify(value) })}\n`);
    app.exit(EXIT.usage);
    return null;
  }
  // So that a page's `navigator.language` follows the same rule.
  app.commandLine.appendSwitch('lang', language);
  spareChromium(process.platform);
  const chosen = app.commandLine.getSwitchValue('user-data-dir');
  app.setPath('userData', chosen ? resolve(chosen) : userDataDir());
  return { args: parsed.value, locale, speech };
}

/** The terminal that started the program may be closed long before the program is. */
function keepRunningWithoutTerminal(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}
