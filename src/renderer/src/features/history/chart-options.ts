import uPlot from 'uplot';
import { formatQuantity } from '../../../../shared/format/value.js';
import type { Speech } from '../../../../shared/health/messages.js';
import type { IncidentState } from '../../../../shared/health/state.js';
import type { Span } from '../../../../shared/history/records.js';
import { METRICS, type MetricId } from '../../../../shared/metrics/dictionary.js';
import type { Bounds } from '../../../../shared/sop/profile-index.js';
import type { Stretch } from './chart-data.js';

/** What a chart is drawn from, beside its values. */
export interface ChartNeeds {
  /** Limit that the first metric breached, in its unit. */
  readonly limit?: number | undefined;
  readonly metrics: readonly MetricId[];
  readonly names: readonly string[];
  readonly range: Bounds | undefined;
  readonly incidents: readonly IncidentState[];
  readonly spans: readonly Span[];
  readonly stretch: Stretch;
  readonly speech: Speech;
  readonly onZoom: (stretch: Stretch) => void;
}

/** Height of a chart, CSS pixels. */
export const CHART_HEIGHT = 280;
/** A day, s. */
const DAY_S = 86_400;
/** Height of the bars above the curve that show times on air and incidents, CSS pixels. */
const BAR = 5;

/** Makes uPlot's options: a mean with its least and greatest for each metric, marks behind, and zooming by dragging. */
export function chartOptions(needs: ChartNeeds, element: HTMLElement, width: number): uPlot.Options {
  const style = getComputedStyle(element);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colour('--dim'),
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { stroke: colour('--line'), width: 1 },
  };
  const colours = [colour('--brand'), colour('--advisory')];
  return {
    width,
    height: CHART_HEIGHT,
    legend: { live: true },
    cursor: { drag: { x: true, y: false, setScale: false } },
    scales: {
      x: { range: [needs.stretch.from / 1_000, needs.stretch.to / 1_000] },
      ...Object.fromEntries(
        needs.metrics.map((metric, index) => [
          `y${index}`,
          valueScale(metric, index === 0 ? needs.limit : undefined),
        ]),
      ),
    },
    axes: [
      { ...axis, space: labelWidth(needs.stretch), values: timeTexts(needs.speech) },
      ...needs.metrics.map((metric, index) => valueAxis(metric, index, axis, needs.speech)),
    ],
    series: [
      timeSeries(needs.speech),
      ...needs.metrics.flatMap((metric, index) => lines(metric, index, needs, colours)),
    ],
    bands: needs.metrics.map((_, index) => ({
      series: [index * 3 + 3, index * 3 + 2] as [number, number],
      fill: `color-mix(in srgb, ${colours[index]} 18%, transparent)`,
    })),
    hooks: {
      drawClear: [(plot) => drawMarks(plot, needs, colour)],
      setSelect: [
        (plot) => {
          const { left, width: wide } = plot.select;
          if (wide < 4) return;
          const at = (x: number): number => Math.round(plot.posToVal(x, 'x') * 1_000);
          needs.onZoom({ from: at(left), to: at(left + wide) });
        },
      ],
    },
  };
}

/** A scale that shows a limit, too, however far away the values are, and no share below 0 % or above 100 %. */
export function valueScale(metric: MetricId, limit: number | undefined): uPlot.Scale {
  const isShare = METRICS[metric].unit === '%';
  if (!isShare && limit === undefined) return {};
  const range: uPlot.Range.Function = (_, min: number | null, max: number | null) => {
    const ends = [min, max, limit].filter((end) => typeof end === 'number');
    if (ends.length === 0) return [0, 100];
    const [low, high] = uPlot.rangeNum(Math.min(...ends), Math.max(...ends), 0.1, true);
    return isShare ? [Math.max(low ?? 0, 0), Math.min(high ?? 100, 100)] : [low, high];
  };
  return { range };
}

function valueAxis(metric: MetricId, index: number, axis: object, { t, language }: Speech): uPlot.Axis {
  return {
    ...axis,
    scale: `y${index}`,
    side: index === 0 ? 3 : 1,
    size: 78,
    ...(index > 0 && { grid: { show: false } }),
    values: (_, splits) => splits.map((value) => formatQuantity(metric, value, t, language).text),
  };
}

