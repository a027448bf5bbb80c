import type { MetricId } from '../metrics/dictionary.js';
import type { SystemPage } from './system-pages.js';

/** What there is a playbook for: faults by part, and the clauses on what to do when something happens. */
export const PLAYBOOK_IDS = [
  'R1.a',
  'R1.b',
  'R1.c',
  'R1.d',
  'R1.e',
  'R1.f',
  'R1.g',
  'F1',
  'P4',
  'S3.a',
  'S3.b',
  'S3.c',
  'S3.d',
  'S3.e',
] as const;

/** A playbook of {@link PLAYBOOK_IDS}. */
export type PlaybookId = (typeof PLAYBOOK_IDS)[number];

/** Playbooks about what only people notice, or may notice first; the emergency has a button of its own. */
export const PROCEDURES = ['S3.a', 'S3.b', 'S3.c', 'S3.d'] as const satisfies readonly PlaybookId[];

/** One step; its text is `playbook.ID.STEP` in the catalogues. */
export interface PlaybookStep {
  readonly id: string;
  /** Values that show whether the step helped. */
  readonly metrics?: readonly MetricId[];
  /** Page of the system's settings where it is done. */
  readonly opens?: SystemPage;
}

const step = (id: string, metrics?: readonly MetricId[], opens?: SystemPage): PlaybookStep => ({
  id,
  ...(metrics && { metrics }),
  ...(opens && { opens }),
});

/** What to do, in the order in which it is done: the harmless and likely first. Order and content are ours. */
export const PLAYBOOKS: Readonly<Record<PlaybookId, readonly PlaybookStep[]>> = {
  'R1.a': [
    step('vents', ['cpu.temperature', 'fan.speed']),
    step('programs', ['cpu.load']),
    step('room'),
    step('wait', ['cpu.temperature']),
    step('dust', ['fan.speed']),
  ],
  'R1.b': [
    step('save'),
    step('space', ['disk.free'], 'storage'),
    step('busy', ['disk.busy', 'disk.latency']),
    step('cable', ['disk.smart', 'disk.errors']),
    step('replace', ['disk.smart']),
  ],
  'R1.c': [
    step('close', ['memory.usage']),
    step('tabs', ['memory.usage', 'memory.swap']),
    step('restart'),
    step('errors', ['memory.errors']),
  ],
  'R1.d': [
    step('cable', ['network.link', 'network.linkSpeed']),
    step('wifi', ['network.signal'], 'network'),
    step('load', ['network.tx.rate', 'network.rx.rate']),
    step('router', ['network.loss', 'network.latency']),
    step('bitrate', ['network.loss', 'network.jitter']),
  ],
  'R1.e': [
    step('plug', ['camera.present']),
    step('port', ['camera.present']),
    step('busy', ['camera.inUse']),
    step('allowed', ['camera.error'], 'camera'),
    step('other'),
  ],
  'R1.f': [
    step('plug', ['microphone.present']),
    step('switch', ['microphone.muted'], 'sound'),
    step('chosen', ['microphone.present'], 'sound'),
    step('allowed', ['microphone.inUse'], 'microphone'),
    step('other'),
  ],
  'R1.g': [
    step('plug', ['power.ac']),
    step('socket', ['power.ac', 'power.voltage']),
    step('save', ['power.battery'], 'power'),
    step('other', ['power.ac', 'power.current']),
  ],
  F1: [
    step('note', ['system.crash', 'system.hang', 'system.unexpectedReboot', 'display.reset']),
    step('changed'),
    step('updates', ['system.updates', 'system.restartPending'], 'updates'),
    step('security', ['antivirus.enabled'], 'security'),
    step('heat', ['cpu.temperature', 'memory.errors']),
  ],
  P4: [
    step('busy', ['cpu.load', 'memory.usage']),
    step('restart', ['self.cpu', 'self.memory']),
    step('diagnostics'),
  ],
  'S3.a': [step('stop'), step('look'), step('switch'), step('record')],
  'S3.b': [
    step('link', ['network.link'], 'network'),
    step('others'),
    step('router', ['network.loss', 'network.latency']),
    step('spare', ['network.link', 'network.loss']),
    step('tell'),
  ],
  'S3.c': [step('stop'), step('keep'), step('compare'), step('restore')],
  'S3.d': [
    step('equipment', ['network.loss', 'network.tx.rate']),
    step('numbers'),
    step('change'),
    step('note'),
  ],
  'S3.e': [step('alert'), step('stop'), step('cut'), step('keep'), step('record')],
};

/** The playbook for a fault: that of its part, but a lost network has one of its own in the procedure. */
export function playbookFor({
  metric,
  clause,
}: {
  readonly metric: MetricId;
  readonly clause: string;
}): PlaybookId {
  if (metric === 'network.link') return 'S3.b';
  return PLAYBOOK_IDS.find((id) => id === clause) ?? 'F1';
}
