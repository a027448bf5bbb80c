import { readFile, stat } from 'node:fs/promises';
import { dialog, type OpenDialogOptions } from 'electron';
import type { SettingsPatch, Transfer } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import type { Settings } from '../../shared/settings/schema.js';
import { exportText, parseTransfer, TRANSFER_LIMIT } from '../settings/transfer.js';
import type { Windows } from '../windows/windows.js';
import { saveAs } from './save-as.js';
import type { Texts } from './texts.js';

/** Asks where to, and writes the choices there. */
export function exportSettings(
  settings: Settings,
  texts: Texts,
  { main: window }: Windows,
): Promise<Result<Transfer>> {
  const { t } = texts.speech;
  return saveAs({
    window,
    title: t('dialog.export.title'),
    name: 'onair-sentry-settings.json',
    files: t('dialog.transfer.files'),
    content: () => Promise.resolve(success(exportText(settings))),
  });
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
