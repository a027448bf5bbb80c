import { type BaselineRow, isDifference } from '../../../../shared/baseline/compare.js';
import { useTexts } from '../../i18n.js';
import { JudgementIcon } from '../../ui/JudgementIcon.js';
import { rowContent } from './row-content.js';

/** One device or value: how it was, how it is, and what to think of that in sign and word. */
export function RowLine({ row }: { readonly row: BaselineRow }) {
  const speech = useTexts();
  const { t } = speech;
  const { name, kind, expected, now, tone } = rowContent(row, speech);
  return (
    <tr
      data-row={row.metric}
      data-mark={row.mark}
      data-tone={tone}
      className="border-t border-line align-top"
    >
      <th scope="row" className="py-2 pr-3 pl-4 text-left font-medium">
        <span className="wrap-anywhere">{name}</span>
        {kind && <span className="block text-caption font-normal text-dim">{kind}</span>}
      </th>
      <td className="py-2 pr-3 text-dim wrap-anywhere">{expected}</td>
      <td className={`py-2 pr-3 wrap-anywhere ${isDifference(row) ? 'font-semibold text-tone' : ''}`}>
        {now}
      </td>
      <td className="py-2 pr-4 text-right">
        <span className="inline-flex items-center gap-1 rounded-md bg-tone-soft px-1.25 py-0.5 text-caption font-semibold whitespace-nowrap text-tone">
          <JudgementIcon tone={tone} />
          {t(`ui.baseline.mark.${row.mark}`)}
        </span>
      </td>
    </tr>
  );
}
