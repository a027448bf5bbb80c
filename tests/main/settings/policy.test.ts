import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { policyFile, readPolicy } from '../../../src/main/settings/policy.js';
import { NO_POLICY } from '../../../src/shared/settings/policy.js';

const dir = mkdtempSync(join(tmpdir(), 'onair-policy-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const file = join(dir, 'policy.json');

describe('readPolicy', () => {
  it('no file is no policy and no problem', () => {
    expect(readPolicy(file)).toEqual({ policy: NO_POLICY, file });
  });

  it('reads what IT wrote', () => {
    writeFileSync(
      file,
      '{"schema":1,"settings":{"tickSeconds":5},"updateFeed":"https://updates.example/onair"}',
    );
    expect(readPolicy(file).policy).toMatchObject({
      settings: { tickSeconds: 5 },
      updateFeed: expect.any(String),
    });
  });

  it.each(['{', '{"schema":2}', '{"schema":1,"settings":{"mood":1}}'])(
    '%s has no effect and is told',
    (text) => {
      writeFileSync(file, text);
      expect(readPolicy(file)).toEqual({ policy: NO_POLICY, file, problem: expect.any(String) });
    },
  );
});

describe('policyFile', () => {
  it('lies where only an administrator writes', () => {
    expect(policyFile({}, 'linux')).toBe('/etc/onair-sentry/policy.json');
    expect(policyFile({}, 'darwin')).toMatch(/^\/Library\//);
    expect(policyFile({ PROGRAMDATA: 'D:\\Data' }, 'win32')).toContain('D:\\Data');
  });
});
