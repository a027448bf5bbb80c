import { useId } from 'react';
import { useTexts } from '../../i18n.js';
import { setWho, useWho } from '../../stores/who.js';
import { CommitInput } from './controls/CommitInput.js';
import { Field } from './controls/Field.js';

/** Who makes the changes below; without a name there are none. */
export function WhoField() {
  const { t } = useTexts();
  const id = useId();
  const name = useWho((state) => state.name);
  return (
    <Field
      id={id}
      label={t('ui.settings.who')}
      hint={t(name ? 'ui.settings.who.hint' : 'ui.settings.who.missing')}
      error={null}
    >
      <CommitInput
        id={id}
        value={name}
        maxLength={60}
        placeholder={t('ui.settings.who.placeholder')}
        aria-describedby={`${id}-hint`}
        onCommit={(text) => {
          setWho(text);
          return true;
        }}
      />
    </Field>
  );
}
