import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { latencyRise, type UploadPlan, type UploadProgress } from '../../shared/precheck/network.js';

/** Pieces are sent this often, ms: several of them fit into one step of the rate. */
const PIECE_MS = 100;
/** Pieces on their way at once: enough for 400 ms of round trip at the wanted rate. */
const IN_FLIGHT = 6;
/** Round trips asked before the load, and how often under it, ms. */
const IDLE_TRIPS = 8;
const TRIP_MS = 300;
/** A piece or a round trip without an answer, ms. */
const ANSWER_MS = 4_000;

/** What an upload showed. */
export interface UploadRun {
  /** What the other side had, and when. */
  readonly progress: readonly UploadProgress[];
  /** How much the round trip grew under load, ms; null: too few answers. */
  readonly latencyRise: number | null;
  /** The host did not take the first piece. */
  readonly failed: boolean;
}

/**
 * Sends what the plan allows to an address, in pieces that the host acknowledges one by one: what lies in a buffer on the
 * way counts for nothing. Never more than the plan's bytes and time, and ends at once with the signal.
 * @param address http or https; anything that answers a POST with 2xx after it was read
 */
export async function measureUpload(address: URL, plan: UploadPlan, signal: AbortSignal): Promise<UploadRun> {
  const secure = address.protocol === 'https:';
  const agent = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: IN_FLIGHT });
  // Its own connection, so that a round trip does not wait behind a piece.
  const aside = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 1 });
  const send = (body: Uint8Array, via: HttpAgent | HttpsAgent) => post(address, body, via, signal);
  const empty = new Uint8Array(0);
  try {
    const idle: number[] = [];
    // The first one pays for the connection.
    if ((await timed(() => send(empty, aside))) === null)
      return { progress: [], latencyRise: null, failed: true };
    for (let i = 0; i < IDLE_TRIPS && !signal.aborted; i++) {
      const trip = await timed(() => send(empty, aside));
      if (trip !== null) idle.push(trip);
    }
    const loaded: number[] = [];
    const begun = performance.now();
    const ends = new AbortController();
    const watching = watchTrips(() => send(empty, aside), loaded, AbortSignal.any([signal, ends.signal]));
    const progress = await sendPieces((body) => send(body, agent), plan, begun, signal);
    ends.abort();
    await watching;
    return { progress, latencyRise: latencyRise(idle, loaded), failed: progress.length === 0 };
  } finally {
    agent.destroy();
    aside.destroy();
  }
}

async function sendPieces(
  send: (body: Uint8Array) => Promise<boolean>,
  plan: UploadPlan,
  begun: number,
  signal: AbortSignal,
): Promise<UploadProgress[]> {
  const size = Math.max(1, Math.round((plan.paceKbps / 8) * PIECE_MS));
  // Bytes that do not compress: a network that shrinks zeros would look faster than it is.
  const piece = crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536)));
  const body = new Uint8Array(size).map((_, i) => piece[i % piece.length] ?? 0);
  const progress: UploadProgress[] = [];
  const flying = new Set<Promise<void>>();
  let [sent, arrived, refused] = [0, 0, 0];
  const elapsed = () => performance.now() - begun;
  while (!signal.aborted && elapsed() < plan.totalMs && sent + size <= plan.bytes && refused < IN_FLIGHT) {
    const due = (sent / size) * PIECE_MS;
    if (flying.size >= IN_FLIGHT) await Promise.race(flying);
    else if (elapsed() < due) await sleep(due - elapsed());
    else {
      sent += size;
      const one = send(body).then((taken) => {
        flying.delete(one);
        if (!taken) refused += 1;
        else if (elapsed() <= plan.totalMs) {
          arrived += size;
          progress.push({ atMs: elapsed(), bytes: arrived });
        }
      });
      flying.add(one);
    }
  }
  const left = plan.totalMs - elapsed();
  if (left > 0 && flying.size > 0) await Promise.race([Promise.all(flying), sleep(left)]);
  // The time that nothing arrived any more belongs to the rate.
  if (progress.length > 0 && !signal.aborted && sent + size <= plan.bytes)
    progress.push({ atMs: plan.totalMs, bytes: arrived });
  return progress;
}

async function watchTrips(
  trip: () => Promise<boolean>,
  loaded: number[],
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const took = await timed(trip);
    if (took !== null && !signal.aborted) loaded.push(took);
    await sleep(TRIP_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** How long something took, ms; null: it failed. */
async function timed(action: () => Promise<boolean>): Promise<number | null> {
  const begun = performance.now();
  return (await action()) ? performance.now() - begun : null;
}

/** @returns whether the host answered that it has it */
function post(
  address: URL,
  body: Uint8Array,
  agent: HttpAgent | HttpsAgent,
  signal: AbortSignal,
): Promise<boolean> {
  return new Promise((resolve) => {
    const request = address.protocol === 'https:' ? httpsRequest : httpRequest;
    const headers = { 'Content-Type': 'application/octet-stream', 'Content-Length': body.length };
    const options = { method: 'POST', agent, headers, signal, timeout: ANSWER_MS };
    const sending = request(address, options, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(isTaken(answer.statusCode)));
      answer.on('error', () => resolve(false));
    });
    sending.on('timeout', () => sending.destroy());
    sending.on('error', () => resolve(false));
    sending.end(body);
  });
}

const isTaken = (status = 0): boolean => status >= 200 && status < 300;
