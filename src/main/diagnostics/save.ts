import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BaseWindow } from 'electron';
import type { Translate } from '../../shared/i18n/index.js';
import type { Transfer } from '../../shared/ipc/contract.js';
import { type Result, success } from '../../shared/ipc/result.js';
import { saveAs } from '../app/save-as.js';
import { type ArchiveSources, archiveFiles, pack } from './archive.js';

/** What saving needs. */
export interface SaveNeeds {
  readonly t: Translate;
  /** Window that the dialog belongs to; null: none is open. */
  readonly window: BaseWindow | null;
  readonly redact: (text: string) => string;
  /** Gathers everything; asked only once a place was chosen. */
  readonly gather: () => Promise<ArchiveSources>;
}

/** Asks where to, and writes the archive for IT there. */
export function saveArchive({ t, window, redact, gather }: SaveNeeds): Promise<Result<Transfer>> {
  const day = new Date().toISOString().slice(0, 10);
  return saveAs({
    window,
    title: t('dialog.diagnostics.title'),
    name: `onair-sentry-diagnostics-${day}.zip`,
    files: t('dialog.diagnostics.files'),
    content: async () => success(await pack(archiveFiles(await gather(), redact))),
  });
}

/** The log and the one before it, by file name, as far as they are there. */
export async function readLogs(file: string): Promise<Record<string, string>> {
  const files = [file.replace(/(\.\w+)$/, '.old$1'), file];
  const texts = await Promise.all(files.map((one) => readFile(one, 'utf8').catch(() => null)));
  return Object.fromEntries(files.flatMap((one, i) => (texts[i] == null ? [] : [[basename(one), texts[i]]])));
}
