import { useLayoutEffect, useRef, useState } from 'react';
import { LOG_LEVELS, type LogEntry, type LogLevel } from '../../../../shared/diagnostics/view.js';
import { formatClock } from '../../../../shared/format/time.js';
import { useTexts } from '../../i18n.js';
import { Card } from './Card.js';

/** Distance from the end, px, within which the reader is taken to be at the end. */
const AT_END = 24;
const TONES = { info: 'starting', warn: 'warning', error: 'fault' } as const;

/** What the program noted last, newest last; from a level on, as the reader wishes. */
export function LogCard({ entries }: { readonly entries: readonly LogEntry[] }) {
  const { t } = useTexts();
  const [least, setLeast] = useState<LogLevel>('info');
  const shown = entries.filter(({ level }) => LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(least));
  const filter = (
    <label className="flex items-center gap-2">
      {t('ui.diag.log.level')}
      <select
        value={least}
        onChange={(event) => setLeast(event.target.value as LogLevel)}
        className="rounded-md border border-line-strong bg-surface px-2 py-0.5 text-ink"
      >
        {LOG_LEVELS.map((level) => (
          <option key={level} value={level}>
            {t(`ui.diag.log.level.${level}`)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Card name="log" title={t('ui.diag.log')} note={filter}>
      {shown.length === 0 ? (
        <p className="py-3 text-dim">{t('ui.diag.log.none')}</p>
      ) : (
        <Entries shown={shown} label={t('ui.diag.log')} />
      )}
    </Card>
  );
}

function Entries({ shown, label }: { readonly shown: readonly LogEntry[]; readonly label: string }) {
  const box = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  const newest = shown.at(-1);
  const mark = `${shown.length} ${newest?.at} ${newest?.text}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only news move the list, and only for who reads at its end
  useLayoutEffect(() => {
    if (atEnd.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [mark]);
  return (
    <ol
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={label}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < AT_END;
      }}
      className="max-h-72 overflow-y-auto rounded-lg bg-sunken px-3 py-2 font-mono text-caption"
    >
      {shown.map(({ at, level, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity of their own
        <li key={i} data-level={level} data-tone={TONES[level]} className="flex gap-2.5">
          {at !== null && <time className="shrink-0 text-dim">{formatClock(at)}</time>}
          <span className={`min-w-0 whitespace-pre-wrap ${level === 'info' ? '' : 'text-tone'}`}>{text}</span>
        </li>
      ))}
    </ol>
  );
}
