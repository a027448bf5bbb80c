import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { formatClock } from '../../../../shared/format/time.js';
import type { RawOutput as Raw } from '../../../../shared/sampler/protocol.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';

/** What is known of a raw output: asked for, told (null: there is none), or not to be had. */
type Known = 'asking' | 'failed' | { readonly raw: Raw | null };

/** What the source of a collector last said; asked for when it is opened, and again each time. */
export function RawOutput({ id, name }: { readonly id: string; readonly name: string }) {
  const { t } = useTexts();
  const [known, setKnown] = useState<Known | null>(null);
  const place = useId();
  const isOpen = known !== null;

  const toggle = async (): Promise<void> => {
    if (isOpen) return setKnown(null);
    setKnown('asking');
    const result = await bridge.invoke('diagnostics:raw', { id });
    // Closed meanwhile: it stays closed.
    setKnown((now) => (now === null ? null : result.ok ? { raw: result.value } : 'failed'));
  };
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? place : undefined}
        aria-label={t('ui.diag.raw.of', { name })}
        onClick={() => void toggle()}
        className="mt-0.5 -ml-1 flex items-center gap-0.5 rounded px-1 text-caption text-dim hover:text-ink"
      >
        <ChevronRight
          className={`size-3.5 transition-transform motion-reduce:transition-none ${isOpen ? 'rotate-90' : ''}`}
          aria-hidden
        />
        {t('ui.diag.raw')}
      </button>
      {isOpen && (
        <div id={place} data-testid="raw-output" role="status" className="mt-1">
          <Content known={known} name={name} />
        </div>
      )}
    </>
  );
}

function Content({ known, name }: { readonly known: Known; readonly name: string }) {
  const { t } = useTexts();
  if (known === 'asking') return <p className="text-caption text-dim">{t('ui.diag.raw.asking')}</p>;
  if (known === 'failed') return <p className="text-caption text-dim">{t('ui.diag.raw.failed')}</p>;
  const { raw } = known;
  if (raw === null) return <p className="text-caption text-dim">{t('ui.diag.raw.none')}</p>;
  return (
    <>
      <p className="text-caption text-dim">{t(`ui.diag.raw.${raw.of}`, { time: formatClock(raw.at) })}</p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to get there
        tabIndex={0}
        aria-label={t('ui.diag.raw.of', { name })}
        className="mt-1 max-h-64 overflow-auto rounded-md bg-sunken"
      >
        <pre className="p-2 font-mono text-caption break-all whitespace-pre-wrap">{raw.text}</pre>
      </section>
    </>
  );
}
