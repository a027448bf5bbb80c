import { Download, FileText, Printer } from 'lucide-react';
import { useState } from 'react';
import { bridge } from '../../../bridge.js';
import { useTexts } from '../../../i18n.js';
import { BUTTON, CHECK } from '../../settings/controls/styles.js';

interface RecordActionsProps {
  readonly seq: number;
  readonly hasPicture: boolean;
  /** Whether pictures go along: onto paper, and into files. */
  readonly media: boolean;
  readonly onMedia: (media: boolean) => void;
}

type Outcome = 'done' | 'cancelled' | 'failed';

/** Paper, PDF, file. Pictures go along only when somebody says so. */
export function RecordActions({ seq, hasPicture, media, onMedia }: RecordActionsProps) {
  const { t } = useTexts();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const print = async (to: 'pdf' | 'printer') => {
    const answer = await bridge.invoke('precheck:print', { to });
    setOutcome(answer.ok ? answer.value : 'failed');
  };
  const save = async () => {
    const answer = await bridge.invoke('precheck:export', { seq, media });
    setOutcome(answer.ok ? answer.value : 'failed');
  };
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <button type="button" className={BUTTON} onClick={() => void print('printer')}>
        <Printer className="size-4 text-dim" aria-hidden />
        {t('ui.precheck.print')}
      </button>
      <button type="button" className={BUTTON} onClick={() => void print('pdf')}>
        <FileText className="size-4 text-dim" aria-hidden />
        {t('ui.precheck.pdf')}
      </button>
      <button type="button" className={BUTTON} onClick={() => void save()}>
        <Download className="size-4 text-dim" aria-hidden />
        {t('ui.precheck.export')}
      </button>
      {hasPicture && (
        <label className="inline-flex items-center gap-1.5 text-caption">
          <input
            type="checkbox"
            className={CHECK}
            checked={media}
            onChange={({ target }) => onMedia(target.checked)}
          />
          {t('ui.precheck.export.picture')}
        </label>
      )}
      <span role="status" className="text-caption text-dim">
        {outcome && t(`ui.precheck.outcome.${outcome}`)}
      </span>
    </div>
  );
}
