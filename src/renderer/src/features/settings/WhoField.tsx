import { useId, useState } from 'react';
import { useTexts } from '../../i18n.js';
import { setWho, useWho } from '../../stores/who.js';
import { Field } from './controls/Field.js';
import { INPUT } from './controls/styles.js';

/** Who makes the changes below; without a name there are none. */
export function WhoField() {
  const { t } = useTexts();
  const name = useWho((state) => state.name);
  return (
    <WhoName
      label={t('ui.settings.who')}
      hint={t(name ? 'ui.settings.who.hint' : 'ui.settings.who.missing')}
    />
  );
}

interface WhoNameProps {
  readonly label: string;
  readonly hint: string;
}

/** The name of whoever is at work here; it is remembered for everything that asks for one. */
export function WhoName({ label, hint }: WhoNameProps) {
  const { t } = useTexts();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const name = useWho((state) => state.name);
  return (
    <Field id={id} label={label} hint={hint} error={null}>
      <input
        id={id}
        type="text"
        className={INPUT}
        value={draft ?? name}
        maxLength={60}
        placeholder={t('ui.settings.who.placeholder')}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        // Taken while it is typed: the buttons that want a name can be pressed at once.
        onChange={({ target }) => {
          setDraft(target.value);
          setWho(target.value);
        }}
        onBlur={() => setDraft(null)}
      />
    </Field>
  );
}
