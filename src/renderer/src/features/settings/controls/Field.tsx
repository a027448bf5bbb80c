import type { ReactNode } from 'react';
import type { MessageKey } from '../../../../../shared/i18n/index.js';
import { FieldError } from './FieldError.js';
import { LockNote } from './LockNote.js';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Path of the file that fixes it. */
  readonly locked?: string | undefined;
  readonly error: MessageKey | null;
  readonly children: ReactNode;
}

/** Ids of the texts that describe a control, for `aria-describedby`. */
export const describedBy = (id: string): string => `${id}-hint ${id}-error`;

/** One setting: name and explanation on one side, the control with what went wrong on the other. */
export function Field({ id, label, hint, locked, error, children }: FieldProps) {
  return (
    <div className="grid gap-x-8 gap-y-1.5 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(13rem,19rem)]">
      <div className="min-w-0 self-center">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <div id={`${id}-hint`} className="text-caption text-dim">
          {hint}
          {locked !== undefined && <LockNote file={locked} />}
        </div>
      </div>
      <div className="min-w-0 self-center">
        {children}
        <FieldError id={`${id}-error`} error={error} />
      </div>
    </div>
  );
}
