import { Download } from 'lucide-react';
import { EXPORT_FORMATS, type ExportFormat, type ExportWish } from '../../../../shared/history/export.js';
import { bridge } from '../../bridge.js';
import { useTexts } from '../../i18n.js';
import { BUTTON } from '../settings/controls/styles.js';
import { SavingState } from './SavingState.js';
import { useSaving } from './use-saving.js';

interface ExportBarProps {
  /** What is exported, for those who do not see what the buttons stand at. */
  readonly label: string;
  readonly wish: (format: ExportFormat) => ExportWish;
}

/** Saves what is shown as a file. */
export function ExportBar({ label, wish }: ExportBarProps) {
  const { t } = useTexts();
  const [saving, save] = useSaving();
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <legend className="sr-only">{label}</legend>
      <SavingState saving={saving} />
      {EXPORT_FORMATS.map((format) => (
        <button
          key={format}
          type="button"
          data-export={format}
          className={`${BUTTON} !px-2.5 !py-0.5 text-caption`}
          onClick={() => void save(() => bridge.invoke('history:export', wish(format)))}
        >
          <Download className="size-3.5 text-dim" aria-hidden />
          {t(`ui.export.${format}`)}
        </button>
      ))}
    </fieldset>
  );
}
