import { Check, ClipboardCopy, FolderOpen, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';

/** How long an answer stands, ms. */
const ANSWER_MS = 5_000;

interface Answer {
  readonly text: MessageKey;
  readonly ok: boolean;
}

/** What can be done with the diagnostics: hand them to IT, go to the log. */
export function Actions() {
  const { t } = useTexts();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    if (!answer) return;
    const timer = setTimeout(() => setAnswer(null), ANSWER_MS);
    return () => clearTimeout(timer);
  }, [answer]);

  const copy = async (): Promise<void> => {
    const { ok } = await bridge.invoke('diagnostics:copy', undefined);
    setAnswer({ ok, text: ok ? 'ui.diag.copied' : 'ui.diag.copyFailed' });
  };
  const showLog = async (): Promise<void> => {
    const { ok } = await bridge.invoke('diagnostics:showLog', undefined);
    setAnswer(ok ? null : { ok, text: 'ui.diag.showLogFailed' });
  };
  return (
    <div className="flex flex-col items-end gap-1.5">
      <div className="flex flex-wrap gap-2">
        <button
          type="button"
          onClick={() => void showLog()}
          className="flex items-center gap-2 rounded-lg border border-line-strong bg-surface px-3 py-1.5 font-medium hover:bg-sunken"
        >
          <FolderOpen className="size-4 text-dim" aria-hidden />
          {t('ui.diag.showLog')}
        </button>
        <button
          type="button"
          onClick={() => void copy()}
          className="flex items-center gap-2 rounded-lg bg-brand px-3.5 py-1.5 font-semibold text-brand-ink hover:opacity-90"
        >
          <ClipboardCopy className="size-4" aria-hidden />
          {t('ui.diag.copy')}
        </button>
      </div>
      <p role="status" data-testid="diagnostics-answer" className="min-h-4.5 text-caption">
        {answer && (
          <span data-tone={answer.ok ? 'ok' : 'warning'} className="inline-flex items-center gap-1 text-tone">
            {answer.ok ? (
              <Check className="size-3.5" aria-hidden />
            ) : (
              <TriangleAlert className="size-3.5" aria-hidden />
            )}
            {t(answer.text)}
          </span>
        )}
      </p>
    </div>
  );
}
