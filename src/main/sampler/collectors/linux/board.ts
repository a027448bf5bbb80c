import type { Sample } from '../../collector.js';
import { type BoardInput, findBoardInputs } from './board-chips.js';
import { parseInteger, readDriverText } from './files.js';

/** Chips come and go (modules, suspend) and get new numbers: looked for again this often, ms. */
const RESCAN_MS = 60_000;

/** What an input says: a number in its own unit (rpm, mV), or why there is none. */
export type BoardValue =
  | { readonly value: number; readonly missing?: never }
  | { readonly value?: never; readonly missing: 'needs-rights' | 'failed' };

/** The board's inputs of one kind, found again now and then. */
export interface Board {
  /** null: this kernel has no sensor support. @param now monotonic, ms */
  inputs(now: number): readonly BoardInput[] | null;
  /** Reads one input; a failed one makes the next look find the chips anew: they may only have been renumbered. */
  read(input: BoardInput): Promise<BoardValue>;
}

/** Makes a finder and reader of the board's fans (`fan`) or voltages (`in`). `root` stands for `/`. */
export function createBoard(root: string, kind: BoardInput['kind']): Board {
  let found: readonly BoardInput[] | null = null;
  let scannedAt = Number.NEGATIVE_INFINITY;
  return {
    inputs(now) {
      if (now - scannedAt >= RESCAN_MS) {
        found = findBoardInputs(root)?.filter((input) => input.kind === kind) ?? null;
        scannedAt = now;
      }
      return found;
    },
    async read({ folder, input }) {
      try {
        const value = parseInteger(await readDriverText(folder, `${input}_input`));
        if (value !== null) return { value };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EACCES') return { missing: 'needs-rights' };
      }
      scannedAt = Number.NEGATIVE_INFINITY;
      return { missing: 'failed' };
    },
  };
}

/** Makes a reader of the board's rails: `power.voltage`, an instance each. */
export function createRails(root: string): (now: number) => Promise<Sample[]> {
  const board = createBoard(root, 'in');
  return async (now) => {
    const samples: Sample[] = [];
    for (const rail of board.inputs(now) ?? []) {
      const { value, missing } = await board.read(rail);
      const { instance, source } = rail;
      const head = { metric: 'power.voltage', instance, source } as const;
      // Without a name nothing is known of the resistors before the pin: what is measured is the pin.
      const note = rail.label === null ? { note: 'at the pin of the chip' } : {};
      samples.push(missing === undefined ? { ...head, ...note, value: value / 1_000 } : { ...head, missing });
    }
    return samples;
  };
}
