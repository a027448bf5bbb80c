import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collector, Sample } from '../../collector.js';
import type { CommandResult, RunCommand } from '../../command.js';
import { answerOf } from '../answers.js';
import { TOOLS } from './tools.js';

const GATEKEEPER = 'spctl --status';
const DAY_MS = 24 * 3_600_000;

/** Where the definitions of XProtect lie, the ones in use first (macOS 15 has moved them). */
const BUNDLES = [
  'private/var/protected/xprotect/XProtect.bundle',
  'Library/Apple/System/Library/CoreServices/XProtect.bundle',
  'System/Library/CoreServices/XProtect.bundle',
];

/** Definitions older than this have a date that is not theirs, days (ours). */
const MAX_AGE_DAYS = 3_650;

/** Reads whether programs are checked before they are run; null: it does not say. */
export function parseGatekeeper(text: string): boolean | null {
  if (/^assessments enabled\s*$/m.test(text)) return true;
  return /^assessments disabled\s*$/m.test(text) ? false : null;
}

/** Reads the version of a bundle out of its Info.plist; null: not there, or not written as text. */
export function parseBundleVersion(plist: string): string | null {
  return /<key>CFBundleShortVersionString<\/key>\s*<string>([\w.]{1,20})<\/string>/.exec(plist)?.[1] ?? null;
}

interface Definitions {
  readonly path: string;
  readonly version: string | null;
  readonly at: number;
}

/**
 * `antivirus.enabled` (Gatekeeper checks what is started, with the definitions of XProtect) and
 * `antivirus.definitionAge`, of what macOS has built in. Products of others are not seen. `root` stands for `/`.
 */
export function createAntivirus(run: RunCommand, root: string): Collector {
  return {
    id: 'macos.antivirus',
    metrics: ['antivirus.enabled', 'antivirus.definitionAge'],
    tier: 'rare',
    timeoutMs: 10_000,
    async read(context) {
      const [status, definitions] = await Promise.all([
        run(TOOLS.spctl, ['--status'], context),
        findDefinitions(root),
      ]);
      return [enabled(status, definitions), age(definitions, context.at)];
    },
  };
}

async function findDefinitions(root: string): Promise<Definitions | null> {
  for (const bundle of BUNDLES) {
    const path = join(root, bundle, 'Contents/Info.plist');
    try {
      const { mtimeMs } = await stat(path);
      const version = parseBundleVersion(await readFile(path, 'utf8'));
      return { path: `/${bundle}`, version, at: mtimeMs };
    } catch {
      // Not in this place on this macOS, or closed to users: the next one.
    }
  }
  return null;
}

function enabled(status: CommandResult, definitions: Definitions | null): Sample {
  const head = { metric: 'antivirus.enabled', source: GATEKEEPER } as const;
  // With Gatekeeper off the program ends with an error and says so all the same.
  const words =
    status.kind === 'failed' ? `${status.stdout}\n${status.stderr}` : (answerOf(status).text ?? '');
  const checks = parseGatekeeper(words);
  if (checks === null) return { ...head, missing: answerOf(status).missing ?? 'failed' };
  if (!checks) return { ...head, value: 0, note: 'Gatekeeper' };
  if (definitions === null) return { ...head, missing: 'failed', note: 'XProtect' };
  return { ...head, value: 1, note: `Gatekeeper, XProtect ${definitions.version ?? ''}`.trim() };
}

function age(definitions: Definitions | null, now: number): Sample {
  const metric = 'antivirus.definitionAge';
  if (definitions === null) return { metric, source: 'XProtect', missing: 'failed' };
  const { path, version, at } = definitions;
  const days = (now - at) / DAY_MS;
  // A clock that was set a little back makes new definitions come from the future.
  if (days < -1 || days > MAX_AGE_DAYS) return { metric, source: path, missing: 'failed' };
  return { metric, source: path, value: Math.max(0, days), note: `XProtect ${version ?? ''}`.trim() };
}
