import { FieldError } from '../controls/FieldError.js';
import type { Place, RuleForm } from './use-rule.js';

/** What is wrong with a change, at the place in the rule where it was made. */
export function RowError({ form, place }: { readonly form: RuleForm; readonly place: Place }) {
  return <FieldError error={form.problem?.place === place ? form.problem.key : null} />;
}
