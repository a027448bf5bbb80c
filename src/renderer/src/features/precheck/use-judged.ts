import { useMemo } from 'react';
import type { Draft } from '../../../../shared/precheck/flow/draft.js';
import { type Judged, judgeDraft } from '../../../../shared/precheck/flow/evidence.js';
import type { PrecheckSection } from '../../../../shared/precheck/section.js';
import { useProcedure } from '../../stores/procedure.js';

/** How the procedure judges the pre-check; undefined: not known yet, or it has nothing about it. */
export const useSection = (): PrecheckSection | undefined =>
  useProcedure(({ procedure }) => procedure?.effective.precheck);

/** The check that is being made, judged as it is now. */
export function useJudged(draft: Draft): Judged {
  const section = useSection();
  return useMemo(() => judgeDraft(draft, section, Date.now()), [draft, section]);
}
