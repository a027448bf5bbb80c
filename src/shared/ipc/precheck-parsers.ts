import { z } from 'zod';
import { draftSchema } from '../precheck/flow/draft.js';
import { ITEM_IDS } from '../precheck/items.js';
import { parserOf } from './parser-of.js';

/** Largest picture of a check, bytes: a small JPEG. */
const PICTURE_LIMIT = 400_000;

const nothing = parserOf(z.undefined());
const seq = z.number().int().min(1).max(10_000_000);
const jpeg = z
  .instanceof(Uint8Array)
  .refine(({ length }) => length > 3 && length <= PICTURE_LIMIT, 'too large')
  .refine((bytes) => bytes[0] === 0xff && bytes[1] === 0xd8, 'no JPEG');

/** One parser per call of the pre-check. Everything in them is bounded in length. */
export const PRECHECK_PARSERS = {
  'precheck:get': nothing,
  'precheck:draft': nothing,
  'precheck:start': nothing,
  'precheck:again': parserOf(
    z.strictObject({ seq, items: z.array(z.enum(ITEM_IDS)).min(1).max(ITEM_IDS.length) }),
  ),
  'precheck:save': parserOf(draftSchema),
  'precheck:discard': nothing,
  'precheck:begin': nothing,
  'precheck:end': nothing,
  'precheck:station': nothing,
  'precheck:upload': parserOf(z.strictObject({ kbps: z.number().min(100).max(200_000) })),
  'precheck:stopUpload': nothing,
  'precheck:picture': parserOf(z.strictObject({ jpeg })),
  'precheck:photo': parserOf(z.strictObject({ item: z.enum(ITEM_IDS), jpeg })),
  'precheck:getPicture': parserOf(z.strictObject({ seq, item: z.enum(ITEM_IDS).exactOptional() })),
  'precheck:finish': nothing,
  'precheck:list': nothing,
  'precheck:record': parserOf(z.strictObject({ seq })),
  'precheck:export': parserOf(z.strictObject({ seq, media: z.boolean() })),
  'precheck:print': parserOf(z.strictObject({ to: z.enum(['pdf', 'printer']) })),
};
