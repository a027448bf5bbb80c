import { join } from 'node:path';
import { app, type BaseWindow, dialog, type SaveDialogOptions } from 'electron';
import type { Transfer } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import { writeAtomicLater } from './write-atomic.js';

/** What is saved. */
export interface SaveAs {
  /** Window that the dialog belongs to; null: none is open. */
  readonly window: BaseWindow | null;
  readonly title: string;
  /** File name that is offered, with its ending. */
  readonly name: string;
  /** What files with this ending are called. */
  readonly files: string;
  /** Makes the content; asked only once a place was chosen. */
  readonly content: () => Promise<Result<string | Uint8Array>>;
}

/** Asks where to, and writes a file there. The path never comes from a page. */
export async function saveAs({ window, title, name, files, content }: SaveAs): Promise<Result<Transfer>> {
  const options: SaveDialogOptions = {
    title,
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: files, extensions: [name.slice(name.lastIndexOf('.') + 1)] }],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return success('cancelled');
  const made = await content();
  if (!made.ok) return made;
  try {
    await writeAtomicLater(filePath, made.value);
    return success('done');
  } catch (error) {
    return failure('NOT_STORED', error instanceof Error ? error.message : String(error));
  }
}
