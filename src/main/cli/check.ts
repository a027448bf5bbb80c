import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Language, pickLanguage } from '../../shared/i18n/index.js';
import { applyPolicy } from '../../shared/settings/policy.js';
import { stationProcedure } from '../../shared/settings/procedure.js';
import { environmentLocale } from '../app/locale.js';
import { readBaseline } from '../baseline/read.js';
import { createTranslator } from '../i18n.js';
import { findResources } from '../resources-dir.js';
import { readPolicy } from '../settings/policy.js';
import { readSettings } from '../settings/read.js';
import { userDataDir } from '../settings/user-data-dir.js';
import { parseCheckArgs } from './args.js';
import { CommandError, EXIT } from './exit.js';
import { readProfile } from './files.js';
import { runLiveCheck } from './live-check.js';
import { runReplay } from './replay.js';

/**
 * `npm run check`: one full check, or the replay of a trace, without a window and under plain Node.
 * stdout belongs to the result; everything else goes to stderr.
 */

/** Version from package.json, put in by the build. */
declare const APP_VERSION: string;

async function main(argv: readonly string[]): Promise<number> {
  const options = parseCheckArgs(argv);
  const locale = environmentLocale(process.env);
  if (typeof options === 'string') {
    const { t } = speechOf(pickLanguage(undefined, locale));
    console.error(t('cli.usageError', { problem: options }));
    return EXIT.usage;
  }
  const folder = options.userDataDir ?? userDataDir();
  const found = readSettings(folder);
  const speech = speechOf(pickLanguage(options.lang ?? found.settings.language, locale));
  if (options.help) return print(speech.t('cli.help'));
  if (options.version) return print(APP_VERSION);
  if (found.problem !== undefined)
    console.error(speech.t('cli.settingsIgnored', { path: found.file, problem: found.problem }));
  const { policy, file, problem } = readPolicy();
  if (problem !== undefined) console.error(speech.t('cli.policyIgnored', { path: file, problem }));
  const settings = applyPolicy(found.settings, policy);
  const procedure = stationProcedure(readProfile(resources(), options.profile), settings);
  if (procedure.problem !== undefined)
    console.error(speech.t('cli.overridesIgnored', { problem: procedure.problem }));
  if (options.replay !== undefined) return runReplay(options.replay, procedure, options.json, speech);
  const stored = readBaseline(folder);
  if (stored.problem !== undefined)
    console.error(speech.t('cli.baselineIgnored', { path: stored.file, problem: stored.problem }));
  const baseline = stored.content.current;
  return runLiveCheck({ options, settings, procedure, baseline, version: APP_VERSION, speech });
}

const speechOf = (language: Language) => ({ t: createTranslator(language), language });

function print(text: string): number {
  console.log(text);
  return EXIT.ok;
}

/** Resources lie beside the folder of the build. */
function resources(): string {
  return findResources([join(dirname(fileURLToPath(import.meta.url)), '..', '..')]);
}

// A reader that closes early (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : EXIT.internal),
);

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof CommandError ? `check: ${error.message}` : error);
    process.exitCode = error instanceof CommandError ? error.status : EXIT.internal;
  },
);
