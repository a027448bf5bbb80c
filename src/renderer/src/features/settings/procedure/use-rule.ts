import { useState } from 'react';
import type { RuleChange } from '../../../../../shared/sop/overrides.js';
import { usePreferences } from '../../../stores/settings.js';
import { useWho } from '../../../stores/who.js';
import { changeOf, problemOf, type RuleEdit, type ShippedRule, withChange } from '../rule-model.js';
import { useChange } from '../use-change.js';
import { useEntryLock } from '../use-lock.js';

/** Place in a rule where a refused change is explained. */
export type Place = 'limits' | 'range' | 'hold' | 'required' | 'margin';

/** One rule being edited. */
export interface RuleForm {
  readonly change: RuleChange | undefined;
  readonly locked: string | undefined;
  /** Nobody said who, or IT fixed it. */
  readonly disabled: boolean;
  readonly problem: { readonly place: Place; readonly key: RuleProblemKey } | null;
  /** Stores an edit unless it contradicts itself. @returns whether it was taken */
  readonly store: (place: Place, edit: RuleEdit) => Promise<boolean>;
  readonly restore: () => void;
  readonly forgive: () => void;
}

type RuleProblemKey = NonNullable<ReturnType<typeof useChange>['error']>;

/** Holds the stored change of a rule and stores new ones. */
export function useRule({ key, rule }: ShippedRule): RuleForm {
  const overrides = usePreferences(({ settings }) => settings?.overrides) ?? {};
  const change = overrides[key];
  const name = useWho((state) => state.name);
  const locked = useEntryLock('overrides', key);
  const { error, apply, refuse } = useChange('ui.settings.contradiction.limits');
  const [place, setPlace] = useState<Place>('limits');
  const standing = problemOf(rule, change);
  return {
    change,
    locked,
    disabled: name === '' || locked !== undefined,
    problem: error
      ? { place, key: error }
      : // What is stored may contradict itself: a file was edited by hand, or the procedure is a newer one.
        standing
        ? { place: standing, key: contradiction(standing) }
        : null,
    store: async (where, edit) => {
      setPlace(where);
      const next = changeOf(edit, name, Date.now());
      const problem = problemOf(rule, next);
      if (problem) {
        refuse(contradiction(problem));
        return false;
      }
      return apply({ overrides: withChange(overrides, key, next) });
    },
    restore: () => {
      const without = withChange(overrides, key, undefined);
      void apply({ overrides: without }, { text: 'ui.settings.restored', before: { overrides } });
    },
    forgive: () => refuse(null),
  };
}

const contradiction = (field: 'limits' | 'range' | 'margin') =>
  field === 'range'
    ? ('ui.settings.contradiction.range' as const)
    : ('ui.settings.contradiction.limits' as const);
