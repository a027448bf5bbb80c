import { useState } from 'react';
import type { IncidentAction } from '../../../../shared/health/life-cycle.js';
import type { MessageKey } from '../../../../shared/i18n/index.js';
import type { ErrorCode } from '../../../../shared/ipc/result.js';
import { bridge } from '../../bridge.js';
import { recordsChanged } from '../../stores/records.js';

/** Does something about an incident. @returns whether it was noted */
export type Act = (action: IncidentAction) => Promise<boolean>;

/** What to say when something was not noted. */
export function failureText(code: ErrorCode): MessageKey {
  return code === 'NOT_READY' || code === 'NOT_STORED' ? `incidents.failed.${code}` : 'incidents.failed';
}

/** The way to do something about an incident, with what went wrong the last time. */
export function useHandling(id: string): { readonly error: MessageKey | null; readonly act: Act } {
  const [error, setError] = useState<MessageKey | null>(null);
  const act: Act = async (action) => {
    const result = await bridge.invoke('incident:handle', { id, action });
    setError(result.ok ? null : failureText(result.error.code));
    if (result.ok) recordsChanged();
    return result.ok;
  };
  return { error, act };
}
