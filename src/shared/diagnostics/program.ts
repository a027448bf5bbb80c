import { formatNumber } from '../format/number.js';
import { scaleBytes } from '../format/scale.js';
import { formatMoment } from '../format/time.js';
import type { Speech } from '../health/messages.js';
import { type DiagnosticsView, PROCESS_KINDS, type ProcessCost } from './view.js';

/** A fact with its name. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** A place on this computer, which is read letter by letter. */
  readonly isPath?: boolean;
}

/** The program and what it stands on, for people. */
export function programFacts(view: DiagnosticsView, speech: Speech): Fact[] {
  const { program, sampler, crashes } = view;
  const { t } = speech;
  const { display, desktop } = program;
  const session = [display && t(`ui.diag.display.${display}`), desktop].filter(Boolean).join(' · ');
  const process = sampler.pid === null ? '' : t('ui.diag.sampler.pid', { pid: sampler.pid });
  return [
    { label: t('ui.diag.version'), value: program.version },
    { label: t('ui.diag.runtime'), value: t(`ui.diag.runtime.${program.runtime}`) },
    {
      label: t('ui.diag.engines'),
      value: `Electron ${program.electron} · Chromium ${program.chromium} · Node ${program.node}`,
    },
    { label: t('ui.diag.os'), value: program.os },
    ...(session === '' ? [] : [{ label: t('ui.diag.session'), value: session }]),
    { label: t('ui.diag.gpu'), value: t(`ui.diag.gpu.${program.gpu}`) },
    { label: t('ui.diag.tray'), value: t(program.tray ? 'ui.diag.tray.there' : 'ui.diag.tray.absent') },
    {
      label: t('ui.diag.sampler'),
      value: [
        t(`ui.sampler.${sampler.state}`),
        t('ui.diag.sampler.restarts', { count: sampler.restarts }),
        process,
      ]
        .filter(Boolean)
        .join(' · '),
    },
    { label: t('ui.diag.folder'), value: program.folder, isPath: true },
    { label: t('ui.diag.logFile'), value: program.logFile, isPath: true },
    { label: t('ui.diag.crashes'), value: crashWords(view, speech) },
    ...(crashes.count === 0
      ? []
      : [{ label: t('ui.diag.crashes.folder'), value: crashes.folder, isPath: true }]),
    {
      label: t(program.policyThere ? 'ui.diag.policy' : 'ui.diag.policy.none'),
      value: program.policyFile,
      isPath: true,
    },
  ];
}

function crashWords({ at, crashes }: DiagnosticsView, { t, language }: Speech): string {
  if (crashes.newest === null) return t('ui.diag.crashes.none');
  const time = formatMoment(crashes.newest, at, language);
  return t('ui.diag.crashes.some', { count: crashes.count, time });
}

/** What one process costs, or all of them, in words. */
export interface CostWords {
  readonly name: string;
  readonly pid: number | null;
  readonly cpu: string;
  readonly memory: string;
}

/** What the program costs, process by process, the sum last. */
export function costWords(costs: readonly ProcessCost[], speech: Speech): CostWords[] {
  const { t } = speech;
  const order = (one: ProcessCost): number => PROCESS_KINDS.indexOf(one.kind);
  const rows = [...costs]
    .sort((a, b) => order(a) - order(b))
    .map((one) => ({ name: t(`ui.diag.process.${one.kind}`), pid: one.pid, ...amounts(one, speech) }));
  const known = costs.every(({ cpu }) => cpu !== null);
  const sum = {
    cpu: known ? costs.reduce((all, { cpu }) => all + (cpu ?? 0), 0) : null,
    memory: costs.reduce((all, { memory }) => all + memory, 0),
  };
  return [...rows, { name: t('ui.diag.process.all'), pid: null, ...amounts(sum, speech) }];
}

function amounts({ cpu, memory }: Pick<ProcessCost, 'cpu' | 'memory'>, { t, language }: Speech) {
  const { number, unit } = scaleBytes(language, memory);
  return {
    cpu: cpu === null ? t('ui.diag.cpu.soon') : `${formatNumber(language, cpu, 1, 1)}%`,
    memory: `${number} ${unit}`,
  };
}
