import { Info, RotateCw, TriangleAlert, Unplug, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Judgement } from '../../../../shared/health/judgement.js';
import type { Notice } from '../../../../shared/ipc/contract.js';
import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { dismissNotice, noticeKey, useView } from '../../stores/view.js';

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
        <Banner tone="warning" icon={<Unplug />}>
          {t('ui.contact.lost')}
        </Banner>
      )}
      {sampler?.state === 'restarting' && (
        <Banner tone="warning" icon={<RotateCw />}>
          {t('ui.sampler.restarting.note', { count: sampler.restarts })}
        </Banner>
      )}
      {shown.map((notice) => (
        <Banner
          key={noticeKey(notice)}
          tone={CALM.includes(notice.code) ? 'advisory' : 'warning'}
          icon={CALM.includes(notice.code) ? <Info /> : <TriangleAlert />}
          onClose={() => dismissNotice(notice)}
        >
          {t(`notice.${notice.code}`, { detail: notice.detail ?? '' })}
        </Banner>
      ))}
    </div>
  );
}

interface BannerProps {
  readonly tone: Judgement;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly onClose?: () => void;
}

function Banner({ tone, icon, children, onClose }: BannerProps) {
  const { t } = useTexts();
  return (
    <div
      data-tone={tone}
      className="flex items-start gap-2.5 rounded-lg border border-tone-solid/30 bg-tone-soft px-3.5 py-2 text-tone"
    >
      <span className="mt-0.75 shrink-0 [&>svg]:size-4" aria-hidden>
        {icon}
      </span>
      <p className="min-w-0 grow">{children}</p>
      {onClose && (
        <button
          type="button"
          onClick={onClose}
          aria-label={t('ui.close')}
          className="-mr-1 shrink-0 rounded p-0.75 hover:bg-tone-solid/15"
        >
          <X className="size-4" aria-hidden />
        </button>
      )}
    </div>
  );
}
