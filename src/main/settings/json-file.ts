import { readFileSync } from 'node:fs';
import type { ZodType } from 'zod';

/** What a file held: its value, why it does not count, or neither when there is no such file. */
export interface FoundJson<T> {
  readonly value?: T;
  readonly problem?: string;
}

/** Reads a JSON file and checks it, without touching anything. */
export function readJsonFile<T>(file: string, schema: ZodType<T>): FoundJson<T> {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return { value: parsed.data };
    const issue = parsed.error.issues[0];
    return { problem: `${issue?.path.join('.') || '(root)'}: ${issue?.message}` };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? {} : { problem: message };
  }
}
