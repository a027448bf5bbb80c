import { parseProfile } from '../../../src/shared/sop/parse.js';
import type { Profile } from '../../../src/shared/sop/schema.js';

const files = import.meta.glob<string>('../../../resources/sop/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The procedure that is shipped; read without Node, which a page's tests don't have. */
export function shippedProfile(): Profile {
  const parsed = parseProfile(JSON.parse(Object.values(files)[0] ?? ''));
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return parsed.profile;
}
