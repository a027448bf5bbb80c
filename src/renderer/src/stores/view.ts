import { create } from 'zustand';
import type { Notice } from '../../../shared/ipc/contract.js';
import type { Part } from '../../../shared/sop/schema.js';

/** What the user opened and closed on this page. */
export interface View {
  /** Part whose details are open. */
  readonly opened: Part | null;
  /** Notices that were closed, by {@link noticeKey}. */
  readonly dismissed: readonly string[];
}

/** State of the page itself; main knows nothing of it. */
export const useView = create<View>(() => ({ opened: null, dismissed: [] }));

/** Opens the details of a part, or closes them with null. */
export const openPart = (opened: Part | null): void => useView.setState({ opened });

/** What makes two notices the same. */
export const noticeKey = (notice: Notice): string => `${notice.code} ${notice.detail ?? ''}`;

/** Closes a notice for as long as this page lives. */
export function dismissNotice(notice: Notice): void {
  useView.setState(({ dismissed }) => ({ dismissed: [...dismissed, noticeKey(notice)] }));
}
