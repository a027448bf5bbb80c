import { useCallback, useEffect, useMemo, useState } from 'react';
import { instanceName, metricName } from '../../../../shared/health/messages.js';
import type { StoredSeries } from '../../../../shared/history/series.js';
import { seriesKey } from '../../../../shared/metrics/reading.js';
import { ProfileIndex } from '../../../../shared/sop/profile-index.js';
import { useTexts } from '../../i18n.js';
import { useProcedure } from '../../stores/procedure.js';
import { Bone } from '../../ui/Bone.js';
import { IncidentDetails } from '../incidents/IncidentDetails.js';
import { Chart } from './Chart.js';
import { ChartKey } from './ChartKey.js';
import { Choice } from './Choice.js';
import { followed, type Stretch } from './chart-data.js';
import { ExportBar } from './ExportBar.js';
import { seriesWish } from './export-wish.js';
import { IncidentTable } from './IncidentTable.js';
import { Failed, Nothing } from './Messages.js';
import { RangeBar } from './RangeBar.js';
import { type Shown, useStretch } from './use-history.js';

const HOUR_MS = 3_600_000;
/** What is shown up to now goes on with the time, this often, ms. */
const FOLLOW_MS = 30_000;

/** A series that is younger than this has only begun: rates have no value at first, and rare readings none yet, ms. */
const FIRST_MINUTES_MS = 2 * 60_000;

const keyOf = ({ metric, instance }: StoredSeries): string => seriesKey(metric, instance);

/** A history that holds something: what to look at, its curve, its incidents. */
export function HistoryView({ series }: { readonly series: readonly StoredSeries[] }) {
  const { t } = useTexts();
  const [key, setKey] = useState(() =>
    keyOf(series.find(({ metric }) => metric === 'cpu.load') ?? (series[0] as StoredSeries)),
  );
  const [compareKey, setCompareKey] = useState('');
  const [stretch, setStretch] = useState<Stretch>(() => ({ from: Date.now() - HOUR_MS, to: Date.now() }));
  useEffect(() => {
    const timer = setInterval(() => setStretch((before) => followed(before, Date.now())), FOLLOW_MS);
    return () => clearInterval(timer);
  }, []);
  const find = (wanted: string) => series.find((one) => keyOf(one) === wanted);
  const { shown, failed } = useStretch(find(key), find(compareKey), stretch);
  const nameOf = useCallback(
    ({ metric, instance }: StoredSeries) =>
      instance === undefined
        ? metricName(metric, t)
        : `${metricName(metric, t)} · ${instanceName(instance, t)}`,
    [t],
  );
  const options = series.map((one) => [keyOf(one), nameOf(one)] as const);
  const range = useRange(shown?.series);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Choice label={t('ui.history.metric')} value={key} options={options} onChange={setKey} />
        <Choice
          label={t('ui.history.compare')}
          value={compareKey}
          options={[['', t('ui.history.compare.none')], ...options.filter(([one]) => one !== key)]}
          onChange={setCompareKey}
        />
        <RangeBar stretch={stretch} onStretch={setStretch} />
      </div>
      {failed && <Failed />}
      {!shown && !failed && <Bone className="h-72 w-full" />}
      {shown && (
        <section
          aria-label={nameOf(shown.series)}
          className="min-w-0 rounded-card border border-line bg-surface px-4 pt-3 pb-3.5 shadow-card"
        >
          {!isKnown(shown) && <NothingKnown answer={shown.answer} />}
          {isKnown(shown) && <Chart shown={shown} nameOf={nameOf} range={range} onStretch={setStretch} />}
          <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
            {isKnown(shown) && <ChartKey hasBand={range !== undefined} />}
            {shown.answer.at.length > 0 && (
              <ExportBar label={t('ui.export.chart')} wish={(format) => seriesWish(shown, format)} />
            )}
          </div>
        </section>
      )}
      {shown && <IncidentTable incidents={shown.incidents} stretch={shown.stretch} />}
      <IncidentDetails />
    </>
  );
}

/** Why a curve is empty: no readings, none that had a value, or none yet. */
function NothingKnown({ answer: { at } }: Pick<Shown, 'answer'>) {
  const { t } = useTexts();
  const [first] = at;
  if (first === undefined)
    return <Nothing inside title={t('ui.history.empty')} note={t('ui.history.empty.note')} />;
  if (Date.now() - first < FIRST_MINUTES_MS)
    return <Nothing inside title={t('ui.history.none')} note={t('ui.history.none.note')} />;
  return <Nothing inside title={t('ui.history.unknown')} note={t('ui.history.unknown.note')} />;
}

/** Whether there is anything to draw; readings without a value leave nothing. */
const isKnown = ({ answer, compared }: Shown): boolean =>
  [answer, compared?.answer].some((one) => one?.known.some((count) => count > 0));

/** The normal range of a series by the procedure in force. */
function useRange(series: StoredSeries | undefined) {
  const procedure = useProcedure((state) => state.procedure);
  const index = useMemo(() => (procedure ? new ProfileIndex(procedure.effective) : null), [procedure]);
  return useMemo(
    () => (series ? index?.ruleFor(series.metric, series.instance)?.range : undefined),
    [index, series],
  );
}
