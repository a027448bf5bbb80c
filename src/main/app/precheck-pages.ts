import { systemPreferences } from 'electron';
import type { MediaAccess, MediaGrant } from '../../shared/ipc/precheck.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import type { ItemId } from '../../shared/precheck/items.js';
import type { PrecheckAnswers } from '../ipc/precheck-handlers.js';
import type { RecordEntry } from '../precheck/records.js';
import type { PrecheckService } from '../precheck/service.js';
import { LEASE_MS } from '../security/media-lease.js';
import type { Desktop } from './desktop.js';
import { type SaveAs, saveAs } from './save-as.js';
import type { Texts } from './texts.js';

/** Answers what only main can: the leave for devices, files, the printer. */
export function precheckAnswers(
  service: PrecheckService,
  { windows, lease }: Desktop,
  texts: Texts,
): PrecheckAnswers {
  const save = (name: string, files: 'json' | 'pdf', content: SaveAs['content']) => {
    const { t } = texts.speech;
    return saveAs({
      window: windows.main,
      title: t('dialog.precheck.save'),
      name,
      files: t(`dialog.precheck.${files}`),
      content,
    });
  };
  return {
    service,
    begin: async (): Promise<Result<MediaGrant>> => {
      const contents = windows.main?.webContents;
      if (!contents) return failure('NOT_READY', 'no window');
      lease.grant(contents.id);
      return success({
        leaseMs: LEASE_MS,
        camera: await access('camera'),
        microphone: await access('microphone'),
      });
    },
    end: () => {
      const contents = windows.main?.webContents;
      if (contents) lease.release(contents.id);
    },
    export: async ({ seq, media }) => {
      const entry = service.find(seq);
      if (!entry.ok) return entry;
      return save(`precheck-${seq}.json`, 'json', async () => {
        const content = {
          schema: 1,
          head: service.view.head,
          entry: entry.value,
          ...(media && picturesOf(service, entry.value)),
        };
        return success(`${JSON.stringify(content, null, 2)}\n`);
      });
    },
    print: async ({ to }) => {
      const contents = windows.main?.webContents;
      if (!contents) return failure('NOT_READY', 'no window');
      if (to === 'printer') {
        const printed = await new Promise<boolean>((resolve) => contents.print({}, resolve));
        return success(printed ? 'done' : 'cancelled');
      }
      return save('precheck.pdf', 'pdf', async () =>
        success(await contents.printToPDF({ pageSize: 'A4', printBackground: true })),
      );
    },
  };
}

/** What the system says; macOS asks the user the first time. Linux has no such switch. */
async function access(device: 'camera' | 'microphone'): Promise<MediaAccess> {
  if (process.platform === 'linux') return 'granted';
  const status = systemPreferences.getMediaAccessStatus(device);
  if (process.platform !== 'darwin' || status !== 'not-determined') return status;
  return (await systemPreferences.askForMediaAccess(device)) ? 'granted' : 'denied';
}

/** The pictures of a record that are still there, in base64. */
function picturesOf(service: PrecheckService, { seq, record }: RecordEntry) {
  const text = (item?: ItemId): string | undefined => {
    const picture = service.picture(seq, item);
    return picture.ok && picture.value ? Buffer.from(picture.value).toString('base64') : undefined;
  };
  const photos = record.confirmations.flatMap(({ item, photo }) => {
    const found = photo && text(item);
    return found ? [[item, found] as const] : [];
  });
  const picture = text();
  return {
    ...(picture !== undefined && { picture }),
    ...(photos.length > 0 && { photos: Object.fromEntries(photos) }),
  };
}
