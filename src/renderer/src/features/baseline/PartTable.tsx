import type { BaselineRow } from '../../../../shared/baseline/compare.js';
import type { Part } from '../../../../shared/sop/schema.js';
import { useTexts } from '../../i18n.js';
import { PartIcon } from '../../ui/PartIcon.js';
import { RowLine } from './RowLine.js';

interface PartTableProps {
  readonly part: Part;
  readonly rows: readonly BaselineRow[];
}

/** What the baseline says of one part, beside what is now. */
export function PartTable({ part, rows }: PartTableProps) {
  const { t } = useTexts();
  return (
    <section
      data-baseline-part={part}
      aria-labelledby={`baseline-${part}`}
      className="min-w-0 rounded-card border border-line bg-surface pb-1 shadow-card"
    >
      <h2
        id={`baseline-${part}`}
        className="flex items-center gap-2 px-4 pt-3 pb-1 text-heading font-semibold"
      >
        <PartIcon part={part} className="size-4.5 text-dim" />
        {t(`part.${part}`)}
      </h2>
      <table className="w-full table-fixed" aria-labelledby={`baseline-${part}`}>
        <thead className="text-left text-caption text-dim">
          <tr>
            <td className="w-[36%] pl-4" />
            <th scope="col" className="pr-3 pb-1 font-normal">
              {t('ui.baseline.expected')}
            </th>
            <th scope="col" className="pr-3 pb-1 font-normal">
              {t('ui.baseline.now')}
            </th>
            <td className="w-24 pr-4" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowLine key={`${row.kind} ${row.metric} ${row.instance ?? ''}`} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
