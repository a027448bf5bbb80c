import { useEffect } from 'react';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { usePopup } from '../../stores/popup.js';
import { seenBy } from '../../stores/who.js';
import { EndedFault } from './EndedFault.js';
import { Fault } from './Fault.js';
import { FloodLine } from './FloodLine.js';
import { PopupHead } from './PopupHead.js';
import { useContentHeight } from './use-content-height.js';

/** The popup: every fault that was announced and that nobody has seen, the worst first. */
export function Popup() {
  const { t } = useTexts();
  const view = usePopup();
  const { entries, flooded } = view;
  const height = useContentHeight(view);
  const open = entries.filter(({ incident }) => incident.closedAt === null);
  const tone = open[0]?.incident.level ?? (flooded ? 'warning' : 'ok');
  useEffect(() => {
    const close = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') void bridge.invoke('popup:close', undefined);
    };
    addEventListener('keydown', close);
    return () => removeEventListener('keydown', close);
  }, []);
  if (entries.length === 0 && !flooded) return null;
  return (
    <main
      ref={height.frame}
      data-testid="popup"
      data-tone={tone}
      className="flex max-h-dvh flex-col border border-t-3 border-tone-solid/40 border-t-tone-solid bg-surface"
    >
      <PopupHead count={open.length} />
      {/* Positioned: texts for screen readers alone would lengthen the page from far below otherwise. */}
      <div ref={height.scroller} className="relative min-h-0 grow overflow-y-auto overscroll-contain">
        <ul
          ref={height.content}
          aria-live="assertive"
          aria-relevant="additions"
          className="divide-y divide-line"
        >
          {entries.map((entry) =>
            entry.incident.closedAt === null ? (
              <Fault key={entry.incident.id} {...entry} />
            ) : (
              <EndedFault key={entry.incident.id} incident={entry.incident} />
            ),
          )}
        </ul>
      </div>
      {flooded && <FloodLine />}
      {open.length > 1 && (
        <footer className="flex justify-end border-t border-line bg-canvas px-4 py-2.5">
          <button
            type="button"
            className="popup-button"
            onClick={() => {
              const ids = open.map(({ incident }) => incident.id);
              void bridge.invoke('popup:acknowledge', { ids, ...seenBy() });
            }}
          >
            {t('popup.acknowledge.all')}
          </button>
        </footer>
      )}
    </main>
  );
}
