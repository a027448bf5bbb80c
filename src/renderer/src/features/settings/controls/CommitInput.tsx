import { type ComponentProps, type KeyboardEvent, useState } from 'react';
import { INPUT } from './styles.js';

type CommitInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> & {
  readonly value: string;
  /** Takes the text when the field is left or Enter is pressed. @returns whether it was taken */
  readonly onCommit: (text: string) => boolean | Promise<boolean>;
  readonly onRevert?: () => void;
};

/** A text field without a button: it is stored when it is left. A text that was refused stays, to be mended. */
export function CommitInput({ value, onCommit, onRevert, className = '', ...rest }: CommitInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = async () => {
    if (draft === null) return;
    if (draft === value) return revert();
    if (await onCommit(draft)) setDraft(null);
  };
  const revert = () => {
    setDraft(null);
    onRevert?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends a word that is being written in Chinese.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void commit();
    if (event.key === 'Escape' && draft !== null) revert();
  };
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...rest}
      className={`${INPUT} ${className}`}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => void commit()}
      onKeyDown={onKeyDown}
    />
  );
}
