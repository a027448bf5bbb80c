import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { formatQuantity } from '../../../../shared/format/value.js';
import type { StoredSeries } from '../../../../shared/history/series.js';
import type { Bounds } from '../../../../shared/sop/profile-index.js';
import { useTexts } from '../../i18n.js';
import { chartData, moved, type Stretch, zoomed } from './chart-data.js';
import { CHART_HEIGHT, chartOptions } from './chart-options.js';
import type { Shown } from './use-history.js';

interface ChartProps {
  readonly shown: Shown;
  readonly nameOf: (series: StoredSeries) => string;
  readonly range: Bounds | undefined;
  readonly onStretch: (stretch: Stretch) => void;
}

/** What the keys do to the stretch that is shown. */
const KEYS: Readonly<Record<string, (stretch: Stretch) => Stretch>> = {
  ArrowLeft: (stretch) => moved(stretch, -0.25),
  ArrowRight: (stretch) => moved(stretch, 0.25),
  '+': (stretch) => zoomed(stretch, 0.5),
  '=': (stretch) => zoomed(stretch, 0.5),
  '-': (stretch) => zoomed(stretch, 2),
};

/** The curve of one or two metrics. Dragging zooms; the keyboard does the same. */
export function Chart({ shown, nameOf, range, onStretch }: ChartProps) {
  const speech = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<uPlot>(null);
  const { series, answer, compared, incidents, timeline, stretch } = shown;
  const name = nameOf(series);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const all = compared ? [{ series, answer }, compared] : [{ series, answer }];
    const needs = {
      metrics: all.map((one) => one.series.metric),
      names: all.map((one) => nameOf(one.series)),
      range,
      incidents: incidents.filter((one) => one.metric === series.metric && one.instance === series.instance),
      spans: timeline.spans,
      stretch,
      speech,
      onZoom: onStretch,
    };
    const data = chartData(all.map((one) => ({ metric: one.series.metric, answer: one.answer })));
    const draw = (): void => {
      // The one before stays until now: nothing flickers.
      drawn.current?.destroy();
      drawn.current = new uPlot(chartOptions(needs, element, element.clientWidth), data, element);
    };
    // A task of its own: with that of the page around it, it would hold up what the user does next.
    const due = setTimeout(draw);
    const theme = matchMedia('(prefers-color-scheme: dark)');
    const size = new ResizeObserver(() => {
      const plot = drawn.current;
      if (plot && element.clientWidth !== plot.width)
        plot.setSize({ width: element.clientWidth, height: plot.height });
    });
    size.observe(element);
    theme.addEventListener('change', draw);
    return () => {
      clearTimeout(due);
      size.disconnect();
      theme.removeEventListener('change', draw);
    };
  }, [series, answer, compared, incidents, timeline, stretch, range, speech, nameOf, onStretch]);
  useEffect(
    () => () => {
      drawn.current?.destroy();
      drawn.current = null;
    },
    [],
  );
  const { t, language } = speech;
  const known = answer.avg.filter((value) => value !== null);
  const text = (value: number): string => formatQuantity(series.metric, value, t, language).text;
  return (
    <>
      <div
        ref={box}
        data-testid="history-chart"
        role="application"
        aria-label={t('ui.history.chart', { metric: name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys move the chart, as its name says
        tabIndex={0}
        onKeyDown={(event) => {
          const change = KEYS[event.key];
          if (!change || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          onStretch(change(stretch));
        }}
        style={{ minHeight: CHART_HEIGHT }}
        className="history-chart min-w-0"
      />
      {known.length > 0 && (
        <p className="sr-only">
          {t('ui.history.chart.values', {
            count: known.length,
            min: text(answer.min.reduce<number>((least, value) => Math.min(least, value ?? least), Infinity)),
            max: text(answer.max.reduce<number>((most, value) => Math.max(most, value ?? most), -Infinity)),
          })}
        </p>
      )}
    </>
  );
}
