import type { ProgramUse } from '../../shared/health/state.js';
import type { ProgramKind, SamplerCommand, SamplerMessage } from '../../shared/sampler/protocol.js';

/** How long the sampler may take, ms: listing every process of a busy machine is slow, most of all on Windows. */
const ANSWER_MS = 15_000;

/** Asks the sampler for programs; alike questions at once are one. Never rejects: no answer is an empty list. */
export class ProgramRequests {
  private readonly asked = new Map<ProgramKind, Promise<readonly ProgramUse[]>>();
  private readonly waiting = new Map<ProgramKind, (programs: readonly ProgramUse[]) => void>();

  /** @param send gives a command to the sampler; false: there is none */
  constructor(private readonly send: (command: SamplerCommand) => boolean) {}

  /** The programs that take most of something now, worst first. */
  find(kind: ProgramKind): Promise<readonly ProgramUse[]> {
    const running = this.asked.get(kind);
    if (running !== undefined) return running;
    const answer = new Promise<readonly ProgramUse[]>((resolve) => {
      const late = setTimeout(() => this.end(kind, []), ANSWER_MS);
      this.waiting.set(kind, (programs) => {
        clearTimeout(late);
        resolve(programs);
      });
    });
    this.asked.set(kind, answer);
    if (!this.send({ type: 'programs', kind })) this.end(kind, []);
    return answer;
  }

  /** Takes an answer. */
  hear(message: Extract<SamplerMessage, { type: 'programs' }>): void {
    this.end(message.kind, message.programs);
  }

  private end(kind: ProgramKind, programs: readonly ProgramUse[]): void {
    this.waiting.get(kind)?.(programs);
    this.waiting.delete(kind);
    this.asked.delete(kind);
  }
}
