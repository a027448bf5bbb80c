import { readFileSync } from 'node:fs';
import type { HostAnswer } from '../../../../../src/main/sampler/collectors/windows/powershell/host.js';

const FOLDER = new URL('../../../../fixtures/windows/', import.meta.url);

/** Text of a fixture; where it comes from: tests/fixtures/windows/SOURCES.md. */
export const fixtureText = (path: string): string => readFileSync(new URL(path, FOLDER), 'utf8');

/** A fixture that is an answer of the host. */
export const fixture = (path: string): HostAnswer => JSON.parse(fixtureText(path)) as HostAnswer;

/** The value of one part of an answer. */
export const partValue = (answer: HostAnswer, part: string): Record<string, unknown> =>
  (answer[part] as { readonly value: Record<string, unknown> }).value;
