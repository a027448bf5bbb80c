import { create } from 'zustand';
import type { Notice, ViewName } from '../../../shared/ipc/contract.js';
import type { Part } from '../../../shared/sop/schema.js';
import type { Bridge } from '../bridge.js';

/** What the user opened and closed on this page. */
export interface View {
  readonly view: ViewName;
  /** Part whose details are open. */
  readonly opened: Part | null;
  /** Notices that were closed, by {@link noticeKey}. */
  readonly dismissed: readonly string[];
}

/** State of the page itself; main knows nothing of it. */
export const useView = create<View>(() => ({ view: 'dashboard', opened: null, dismissed: [] }));

/** Goes to a view. */
export const openView = (view: ViewName): void => useView.setState({ view, opened: null });

/** Goes where main says: the tray and the popup open a view, and the details of a part in it. */
export function followView(bridge: Bridge): void {
  bridge.subscribe('view:open', ({ view, part }) => useView.setState({ view, opened: part ?? null }));
}

/** Opens the details of a part, or closes them with null. */
export const openPart = (opened: Part | null): void => useView.setState({ opened });

/** What makes two notices the same. */
export const noticeKey = (notice: Notice): string => `${notice.code} ${notice.detail ?? ''}`;

/** Closes a notice for as long as this page lives. */
export function dismissNotice(notice: Notice): void {
  useView.setState(({ dismissed }) => ({ dismissed: [...dismissed, noticeKey(notice)] }));
}
