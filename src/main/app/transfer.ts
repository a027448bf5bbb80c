import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { SettingsPatch, Transfer } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import type { Settings } from '../../shared/settings/schema.js';
import { exportText, parseTransfer, TRANSFER_LIMIT } from '../settings/transfer.js';
import type { Windows } from '../windows/windows.js';
import type { Texts } from './texts.js';
import { writeAtomic } from './write-atomic.js';

/** Asks where to, and writes the choices there. The path never comes from a page. */
export async function exportSettings(
  settings: Settings,
  texts: Texts,
  { main: window }: Windows,
): Promise<Result<Transfer>> {
  const { t } = texts.speech;
  const options: SaveDialogOptions = {
    title: t('dialog.export.title'),
    defaultPath: join(app.getPath('documents'), 'onair-sentry-settings.json'),
    filters: [{ name: t('dialog.transfer.files'), extensions: ['json'] }],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  if (canceled || !filePath) return success('cancelled');
  try {
    writeAtomic(filePath, exportText(settings));
    return success('done');
  } catch (error) {
    return failure('NOT_STORED', messageOf(error));
  }
}

/** Asks which file, and gives what it says to `take`. */
export async function importSettings(
  take: (patch: SettingsPatch) => Result<Settings>,
  texts: Texts,
  { main: window }: Windows,
): Promise<Result<Transfer>> {
  const { t } = texts.speech;
  const options: OpenDialogOptions = {
    title: t('dialog.import.title'),
    properties: ['openFile'],
    filters: [{ name: t('dialog.transfer.files'), extensions: ['json'] }],
  };
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  const [file] = filePaths;
  if (canceled || file === undefined) return success('cancelled');
  const read = await readTransfer(file);
  if (!read.ok) return read;
  const taken = take(read.value);
  return taken.ok ? success('done') : taken;
}

/** Reads a settings file of bounded size. */
export async function readTransfer(file: string): Promise<Result<SettingsPatch>> {
  try {
    const { size } = await stat(file);
    if (size > TRANSFER_LIMIT) return failure('INVALID', `more than ${TRANSFER_LIMIT} bytes`);
    return parseTransfer(await readFile(file, 'utf8'));
  } catch (error) {
    return failure('INVALID', messageOf(error));
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
