import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { SystemPage } from '../../../../shared/playbooks/system-pages.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { usePreferences } from '../../stores/settings.js';
import { FieldError } from '../settings/controls/FieldError.js';
import { TEXT_BUTTON } from '../settings/controls/styles.js';

/** Opens a page of the system's settings, where this system has it. */
export function OpenPage({ page }: { readonly page: SystemPage }) {
  const { t } = useTexts();
  const isThere = usePreferences(({ info }) => info?.systemPages.includes(page) ?? false);
  const [failed, setFailed] = useState(false);
  if (!isThere) return null;
  const open = async () => {
    const result = await bridge.invoke('system:open', { page });
    setFailed(!result.ok);
  };
  return (
    <div>
      <button
        type="button"
        className={`${TEXT_BUTTON} -ml-1 inline-flex items-center gap-1 text-caption`}
        onClick={() => void open()}
      >
        <ExternalLink className="size-3.5" aria-hidden />
        {t(`playbook.page.${page}`)}
      </button>
      <FieldError error={failed ? 'playbook.page.failed' : null} />
    </div>
  );
}
