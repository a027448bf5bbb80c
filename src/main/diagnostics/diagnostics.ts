import { existsSync } from 'node:fs';
import { release } from 'node:os';
import { dirname, join } from 'node:path';
import { app, type BaseWindow, clipboard, shell } from 'electron';
import type { DiagnosticsView, ProgramFacts } from '../../shared/diagnostics/view.js';
import type { Transfer } from '../../shared/ipc/contract.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import type { RawOutput } from '../../shared/sampler/protocol.js';
import type { Services } from '../app/services.js';
import { readLogTail } from './log-tail.js';
import { readLogs, saveArchive } from './save.js';
import { DEVELOPMENT_MARK, gpuUse, ownOsName, runtimeKind, sessionOf } from './surroundings.js';
import { diagnosticsText, type TextSources } from './text.js';

/** What is needed besides the services. */
export interface DiagnosticsNeeds {
  readonly hasTray: () => boolean;
  readonly stationName: () => string;
  /** Window that dialogs belong to. */
  readonly window: () => BaseWindow | null;
}

/** Longest wait for what the sources last said, ms: the sampler answers at once, or it hangs (ours). */
const RAW_WAIT_MS = 2_000;

/** Answers about the program itself. Nothing is measured unless somebody asks. */
export class Diagnostics {
  private readonly osName = ownOsName();

  constructor(
    private readonly services: Services,
    private readonly needs: DiagnosticsNeeds,
  ) {}

  /** Everything, now. */
  async view(): Promise<DiagnosticsView> {
    const { monitor, samplerReport, source, logFile, costs, crashReports } = this.services;
    // Heard of when the page asks next; waiting for it would make the first view slow.
    source.report(false);
    const { mode, sampler } = monitor.look();
    const { pid, at, collectors } = samplerReport;
    return {
      at: Date.now(),
      program: this.program(),
      sampler: { ...sampler, pid },
      collection: mode.kind === 'live' ? { at, collectors } : null,
      costs: costs.look(performance.now()),
      crashes: crashReports.summary(),
      log: await readLogTail(logFile),
    };
  }

  /** Puts all of it into the clipboard as one text, without what must not leave this machine. */
  async copy(): Promise<Result<undefined>> {
    const { texts, redact } = this.services;
    clipboard.writeText(redact(diagnosticsText(await this.textSources(), texts.speech)));
    return success(undefined);
  }

  /** What the source of a collector last said, without what must not leave this machine: it ends up in pictures of pages. */
  async raw(id: string): Promise<RawOutput | null> {
    const found = (await this.raws()).find((one) => one.id === id);
    return found ? { ...found, text: this.services.redact(found.text) } : null;
  }

  /** Asks for a place, and writes all there is for IT there as one archive. */
  save(): Promise<Result<Transfer>> {
    const { texts, redact, settings, logFile, crashReports } = this.services;
    return saveArchive({
      t: texts.speech.t,
      window: this.needs.window(),
      redact,
      gather: async () => {
        const sources = await this.textSources();
        return {
          summary: diagnosticsText(sources, texts.speech),
          view: sources.view,
          state: sources.state,
          settings: settings.current,
          raws: await this.raws(),
          logs: await readLogs(logFile),
          crashes: crashReports.texts(),
        };
      },
    });
  }

  /** Shows the log file where it lies. */
  showLog(): Result<undefined> {
    const { logFile } = this.services;
    if (!existsSync(logFile)) return failure('INTERNAL', 'no log file');
    shell.showItemInFolder(logFile);
    return success(undefined);
  }

  private async textSources(): Promise<TextSources> {
    return {
      view: await this.view(),
      state: this.services.monitor.look(),
      stationName: this.needs.stationName(),
    };
  }

  private async raws(): Promise<readonly RawOutput[]> {
    const { monitor, samplerReport, source } = this.services;
    if (monitor.mode.kind !== 'live') return [];
    const next = samplerReport.nextRaws(RAW_WAIT_MS);
    source.report(true);
    return next;
  }

  private program(): ProgramFacts {
    const { logFile, policy } = this.services;
    const { electron, chrome, node } = process.versions;
    const isMarked = existsSync(join(dirname(process.execPath), DEVELOPMENT_MARK));
    return {
      version: app.getVersion(),
      electron,
      chromium: chrome,
      node,
      runtime: runtimeKind(app.isPackaged, isMarked),
      os: `${this.osName} (${process.platform} ${release()} ${process.arch})`,
      ...sessionOf(process.env, process.platform),
      gpu: gpuUse(app.getGPUFeatureStatus().gpu_compositing),
      tray: this.needs.hasTray(),
      folder: app.getPath('userData'),
      logFile,
      policyFile: policy.file,
      policyThere: existsSync(policy.file),
    };
  }
}
