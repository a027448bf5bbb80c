import { memo, useEffect, useRef } from 'react';
import type { MetricId } from '../../../shared/metrics/dictionary.js';
import { seriesKey } from '../../../shared/metrics/reading.js';
import type { Bounds } from '../../../shared/sop/profile-index.js';
import { useMonitor } from '../stores/monitor.js';
import { useRecent } from '../stores/recent.js';
import { type SparkLines, sparkLines } from './spark-lines.js';

interface SparklineProps {
  readonly metric: MetricId;
  readonly instance?: string;
  readonly low?: number;
  readonly high?: number;
}

const LINE_WIDTH = 1.5;

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
    const draw = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const now = useMonitor.getState().snapshot?.at ?? 0;
      const track = useRecent.getState().tracks.get(key) ?? { at: [], values: [] };
      clear(element, context);
      paint(context, sparkLines(metric, range, track, now, [width, height]), element);
    };
    const theme = matchMedia('(prefers-color-scheme: dark)');
    const size = new ResizeObserver(draw);
    size.observe(element);
    theme.addEventListener('change', draw);
    const end = useRecent.subscribe(draw);
    return () => {
      size.disconnect();
      theme.removeEventListener('change', draw);
      end();
    };
  }, [metric, instance, low, high]);
  return <canvas ref={canvas} data-sparkline={metric} aria-hidden className="h-8 w-full text-dim" />;
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

function paint(context: CanvasRenderingContext2D, { lines, band }: SparkLines, element: HTMLElement): void {
  const style = getComputedStyle(element);
  if (band) {
    context.globalAlpha = 0.45;
    context.fillStyle = style.getPropertyValue('--normal');
    context.fillRect(0, band[0], element.clientWidth, Math.max(1, band[1] - band[0]));
    context.globalAlpha = 1;
  }
  context.strokeStyle = style.color;
  context.lineWidth = LINE_WIDTH;
  context.lineJoin = 'round';
  context.beginPath();
  for (const line of lines)
    line.forEach(([x, y], index) => {
      // Half a line away from the edges, where it would be cut.
      const inside = Math.min(Math.max(y, LINE_WIDTH), element.clientHeight - LINE_WIDTH);
      if (index === 0) context.moveTo(x, inside);
      else context.lineTo(x, inside);
    });
  context.stroke();
}
