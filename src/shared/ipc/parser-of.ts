import type { z } from 'zod';
import { failure, type Result, success } from './result.js';

/** A parser of a call's arguments from their schema: the value, or where and why it is not one. */
export function parserOf<T>(schema: z.ZodType<T>): (input: unknown) => Result<T> {
  return (input) => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return success(parsed.data);
    const issue = parsed.error.issues[0];
    return failure('INVALID', `${issue?.path.join('.') || '(root)'}: ${issue?.message ?? 'invalid'}`);
  };
}
