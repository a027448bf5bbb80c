import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../../shared/i18n/index.js';

/** What the command line asked for. */
export interface CheckOptions {
  readonly help: boolean;
  readonly version: boolean;
  readonly json: boolean;
  /** Ticks to take; the last is judged. */
  readonly samples: number;
  readonly profile?: string;
  readonly lang?: Language;
  readonly record?: string;
  readonly probeTarget?: string;
  readonly replay?: string;
  readonly userDataDir?: string;
}

/** Most ticks of one check: an hour at the fastest tick. */
const MAX_SAMPLES = 3_600;

/** Parses the arguments of `check`. A text: what is wrong with them, in one line. */
export function parseCheckArgs(argv: readonly string[]): CheckOptions | string {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(argv);
  } catch (error) {
    return firstSentence(error);
  }
  const { samples, lang, replay } = values;
  const count = samples === undefined ? 1 : Number(samples);
  if (!Number.isInteger(count) || count < 1 || count > MAX_SAMPLES)
    return `--samples takes a whole number from 1 to ${MAX_SAMPLES}, not "${samples}"`;
  if (lang !== undefined && !isLanguage(lang)) return `--lang takes ${LANGUAGES.join(' or ')}, not "${lang}"`;
  for (const name of ['samples', 'record', 'probe-target'] as const)
    if (replay !== undefined && values[name] !== undefined) return `--${name} does not go with --replay`;
  for (const [name, value] of Object.entries(values)) if (value === '') return `--${name} needs a value`;
  return {
    help: values.help ?? false,
    version: values.version ?? false,
    json: values.json ?? false,
    samples: count,
    ...(values.profile !== undefined && { profile: values.profile }),
    ...(lang !== undefined && { lang }),
    ...(values.record !== undefined && { record: values.record }),
    ...(values['probe-target'] !== undefined && { probeTarget: values['probe-target'] }),
    ...(replay !== undefined && { replay }),
    ...(values['user-data-dir'] !== undefined && { userDataDir: values['user-data-dir'] }),
  };
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    strict: true,
    allowPositionals: false,
    options: {
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean' },
      json: { type: 'boolean' },
      samples: { type: 'string' },
      profile: { type: 'string' },
      lang: { type: 'string' },
      record: { type: 'string' },
      'probe-target': { type: 'string' },
      replay: { type: 'string' },
      'user-data-dir': { type: 'string' },
    },
  }).values;
}

const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);

/** Node's message without its advice on positional arguments, which would mislead here. */
function firstSentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split(/\. |\n/)[0] ?? text;
}
