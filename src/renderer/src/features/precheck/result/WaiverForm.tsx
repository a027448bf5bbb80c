import { useId, useState } from 'react';
import type { ItemId } from '../../../../../shared/precheck/items.js';
import type { Waiver } from '../../../../../shared/precheck/record/evidence-schema.js';
import { useTexts } from '../../../i18n.js';
import { BUTTON, INPUT } from '../../settings/controls/styles.js';
import { changeDraft } from '../actions.js';

interface WaiverFormProps {
  readonly item: ItemId;
  readonly operator: string;
  /** Who may answer for it; the first is offered. */
  readonly roles: readonly Waiver['role'][];
  readonly onClose: () => void;
}

/** Somebody answers for an item that did not pass: with a name and a reason, or not at all. */
export function WaiverForm({ item, operator, roles, onClose }: WaiverFormProps) {
  const { t } = useTexts();
  const id = useId();
  const [role, setRole] = useState<Waiver['role']>(roles[0] ?? 'it');
  const [name, setName] = useState(role === 'presenter' ? operator : '');
  const [reason, setReason] = useState('');
  const isReady = name.trim() !== '' && reason.trim() !== '';
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const waiver: Waiver = { item, by: name.trim(), role, reason: reason.trim(), at: Date.now() };
    void changeDraft((draft) => ({
      ...draft,
      waivers: [...draft.waivers.filter((one) => one.item !== item), waiver],
    }));
    onClose();
  };
  return (
    <form onSubmit={submit} className="grid gap-2 rounded-lg bg-sunken p-2.5">
      {roles.length > 1 && (
        <div className="grid gap-1">
          <label htmlFor={`${id}role`} className="text-caption font-medium">
            {t('ui.precheck.waiver.role')}
          </label>
          <select
            id={`${id}role`}
            className={`${INPUT} !px-1.5`}
            value={role}
            onChange={({ target }) => setRole(target.value as Waiver['role'])}
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(`ui.precheck.role.${one}`)}
              </option>
            ))}
          </select>
        </div>
      )}
      <div className="grid gap-1">
        <label htmlFor={`${id}name`} className="text-caption font-medium">
          {t(`ui.precheck.waiver.name.${role}`)}
        </label>
        <input
          id={`${id}name`}
          className={INPUT}
          value={name}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <div className="grid gap-1">
        <label htmlFor={`${id}reason`} className="text-caption font-medium">
          {t('ui.precheck.waiver.reason')}
        </label>
        <input
          id={`${id}reason`}
          className={INPUT}
          value={reason}
          maxLength={500}
          autoComplete="off"
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <button type="button" className={BUTTON} onClick={onClose}>
          {t('ui.precheck.cancel')}
        </button>
        <button type="submit" className={BUTTON} disabled={!isReady}>
          {t('ui.precheck.waiver.confirm')}
        </button>
      </div>
    </form>
  );
}
