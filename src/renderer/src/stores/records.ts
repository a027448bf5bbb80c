import { create } from 'zustand';

/** Counts what people did about incidents from this page: what was read of the history before may be older. */
export const useRecords = create<{ readonly version: number }>(() => ({ version: 0 }));

/** What is shown of the history is read again. */
export const recordsChanged = (): void => useRecords.setState(({ version }) => ({ version: version + 1 }));
