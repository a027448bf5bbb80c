import { Archive, ClipboardCopy, FolderOpen, LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { Answer } from '../../ui/Answer.js';
import { BUTTON, MAIN_BUTTON } from '../settings/controls/styles.js';

/** How long an answer stands, ms. */
const ANSWER_MS = 5_000;

interface Outcome {
  readonly text: MessageKey;
  readonly ok: boolean;
}

/** What can be done with the diagnostics: hand them to IT as a text or a file, go to the log. */
export function Actions() {
  const { t } = useTexts();
  const [answer, setAnswer] = useState<Outcome | null>(null);
  const [saving, setSaving] = useState(false);
  useEffect(() => {
    if (!answer) return;
    const timer = setTimeout(() => setAnswer(null), ANSWER_MS);
    return () => clearTimeout(timer);
  }, [answer]);

  const copy = async (): Promise<void> => {
    const { ok } = await bridge.invoke('diagnostics:copy', undefined);
    setAnswer({ ok, text: ok ? 'ui.diag.copied' : 'ui.diag.copyFailed' });
  };
  const save = async (): Promise<void> => {
    if (saving) return;
    setSaving(true);
    setAnswer(null);
    const result = await bridge.invoke('diagnostics:save', undefined);
    setSaving(false);
    if (!result.ok) setAnswer({ ok: false, text: 'ui.diag.saveFailed' });
    else if (result.value === 'done') setAnswer({ ok: true, text: 'ui.diag.saved' });
  };
  const showLog = async (): Promise<void> => {
    const { ok } = await bridge.invoke('diagnostics:showLog', undefined);
    setAnswer(ok ? null : { ok, text: 'ui.diag.showLogFailed' });
  };
  return (
    <div className="flex flex-col items-end gap-1.5">
      <div className="flex flex-wrap justify-end gap-2">
        <button type="button" onClick={() => void showLog()} className={BUTTON}>
          <FolderOpen className="size-4 text-dim" aria-hidden />
          {t('ui.diag.showLog')}
        </button>
        {/* Not `disabled`: that would take the focus away while the dialog is open. */}
        <button
          type="button"
          onClick={() => void save()}
          aria-disabled={saving}
          className={`${BUTTON} aria-disabled:opacity-60`}
        >
          {saving ? (
            <LoaderCircle className="size-4 animate-spin text-dim motion-reduce:animate-none" aria-hidden />
          ) : (
            <Archive className="size-4 text-dim" aria-hidden />
          )}
          {t(saving ? 'ui.diag.saving' : 'ui.diag.save')}
        </button>
        <button type="button" onClick={() => void copy()} className={MAIN_BUTTON}>
          <ClipboardCopy className="size-4" aria-hidden />
          {t('ui.diag.copy')}
        </button>
      </div>
      <p role="status" data-testid="diagnostics-answer" className="min-h-4.5 text-caption">
        {answer && <Answer ok={answer.ok} text={t(answer.text)} />}
      </p>
    </div>
  );
}
