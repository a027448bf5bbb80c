import { Dashboard } from './features/dashboard/Dashboard.js';
import { Rail } from './features/shell/Rail.js';
import { ReplayLabel } from './features/shell/ReplayLabel.js';

/** The window: a rail beside the page where there is room for one, above it where there is not. */
export function App() {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[12.5rem_minmax(0,1fr)]">
      <Rail />
      <div className="flex min-w-0 flex-col lg:min-h-dvh">
        <ReplayLabel />
        <Dashboard />
      </div>
    </div>
  );
}
