import { ShieldCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { changeSettings } from '../../stores/settings.js';
import { openView } from '../../stores/view.js';
import { useModal } from '../../ui/use-modal.js';
import { Group } from '../settings/controls/Group.js';
import { BUTTON, MAIN_BUTTON } from '../settings/controls/styles.js';
import { LanguageSetting, RoleSetting, StartSetting, StationNameSetting } from '../settings/fields.js';
import { Promises } from './Promises.js';

/**
 * One calm page over the dashboard, which already works behind it. What is chosen holds at once, as in the settings;
 * both ways out only say that it need not come again.
 */
export function SetUpDialog() {
  const { t } = useTexts();
  const title = useRef<HTMLHeadingElement>(null);
  const done = () => void changeSettings(bridge, { setUp: true });
  const goToBaseline = () => {
    done();
    openView('baseline');
  };
  // Escape skips.
  const modal = useModal(done);
  // Read out first, and no field looks chosen before anything was.
  useEffect(() => title.current?.focus(), []);
  return (
    <dialog
      {...modal}
      data-testid="set-up"
      aria-labelledby="set-up-title"
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(44rem,calc(100vw-2rem))] max-w-none flex-col overflow-hidden rounded-card border border-line bg-canvas text-ink shadow-panel backdrop:bg-[rgb(var(--shade)/0.45)] open:flex"
    >
      <header className="flex items-center gap-3 border-b border-line bg-surface px-5 py-4">
        <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-brand text-brand-ink">
          <ShieldCheck className="size-5.5" aria-hidden />
        </span>
        <div className="min-w-0">
          <h2
            ref={title}
            tabIndex={-1}
            id="set-up-title"
            className="outline-none text-[1.15rem] leading-6 font-bold"
          >
            {t('ui.setup.title')}
          </h2>
          <p className="text-caption text-dim">{t('ui.setup.note')}</p>
        </div>
      </header>
      <div className="grid min-h-0 grid-cols-[minmax(0,1fr)] gap-3 overflow-y-auto p-4">
        <Group title={t('ui.setup.station')}>
          <LanguageSetting />
          <StationNameSetting />
          <RoleSetting />
          <StartSetting />
        </Group>
        <Promises onBaseline={goToBaseline} />
      </div>
      <footer className="flex items-center justify-end gap-2 border-t border-line bg-surface px-5 py-3">
        <button type="button" onClick={done} className={BUTTON}>
          {t('ui.setup.skip')}
        </button>
        <button type="button" onClick={done} className={MAIN_BUTTON}>
          {t('ui.setup.finish')}
        </button>
      </footer>
    </dialog>
  );
}
