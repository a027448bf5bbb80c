import { z } from 'zod';
import type { MetricState } from '../../health/state.js';
import type { MetricId } from '../../metrics/dictionary.js';
import type { GoEvent } from '../go/events.js';

const ids = z.array(z.string().max(400)).max(200);

/** Schema of what a GO depends on at one moment, as it is stored. null: not known. */
export const watchSchema = z.strictObject({
  cameras: ids.nullable(),
  microphones: ids.nullable(),
  muted: z.boolean().nullable(),
  ac: z.boolean().nullable(),
  network: z.string().max(800).nullable(),
});

/** What a GO depends on at one moment. */
export type Watch = z.infer<typeof watchSchema>;

/** Nothing is known. */
export const NOTHING_KNOWN: Watch = {
  cameras: null,
  microphones: null,
  muted: null,
  ac: null,
  network: null,
};

/** What is known now; what can't be read now is as it was. */
export function watchNow(states: readonly MetricState[], before: Watch): Watch {
  const of = (metric: MetricId) => states.filter((one) => one.metric === metric);
  const known = (metric: MetricId) => of(metric).find(({ value }) => value !== null);
  const flag = (metric: MetricId, was: boolean | null) => {
    const values = of(metric).flatMap(({ value }) => value ?? []);
    return values.length === 0 ? was : values.some((value) => value >= 1);
  };
  const present = (metric: MetricId, was: string[] | null) =>
    known(metric)
      ? of(metric)
          .flatMap(({ instance, value, gone }) =>
            instance !== undefined && value === 1 && gone === undefined ? [instance] : [],
          )
          .sort()
      : was;
  const link = known('network.link');
  return {
    cameras: present('camera.present', before.cameras),
    microphones: present('microphone.present', before.microphones),
    muted: flag('microphone.muted', before.muted),
    ac: flag('power.ac', before.ac),
    // A lost link has an incident of its own; another network shows when there is a link again.
    network: link?.value === 1 ? `${link.source} ${link.note ?? ''}`.slice(0, 800) : before.network,
  };
}

/** What is known now of the devices that were there before: one that was plugged in since was not checked. */
export function watchOn(states: readonly MetricState[], before: Watch): Watch {
  const now = watchNow(states, before);
  const only = (was: string[] | null, is: string[] | null) =>
    was === null ? is : (is?.filter((id) => was.includes(id)) ?? null);
  return {
    ...now,
    cameras: only(before.cameras, now.cameras),
    microphones: only(before.microphones, now.microphones),
  };
}

/** What happened between two moments, as far as a GO depends on it. @param at ms since 1970 */
export function goEventsBetween(before: Watch, now: Watch, at: number): GoEvent[] {
  const events: GoEvent[] = [];
  if (isGone(before.cameras, now.cameras)) events.push({ type: 'device-changed', at, device: 'camera' });
  if (isGone(before.microphones, now.microphones))
    events.push({ type: 'device-changed', at, device: 'microphone' });
  if (before.muted === false && now.muted === true) events.push({ type: 'muted', at });
  if (before.ac === true && now.ac === false) events.push({ type: 'ac-lost', at });
  if (before.network !== null && now.network !== null && before.network !== now.network)
    events.push({ type: 'network-changed', at });
  return events;
}

/** Whether a device that was there is not there any more; one more changes nothing about those that were checked. */
const isGone = (before: readonly string[] | null, now: readonly string[] | null): boolean =>
  before !== null && now !== null && before.some((id) => !now.includes(id));
