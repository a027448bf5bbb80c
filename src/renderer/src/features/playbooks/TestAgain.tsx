import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { PlaybookStep } from '../../../../shared/playbooks/playbooks.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { BUTTON } from '../settings/controls/styles.js';

/** Reads the values of all steps now, instead of waiting for their time. */
export function TestAgain({ steps }: { readonly steps: readonly PlaybookStep[] }) {
  const { t } = useTexts();
  const [result, setResult] = useState<'playbook.tested' | 'playbook.test.failed' | null>(null);
  const metrics = [...new Set(steps.flatMap((step) => step.metrics ?? []))];
  if (metrics.length === 0) return null;
  const test = async () => {
    const answer = await bridge.invoke('readings:refresh', { metrics });
    setResult(answer.ok ? 'playbook.tested' : 'playbook.test.failed');
  };
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <button type="button" className={BUTTON} onClick={() => void test()}>
        <RefreshCw className="size-4" aria-hidden />
        {t('playbook.test')}
      </button>
      <span role="status" className="text-caption text-dim">
        {result && t(result)}
      </span>
    </div>
  );
}
