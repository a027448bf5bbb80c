import { create } from 'zustand';
import type { Notice, ViewName } from '../../../shared/ipc/contract.js';
import type { MetricId } from '../../../shared/metrics/dictionary.js';
import type { PlaybookId } from '../../../shared/playbooks/playbooks.js';
import type { Part } from '../../../shared/sop/schema.js';
import type { Bridge } from '../bridge.js';

/** What the user opened and closed on this page. */
export interface View {
  readonly view: ViewName;
  /** Part whose details are open. */
  readonly opened: Part | null;
  /** Incident whose details are open. */
  readonly incident: string | null;
  /** Playbook that was opened by hand, about no incident. */
  readonly playbook: PlaybookId | null;
  /** Rule that the settings show unfolded. */
  readonly rule: { readonly part: Part; readonly metric: MetricId } | null;
  /** Notices that were closed, by {@link noticeKey}. */
  readonly dismissed: readonly string[];
}

const CLOSED = { opened: null, incident: null, playbook: null, rule: null } as const;

/** State of the page itself; main knows nothing of it. */
export const useView = create<View>(() => ({ view: 'dashboard', ...CLOSED, dismissed: [] }));

/** Goes to a view. */
export const openView = (view: ViewName): void => useView.setState({ view, ...CLOSED });

/** Goes where main says: the tray and the popup open a view, and the details of a part in it. */
export function followView(bridge: Bridge): void {
  bridge.subscribe('view:open', ({ view, part, incident, playbook }) =>
    useView.setState({
      ...CLOSED,
      view,
      opened: part ?? null,
      incident: incident ?? null,
      playbook: playbook ?? null,
    }),
  );
}

/** Opens the details of a part, which are on the dashboard, or closes them with null. */
export const openPart = (opened: Part | null): void =>
  useView.setState({ opened, incident: null, ...(opened && { view: 'dashboard' }) });

/** Opens the details of an incident, or closes them with null. */
export const openIncident = (incident: string | null): void => useView.setState({ incident, opened: null });

/** Opens a playbook about no incident, or closes it with null. */
export const openPlaybook = (playbook: PlaybookId | null): void =>
  useView.setState({ playbook, opened: null, incident: null });

/** Opens the settings at the rule of a metric. */
export const openRule = (part: Part, metric: MetricId): void =>
  useView.setState({ ...CLOSED, view: 'settings', rule: { part, metric } });

/** What makes two notices the same. */
export const noticeKey = (notice: Notice): string => `${notice.code} ${notice.detail ?? ''}`;

/** Closes a notice for as long as this page lives. */
export function dismissNotice(notice: Notice): void {
  useView.setState(({ dismissed }) => ({ dismissed: [...dismissed, noticeKey(notice)] }));
}