/** Room for a text of the time axis, CSS pixels: from some months on it names the year. */
const labelWidth = ({ from, to }: Stretch): number => (to - from > 150 * DAY_S * 1_000 ? 110 : 76);

/** Texts of the time axis: as fine as its steps are, with the day where it changes. */
function timeTexts({ language }: Speech): uPlot.Axis.DynamicValues {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { hourCycle: 'h23', ...options });
  const day = format({ month: 'short', day: 'numeric' });
  const dayOfYear = format({ year: 'numeric', month: 'short', day: 'numeric' });
  const minute = format({ hour: '2-digit', minute: '2-digit' });
  const second = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
  return (_, splits, _axis, _space, step) => {
    let before = '';
    return splits.map((at) => {
      if (step >= DAY_S) return (step >= 20 * DAY_S ? dayOfYear : day).format(at * 1_000);
      const date = day.format(at * 1_000);
      const text = (step < 60 ? second : minute).format(at * 1_000);
      const isNew = date !== before;
      before = date;
      return isNew ? `${text}\n${date}` : text;
    });
  };
}

function timeSeries({ t, language }: Speech): uPlot.Series {
  const moment = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  return { label: t('ui.history.time'), value: (_, at) => (at == null ? '–' : moment.format(at * 1_000)) };
}

function lines(
  metric: MetricId,
  index: number,
  needs: ChartNeeds,
  colours: readonly string[],
): uPlot.Series[] {
  const { t, language } = needs.speech;
  const value = (_: uPlot, raw: number | null): string =>
    raw == null ? '–' : formatQuantity(metric, raw, t, language).text;
  const edge: uPlot.Series = {
    scale: `y${index}`,
    show: true,
    points: { show: false },
    stroke: 'transparent',
    value,
    width: 0,
  };
  const stroke = colours[index] ?? '';
  const label = needs.names[index] ?? metric;
  return [
    { label, scale: `y${index}`, stroke, width: 1.5, value, points: { size: 4 } },
    { ...edge, label: t('export.column.min') },
    { ...edge, label: t('export.column.max') },
  ];
}

function drawMarks(
  plot: uPlot,
  { range, incidents, spans, limit }: ChartNeeds,
  colour: (name: string) => string,
): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  const x = (at: number): number => plot.valToPos(at / 1_000, 'x', true);
  const y = (value: number): number => plot.valToPos(value, 'y0', true);
  const inside = (from: number, to: number): [number, number] => {
    const left = Math.max(bbox.left, x(from));
    return [left, Math.max(ratio * 2, Math.min(bbox.left + bbox.width, x(to)) - left)];
  };
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  if (range) {
    const top = range.high === undefined ? bbox.top : y(range.high);
    const bottom = range.low === undefined ? bbox.top + bbox.height : y(range.low);
    ctx.globalAlpha = 0.35;
    ctx.fillStyle = colour('--normal');
    ctx.fillRect(bbox.left, top, bbox.width, Math.max(1, bottom - top));
  }
  for (const { severity, since, closedAt } of incidents) {
    const [left, wide] = inside(since, closedAt ?? Date.now());
    ctx.fillStyle = colour(`--${severity}-solid`);
    ctx.globalAlpha = 0.14;
    ctx.fillRect(left, bbox.top, wide, bbox.height);
    ctx.globalAlpha = 1;
    ctx.fillRect(left, bbox.top, wide, BAR * ratio);
  }
  ctx.globalAlpha = 1;
  if (limit !== undefined) {
    ctx.fillStyle = colour('--fault');
    ctx.fillRect(bbox.left, y(limit) - ratio / 2, bbox.width, ratio);
  }
  ctx.fillStyle = colour('--advisory-solid');
  for (const { kind, from, to } of spans) {
    if (kind !== 'on-air') continue;
    const [left, wide] = inside(from, to);
    ctx.fillRect(left, bbox.top + bbox.height - BAR * ratio, wide, BAR * ratio);
  }
  ctx.restore();
}
