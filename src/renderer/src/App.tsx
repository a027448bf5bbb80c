import { type ComponentType, useLayoutEffect } from 'react';
import type { ViewName } from '../../shared/ipc/contract.js';
import { BaselinePage } from './features/baseline/BaselinePage.js';
import { Dashboard } from './features/dashboard/Dashboard.js';
import { Diagnostics } from './features/diagnostics/Diagnostics.js';
import { LazyHistoryPage } from './features/history/LazyHistoryPage.js';
import { PrecheckPage } from './features/precheck/PrecheckPage.js';
import { SettingsPage } from './features/settings/SettingsPage.js';
import { SetUp } from './features/setup/SetUp.js';
import { Rail } from './features/shell/Rail.js';
import { ReplayLabel } from './features/shell/ReplayLabel.js';
import { useView } from './stores/view.js';

const VIEWS: Readonly<Record<ViewName, ComponentType>> = {
  dashboard: Dashboard,
  precheck: PrecheckPage,
  baseline: BaselinePage,
  history: LazyHistoryPage,
  settings: SettingsPage,
  diagnostics: Diagnostics,
};

/** The window: a rail beside the view where there is room for one, above it where there is not. */
export function App() {
  const view = useView((state) => state.view);
  const View = VIEWS[view];
  // A view is read from its head, wherever the one before was left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another page
  useLayoutEffect(() => scrollTo(0, 0), [view]);
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[12.5rem_minmax(0,1fr)]">
      <Rail />
      <div className="flex min-w-0 flex-col lg:min-h-dvh">
        <ReplayLabel />
        <View />
      </div>
      <SetUp />
    </div>
  );
}
