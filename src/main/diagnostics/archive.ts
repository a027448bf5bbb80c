import { strToU8, type Zippable, zip } from 'fflate';
import type { DiagnosticsView } from '../../shared/diagnostics/view.js';
import type { MonitorSnapshot } from '../../shared/ipc/contract.js';
import type { RawOutput } from '../../shared/sampler/protocol.js';
import type { Settings } from '../../shared/settings/schema.js';
import { hideIn } from './hide.js';

/** What the archive is made from; nothing of it is redacted yet. */
export interface ArchiveSources {
  /** The text that is also copied. */
  readonly summary: string;
  readonly view: DiagnosticsView;
  readonly state: MonitorSnapshot;
  readonly settings: Settings;
  readonly raws: readonly RawOutput[];
  /** The log files by name. */
  readonly logs: Readonly<Record<string, string>>;
  /** Crash reports by name. */
  readonly crashes: Readonly<Record<string, string>>;
}

/**
 * The files of the archive for IT by path, with everything taken out that must not leave the machine: summary, versions
 * and costs, settings, present state, what collectors have been doing, what their sources last said, the log, crash reports.
 */
export function archiveFiles(
  { summary, view, state, settings, raws, logs, crashes }: ArchiveSources,
  redact: (text: string) => string,
): Record<string, string> {
  const json = (value: unknown): string => `${JSON.stringify(hideIn(value, redact), null, 2)}\n`;
  const { at, program, sampler, costs, collection } = view;
  return {
    'summary.txt': redact(summary),
    'program.json': json({ schema: 1, at, program, sampler, costs }),
    'settings.json': json(settings),
    'state.json': json(state),
    'collectors.json': json(collection),
    ...Object.fromEntries(raws.map((raw) => [`raw/${fileName(raw.id)}.txt`, rawText(raw, redact)])),
    ...inFolder('log', logs, redact),
    ...inFolder('crashes', crashes, redact),
  };
}

/** Packs files into a zip. Large ones are packed in threads of the library, so that nothing else waits for it. */
export function pack(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zippable: Zippable = Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, strToU8(text)]),
  );
  return new Promise((resolve, reject) =>
    zip(zippable, (error, data) => (error ? reject(error) : resolve(data))),
  );
}

function inFolder(
  folder: string,
  files: Readonly<Record<string, string>>,
  redact: (text: string) => string,
): Record<string, string> {
  const entries = Object.entries(files).map(([name, text]) => [`${folder}/${name}`, byLine(text, redact)]);
  return Object.fromEntries(entries);
}

function rawText({ at, of, text }: RawOutput, redact: (text: string) => string): string {
  return `${new Date(at).toISOString()} (${of})\n\n${redact(text)}\n`;
}

/** A redactor looks at a bounded text only; a log is longer than that. */
const byLine = (text: string, redact: (text: string) => string): string =>
  text.split('\n').map(redact).join('\n');

/** Ids of collectors are plain words; whatever else one may hold one day must not become a path. */
const fileName = (id: string): string => id.replace(/[^\w.-]/g, '_').replace(/^\.+/, '');
