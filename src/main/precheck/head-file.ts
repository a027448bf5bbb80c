import { join } from 'node:path';
import type { ChainHead } from '../../shared/precheck/record/chain.js';
import { chainHeadSchema } from '../../shared/precheck/record/schema.js';
import { readJsonFile } from '../settings/json-file.js';
import { writeDurably } from './durable.js';

/** The head of the chain of records, apart from the database: a tail that is cut there shows here. */
export class HeadFile {
  private readonly file: string;

  /** @param folder of the user's data */
  constructor(folder: string) {
    this.file = join(folder, 'precheck-head.json');
  }

  /** The head that was kept; undefined: none was, or it can't be understood. */
  read(): ChainHead | undefined {
    return readJsonFile(this.file, chainHeadSchema).value;
  }

  /** Keeps a head. @throws when it can't be written */
  write(head: ChainHead): void {
    writeDurably(this.file, `${JSON.stringify(head)}\n`);
  }
}
