import { useEffect, useState } from 'react';
import { historyPage, loadHistoryPage } from './prepare.js';

/**
 * The history's page, loaded when it is first looked at: the charts' library takes 3 MB, and the dashboard is open all day.
 * Not by React's `lazy`, which throws what it waits for: to tell where that happened, the engine reads all of React once
 * more, which holds the page for 35 ms.
 */
export function LazyHistoryPage() {
  const [Page, setPage] = useState(historyPage);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (Page === null)
      loadHistoryPage().then(
        (loaded) => setPage(() => loaded),
        (error: unknown) => setFailure({ error }),
      );
  }, [Page]);
  if (failure) throw failure.error;
  return Page && <Page />;
}
