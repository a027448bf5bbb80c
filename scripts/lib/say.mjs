import { MESSAGES } from './messages.mjs';

/** @typedef {keyof typeof MESSAGES} MessageKey */
/** @typedef {Record<string, string | number>} Values */
/** @typedef {'zh' | 'en'} Language */

/**
 * Prints a message in the user's language; `text` only returns it.
 * @typedef {((key: MessageKey, values?: Values) => void) & { text: (key: MessageKey, values?: Values) => string }} Say
 */

/**
 * The language to speak: `--lang` decides, then the locale of the terminal, then that of the system.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} system locale of the system, for systems whose terminals name none
 * @returns {Language}
 */
export function chooseLanguage(
  args = process.argv,
  env = process.env,
  system = new Intl.DateTimeFormat().resolvedOptions().locale,
) {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const wish = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  const locale = wish || env.LC_ALL || env.LC_MESSAGES || env.LANG || system;
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/**
 * @param {Language} language
 * @param {{ write: (text: string) => unknown }} stream
 * @returns {Say}
 */
export function createSay(language, stream) {
  /** @type {Say['text']} */
  const text = (key, values = {}) =>
    MESSAGES[key][language].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  /** @param {MessageKey} key @param {Values} [values] */
  const say = (key, values) => void stream.write(`${text(key, values)}\n`);
  return Object.assign(say, { text });
}
