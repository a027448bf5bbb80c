import { useEffect, useState } from 'react';
import type { IncidentState } from '../../../../shared/health/state.js';
import type { MonitorSnapshot } from '../../../../shared/ipc/contract.js';
import { bridge } from '../../bridge.js';
import { useMonitor } from '../../stores/monitor.js';
import { useRecords } from '../../stores/records.js';

/** The incident of this id: as the station has it now, else as the history kept it. undefined: not known (yet). */
export function useIncident(id: string | null): IncidentState | undefined {
  const current = useMonitor(({ snapshot }) => find(snapshot, id));
  const [stored, setStored] = useState<IncidentState>();
  const version = useRecords((state) => state.version);
  const isElsewhere = id !== null && current === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what people did about it is read again
  useEffect(() => {
    if (!isElsewhere) return;
    let isOpen = true;
    void bridge.invoke('history:incident', { id }).then((result) => {
      if (isOpen && result.ok) setStored(result.value ?? undefined);
    });
    return () => {
      isOpen = false;
    };
  }, [id, isElsewhere, version]);
  return current ?? (stored?.id === id ? stored : undefined);
}

/** The incident of this id, open or over today. */
function find(snapshot: MonitorSnapshot | null, id: string | null): IncidentState | undefined {
  if (!snapshot || id === null) return undefined;
  const isIt = (one: IncidentState): boolean => one.id === id;
  return snapshot.incidents.find(isIt) ?? snapshot.ended.find(isIt);
}
