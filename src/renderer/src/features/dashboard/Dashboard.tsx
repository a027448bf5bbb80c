import { IncidentDetails } from '../incidents/IncidentDetails.js';
import { IncidentList } from '../incidents/IncidentList.js';
import { PlaybookPanel } from '../playbooks/PlaybookPanel.js';
import { Banners } from '../shell/Banners.js';
import { OnAirOffer } from '../shell/OnAirOffer.js';
import { PartDetails } from './PartDetails.js';
import { PartGrid } from './PartGrid.js';
import { VerdictBanner } from './VerdictBanner.js';

/** The page that answers at a glance; the rest of it is for whoever wants to know more. */
export function Dashboard() {
  return (
    <main id="dashboard" className="@container flex min-w-0 grow flex-col p-3 sm:p-4 lg:p-5">
      <div className="flex grow flex-col gap-3 lg:gap-4">
        <Banners />
        <OnAirOffer />
        <VerdictBanner />
        <div className="flex grow flex-col gap-3 @min-[1400px]:grid @min-[1400px]:min-h-[min(calc(100dvh-11rem),33rem)] @min-[1400px]:grow-0 @min-[1400px]:grid-cols-[minmax(0,1fr)_22rem] lg:gap-4">
          <PartGrid />
          <IncidentList />
        </div>
      </div>
      <PartDetails />
      <IncidentDetails />
      <PlaybookPanel />
    </main>
  );
}
