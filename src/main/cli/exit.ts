import type { Verdict } from '../../shared/health/state.js';

/** Exit statuses of the commands: those of monitoring plug-ins, and of sysexits.h for what went wrong with us. */
export const EXIT = {
  ok: 0,
  warning: 1,
  fault: 2,
  unknown: 3,
  usage: 64,
  malformed: 65,
  unreadable: 66,
  internal: 70,
} as const;

/** The exit status that stands for a verdict. */
export function exitStatusOf(verdict: Verdict['judgement']): number {
  return EXIT[verdict];
}

/** Something expected that ends the command: its status, and one line that says what and where. */
export class CommandError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'CommandError';
  }
}
