import { memo, useEffect, useRef } from 'react';
import { RECENT_MS } from '../../../shared/ipc/contract.js';
import { type MetricId, metricSpec } from '../../../shared/metrics/dictionary.js';
import { seriesKey } from '../../../shared/metrics/reading.js';
import type { Bounds } from '../../../shared/sop/profile-index.js';
import { useMonitor } from '../stores/monitor.js';
import { type Recent, useRecent } from '../stores/recent.js';
import { isSamePicture, type Point, type SparkLines, sparkLines } from './spark-lines.js';

interface SparklineProps {
  readonly metric: MetricId;
  readonly instance?: string;
  readonly low?: number;
  readonly high?: number;
}

const LINE_WIDTH = 1.5;

/** Now, by the station's clock, ms since 1970. */
const stationTime = (): number => useMonitor.getState().snapshot?.at ?? 0;

/**
 * The last ten minutes of a series with its normal range. It draws itself on a canvas when values come, without React:
 * eight of them move every two seconds all day. Hidden from screen readers, which get the figures from the details.
 */
export const Sparkline = memo(function Sparkline({ metric, instance, low, high }: SparklineProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const range: Bounds = { ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
    const key = seriesKey(metric, instance);
    let drawnAt = 0;
    let drawn: SparkLines | undefined;
    const look = (): SparkLines => {
      const track = useRecent.getState().tracks.get(key) ?? { at: [], values: [] };
      drawnAt = stationTime();
      return sparkLines(metric, range, track, drawnAt, [element.clientWidth, element.clientHeight]);
    };
    const draw = (picture = look()) => {
      drawn = picture;
      clear(element, context);
      paint(context, picture, element);
    };
    const follow = ({ tracks }: Recent, before: Recent) => {
      if (tracks !== before.tracks) return draw();
      // The picture moves by whole dots: of less nobody sees anything.
      if (Math.abs(stationTime() - drawnAt) * element.width < RECENT_MS) return;
      const picture = look();
      if (!drawn || !isSamePicture(drawn, picture)) draw(picture);
    };
    const theme = matchMedia('(prefers-color-scheme: dark)');
    const redraw = () => draw();
    const size = new ResizeObserver(redraw);
    size.observe(element);
    theme.addEventListener('change', redraw);
    const end = useRecent.subscribe(follow);
    return () => {
      size.disconnect();
      theme.removeEventListener('change', redraw);
      end();
    };
  }, [metric, instance, low, high]);
  const height = metricSpec(metric).unit === 'bool' ? 'my-1 h-3' : 'h-7';
  return <canvas ref={canvas} data-sparkline={metric} aria-hidden className={`${height} w-full text-dim`} />;
});

/** Gives the canvas as many dots as the screen has for it; clears it. */
function clear(element: HTMLCanvasElement, context: CanvasRenderingContext2D): void {
  const { clientWidth, clientHeight } = element;
  const scale = devicePixelRatio;
  const [width, height] = [Math.round(clientWidth * scale), Math.round(clientHeight * scale)];
  if (element.width !== width) element.width = width;
  if (element.height !== height) element.height = height;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, clientWidth, clientHeight);
}

function paint(context: CanvasRenderingContext2D, spark: SparkLines, element: HTMLElement): void {
  const style = getComputedStyle(element);
  const { clientWidth: width, clientHeight: height } = element;
  const { lines, band, isStep } = spark;
  context.globalAlpha = 0.45;
  if (band) {
    context.fillStyle = style.getPropertyValue('--normal');
    context.fillRect(0, band[0], width, Math.max(1, band[1] - band[0]));
  }
  if (isStep) {
    context.fillStyle = style.getPropertyValue('--line-strong');
    for (const line of lines) {
      trace(context, [[line[0]?.[0] ?? 0, height], ...line, [line.at(-1)?.[0] ?? 0, height]], height);
      context.fill();
    }
  }
  context.globalAlpha = 1;
  context.strokeStyle = style.color;
  context.lineWidth = LINE_WIDTH;
  context.lineJoin = 'round';
  for (const line of lines) {
    trace(context, line, height);
    context.stroke();
  }
}

/** Begins a path along the points, half a line away from the edges, where it would be cut. */
function trace(context: CanvasRenderingContext2D, line: readonly Point[], height: number): void {
  context.beginPath();
  for (const [x, y] of line) context.lineTo(x, Math.min(Math.max(y, LINE_WIDTH), height - LINE_WIDTH));
}
