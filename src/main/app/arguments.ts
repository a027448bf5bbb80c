import { LANGUAGES, type Language } from '../../shared/i18n/index.js';
import type { ProbeTarget } from '../../shared/sampler/protocol.js';
import { parseProbeTarget } from '../sampler/prober/target.js';

/** What the command line asks of the app. */
export interface Arguments {
  /** Start with the tray alone. */
  readonly hidden: boolean;
  /** Open the window at the pre-check. */
  readonly precheck: boolean;
  /** Print the station's state to the terminal. */
  readonly printState: boolean;
  /** Play this trace instead of reading the hardware. */
  readonly replay?: { readonly file: string; readonly speed: number };
  readonly language?: Language;
  readonly probeTarget?: ProbeTarget;
  /** Operating procedure to judge by, instead of the shipped one. */
  readonly profile?: string;
}

/** What is wrong with a switch of ours; catalogue key below `start.`. */
export interface ArgumentProblem {
  readonly code: 'unknownSwitch' | 'needsValue' | 'takesNoValue' | 'badValue' | 'needsReplay';
  readonly name: string;
  readonly value: string;
}

/** The arguments, or the first problem found. */
export type ParsedArguments =
  | { readonly ok: true; readonly value: Arguments }
  | { readonly ok: false; readonly problem: ArgumentProblem };

const FLAGS = ['--hidden', '--precheck', '--print-state'];
const WITH_VALUE = ['--replay', '--replay-speed', '--lang', '--probe-target', '--profile'];
/** Chromium has hundreds of switches of its own and all must pass; none of them begins like these. */
const OURS = /^--(replay|probe|precheck|print-state|hidden)/;

/** Replay speeds that make sense: from a hundredth to as fast as can be drawn. */
const SPEED = { min: 0.01, max: 100_000 };

/** Reads our switches (`--name` or `--name=value`) from a command line that Chromium's are on, too. */
export function parseArguments(argv: readonly string[]): ParsedArguments {
  const end = argv.indexOf('--');
  const values = new Map<string, string>();
  for (const word of end < 0 ? argv : argv.slice(0, end)) {
    const equals = word.indexOf('=');
    const name = equals < 0 ? word : word.slice(0, equals);
    const value = equals < 0 ? undefined : word.slice(equals + 1);
    if (FLAGS.includes(name)) {
      if (value !== undefined) return problem('takesNoValue', name, value);
      values.set(name, '');
    } else if (WITH_VALUE.includes(name)) {
      if (!value) return problem('needsValue', name);
      values.set(name, value);
    } else if (OURS.test(name)) return problem('unknownSwitch', name);
  }
  return interpret(values);
}

function interpret(values: ReadonlyMap<string, string>): ParsedArguments {
  const lang = values.get('--lang');
  const language = LANGUAGES.find((known) => known === lang);
  if (lang !== undefined && !language) return problem('badValue', '--lang', lang);

  const target = values.get('--probe-target');
  const probe = target === undefined ? undefined : parseProbeTarget(target);
  if (probe?.ok === false) return problem('badValue', '--probe-target', target);

  const pace = values.get('--replay-speed');
  const speed = Number(pace ?? 1);
  if (!(speed >= SPEED.min && speed <= SPEED.max)) return problem('badValue', '--replay-speed', pace ?? '');
  const file = values.get('--replay');
  if (pace !== undefined && file === undefined) return problem('needsReplay', '--replay-speed', pace);

  const profile = values.get('--profile');
  return {
    ok: true,
    value: {
      hidden: values.has('--hidden'),
      precheck: values.has('--precheck'),
      printState: values.has('--print-state'),
      ...(file !== undefined && { replay: { file, speed } }),
      ...(language && { language }),
      ...(probe && { probeTarget: probe.target }),
      ...(profile !== undefined && { profile }),
    },
  };
}

const problem = (code: ArgumentProblem['code'], name: string, value = ''): ParsedArguments => ({
  ok: false,
  problem: { code, name, value },
});
