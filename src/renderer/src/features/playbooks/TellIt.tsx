import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { PlaybookId } from '../../../../shared/playbooks/playbooks.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { BUTTON } from '../settings/controls/styles.js';

interface TellItProps {
  readonly playbook: PlaybookId;
  readonly incident: string | undefined;
  readonly done: readonly string[];
  readonly urgent: boolean;
}

/** What IT needs to know, ready for a chat; louder when it is time to tell. */
export function TellIt({ playbook, incident, done, urgent }: TellItProps) {
  const { t } = useTexts();
  const [result, setResult] = useState<'playbook.copied' | 'playbook.copy.failed' | null>(null);
  const copy = async () => {
    const about = { playbook, done, ...(incident !== undefined && { incident }) };
    const answer = await bridge.invoke('playbook:copy', about);
    setResult(answer.ok ? 'playbook.copied' : 'playbook.copy.failed');
  };
  return (
    <div
      data-testid="tell-it"
      data-urgent={urgent}
      data-tone={urgent ? 'warning' : undefined}
      className={`grid gap-1.5 rounded-lg px-3.5 py-2.5 ${urgent ? 'bg-tone-soft' : 'bg-sunken/60'}`}
    >
      <h3 className="font-semibold">{t('playbook.tell')}</h3>
      {urgent && incident !== undefined && <p className="text-tone">{t('playbook.tell.now')}</p>}
      <p className="text-caption">{t('playbook.tell.note')}</p>
      <div className="flex flex-wrap items-center gap-2.5">
        <button type="button" className={BUTTON} onClick={() => void copy()}>
          <Copy className="size-4" aria-hidden />
          {t('playbook.copy')}
        </button>
        <span role="status" className="text-caption">
          {result && t(result)}
        </span>
      </div>
    </div>
  );
}
