import { get } from 'node:http';
import type { ReadContext } from '../../../collector.js';
import { type LhmSensor, parseSensors } from './sensors.js';

/** What LibreHardwareMonitor says. */
export type LhmAnswer =
  | { readonly kind: 'sensors'; readonly sensors: readonly LhmSensor[] }
  /** Nobody listens there: it is not installed, not running, or its web server is off. */
  | { readonly kind: 'absent' }
  /** Somebody listens, but wants a password. */
  | { readonly kind: 'locked' }
  /** Somebody listens, but gives no answer in time, or none that can be read. */
  | { readonly kind: 'failed' | 'timed-out' };

/** Asks LibreHardwareMonitor; several askers of one moment share an answer. */
export interface LhmReader {
  read(context: Pick<ReadContext, 'monotonic' | 'raw'>): Promise<LhmAnswer>;
}

/** Its default port; the address is this machine's own and never another one. */
const PORT = 8_085;
/** Longest wait, ms. A closed port is only told after two seconds by Windows. */
const TIMEOUT_MS = 1_500;
/** Largest answer that is read, characters; real ones have 100,000. */
const ANSWER_LIMIT = 4 * 1_024 * 1_024;
/** The askers of one tick share an answer, ms; where nobody listens, it is asked again after this long. */
const SAME_TICK_MS = 500;
const ABSENT_MS = 30_000;

/** Makes a reader of LibreHardwareMonitor's own web server on this machine. */
export function createLhmReader(port: number = PORT, timeoutMs: number = TIMEOUT_MS): LhmReader {
  let kept: { readonly at: number; readonly answer: Promise<LhmAnswer>; holdMs: number } | null = null;
  return {
    async read({ monotonic, raw }) {
      if (kept === null || monotonic - kept.at >= kept.holdMs || monotonic < kept.at) {
        const asked = { at: monotonic, answer: ask(port, timeoutMs, raw), holdMs: SAME_TICK_MS };
        kept = asked;
        void asked.answer.then(({ kind }) => {
          if (kind === 'absent') asked.holdMs = ABSENT_MS;
        });
      }
      return kept.answer;
    },
  };
}

function ask(port: number, timeoutMs: number, raw: (text: string) => void): Promise<LhmAnswer> {
  return new Promise((resolve) => {
    let connected = false;
    let text = '';
    const request = get({ host: '127.0.0.1', port, path: '/data.json', agent: false });
    const end = (answer: LhmAnswer): void => {
      clearTimeout(timer);
      request.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end({ kind: connected ? 'timed-out' : 'absent' }), timeoutMs);
    request.on('socket', (socket) => socket.on('connect', () => (connected = true)));
    request.on('error', () => end({ kind: connected ? 'failed' : 'absent' }));
    request.on('response', (response) => {
      if (response.statusCode === 401) return end({ kind: 'locked' });
      if (response.statusCode !== 200) return end({ kind: 'failed' });
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > ANSWER_LIMIT) end({ kind: 'failed' });
      });
      response.on('error', () => end({ kind: 'failed' }));
      response.on('end', () => {
        raw(text);
        const sensors = parseSensors(text);
        end(sensors === null ? { kind: 'failed' } : { kind: 'sensors', sensors });
      });
    });
  });
}
