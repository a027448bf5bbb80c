import { z } from 'zod';
import { settingsSchema } from '../settings/schema.js';
import type { InvokeChannel, InvokeMap } from './contract.js';
import { failure, type Result, success } from './result.js';

/** Reads the arguments of a call from what a page sent. */
export type Parser<C extends InvokeChannel> = (input: unknown) => Result<InvokeMap[C]['args']>;

const nothing = z.undefined();
const settingsPatch = z.strictObject({ language: settingsSchema.shape.language.unwrap().exactOptional() });

/** One parser per call. Everything in them is bounded in length. */
export const PARSERS: { readonly [C in InvokeChannel]: Parser<C> } = {
  'monitor:snapshot': parserOf(nothing),
  'settings:get': parserOf(nothing),
  'settings:update': parserOf(settingsPatch),
  'app:info': parserOf(nothing),
};

function parserOf<T>(schema: z.ZodType<T>): (input: unknown) => Result<T> {
  return (input) => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return success(parsed.data);
    const issue = parsed.error.issues[0];
    return failure('INVALID', `${issue?.path.join('.') || '(root)'}: ${issue?.message ?? 'invalid'}`);
  };
}
