import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism, release, version } from 'node:os';
import { dirname, join } from 'node:path';
import { app, clipboard, shell } from 'electron';
import type { DiagnosticsView, ProgramFacts } from '../../shared/diagnostics/view.js';
import { failure, type Result, success } from '../../shared/ipc/result.js';
import type { Services } from '../app/services.js';
import { SAMPLER_SERVICE } from '../monitor/sampler-child.js';
import { OwnCosts } from './costs.js';
import { readLogTail } from './log-tail.js';
import { DEVELOPMENT_MARK, gpuUse, osName, runtimeKind, sessionOf } from './surroundings.js';
import { diagnosticsText } from './text.js';

/** What is needed besides the services. */
export interface DiagnosticsNeeds {
  readonly hasTray: () => boolean;
  readonly stationName: () => string;
}

/** Answers about the program itself. Nothing is measured unless somebody asks. */
export class Diagnostics {
  private readonly costs = new OwnCosts(() => app.getAppMetrics(), availableParallelism(), SAMPLER_SERVICE);

  private readonly osName = osName(osRelease(), version());

  constructor(
    private readonly services: Services,
    private readonly needs: DiagnosticsNeeds,
  ) {}

  /** Everything, now. */
  async view(): Promise<DiagnosticsView> {
    const { monitor, samplerReport, logFile } = this.services;
    const { mode, sampler } = monitor.look();
    const { pid, at, collectors } = samplerReport;
    return {
      at: Date.now(),
      program: this.program(),
      sampler: { ...sampler, pid },
      collection: mode.kind === 'live' ? { at, collectors } : null,
      costs: this.costs.look(performance.now()),
      log: await readLogTail(logFile),
    };
  }

  /** Puts all of it into the clipboard as one text, without what must not leave this machine. */
  async copy(): Promise<Result<undefined>> {
    const { monitor, texts, redact } = this.services;
    const sources = {
      view: await this.view(),
      state: monitor.look(),
      stationName: this.needs.stationName(),
    };
    clipboard.writeText(redact(diagnosticsText(sources, texts.speech)));
    return success(undefined);
  }

  /** Shows the log file where it lies. */
  showLog(): Result<undefined> {
    const { logFile } = this.services;
    if (!existsSync(logFile)) return failure('INTERNAL', 'no log file');
    shell.showItemInFolder(logFile);
    return success(undefined);
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

function osRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
