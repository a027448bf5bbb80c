import { join } from 'node:path';
import { NO_POLICY, type Policy, policySchema } from '../../shared/settings/policy.js';
import { readJsonFile } from './json-file.js';

/** The policy of this machine; `problem` says why a file that is there does not count. */
export interface FoundPolicy {
  readonly policy: Policy;
  readonly file: string;
  readonly problem?: string;
}

/** Where IT puts the policy: a folder that only an administrator can write to. */
export function policyFile(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  switch (platform) {
    case 'win32':
      return join(env.PROGRAMDATA || 'C:\\ProgramData', 'onair-sentry', 'policy.json');
    case 'darwin':
      return '/Library/Application Support/onair-sentry/policy.json';
    default:
      return '/etc/onair-sentry/policy.json';
  }
}

/** Reads the policy of this machine; no file is no policy. Never writes. */
export function readPolicy(file: string = policyFile()): FoundPolicy {
  const { value, problem } = readJsonFile(file, policySchema);
  return { policy: value ?? NO_POLICY, file, ...(problem !== undefined && { problem }) };
}
