import type { cli as zhCli } from '../zh-CN/cli.js';

/** Texts of the command line. */
export const cli: Record<keyof typeof zhCli, string> = {
  'cli.help': `Usage: npm run -s check -- [options]
Checks this computer against the operating procedure once, without a window.

  --json                     print JSON
  --samples N                take N ticks and judge the last (rates and loss over all of them)
  --profile FILE             use this operating procedure instead
  --probe-target=HOST[:PORT] network probe target, default: the gateway; with a port: UDP echo
  --record FILE              save the readings as a trace that can be replayed
  --replay FILE              read no hardware, replay a trace
  --user-data-dir=DIR        use the settings in this folder
  --lang zh-CN|en            language of the output
  --version, --help          version, this text

Exit status: 0 OK  1 warning  2 fault  3 unknown  64 bad usage  65 malformed file  66 unreadable file`,
  'cli.usageError': 'check: {{problem}}. For usage: npm run -s check -- --help',
  'cli.settingsIgnored':
    'check: the settings file {{path}} cannot be understood ({{problem}}); defaults are used this time',
  'cli.policyIgnored':
    'check: the policy file {{path}} cannot be understood ({{problem}}); it is not used this time',
  'cli.overridesIgnored':
    'check: the stored changes to the procedure cannot be used ({{problem}}); it is used unchanged',
  'cli.verdict': 'State of this computer: {{verdict}}',
  'cli.replay.empty': 'The trace holds no readings',
  'cli.replay.span':
    'Replayed {{from}} → {{to}} ({{duration}}): {{incidents}} faults or warnings, {{popups}} popups',
  'cli.replay.open': 'still open',
  'cli.replay.verdicts': 'Changes of the verdict:',
};
