import { Info, RotateCw, TriangleAlert, Unplug } from 'lucide-react';
import type { Notice } from '../../../../shared/ipc/contract.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { dismissNotice, noticeKey, useView } from '../../stores/view.js';
import { Note } from '../../ui/Note.js';
import { MutedPopups } from './MutedPopups.js';

const NONE: readonly Notice[] = [];
/** Notices about how things are; nothing has to be done about them. */
const CALM: readonly Notice['code'][] = ['replay-ended', 'no-tray'];

/** What the user must know about the program itself: lost contact, a restart of the sampler, notices. */
export function Banners() {
  const { t } = useTexts();
  const failed = useMonitor((state) => state.failed);
  const sampler = useMonitor(({ snapshot }) => snapshot?.sampler);
  const notices = useMonitor(({ snapshot }) => snapshot?.notices ?? NONE);
  const dismissed = useView((state) => state.dismissed);
  const shown = notices.filter((notice) => !dismissed.includes(noticeKey(notice)));
  return (
    <div role="status" className="contents">
      {failed && (
        <Note tone="warning" icon={Unplug}>
          {t('ui.contact.lost')}
        </Note>
      )}
      {sampler?.state === 'restarting' && (
        <Note tone="warning" icon={RotateCw}>
          {t('ui.sampler.restarting.note', { count: sampler.restarts })}
        </Note>
      )}
      <MutedPopups />
      {shown.map((notice) => (
        <Note
          key={noticeKey(notice)}
          tone={CALM.includes(notice.code) ? 'advisory' : 'warning'}
          icon={CALM.includes(notice.code) ? Info : TriangleAlert}
          onClose={() => dismissNotice(notice)}
        >
          {t(`notice.${notice.code}`, { detail: notice.detail ?? '' })}
        </Note>
      ))}
    </div>
  );
}
