import { costWords } from '../../../../shared/diagnostics/program.js';
import type { DiagnosticsView } from '../../../../shared/diagnostics/view.js';
import { useTexts } from '../../i18n.js';
import { Card } from './Card.js';

/** What the program itself costs this computer, process by process. */
export function CostsCard({ costs }: Pick<DiagnosticsView, 'costs'>) {
  const speech = useTexts();
  const { t } = speech;
  return (
    <Card name="costs" title={t('ui.diag.costs')}>
      <table className="w-full">
        <thead>
          <tr className="text-caption text-dim [&>th]:py-0.5 [&>th]:font-normal">
            <th className="text-left">{t('ui.diag.process')}</th>
            <th className="text-right">{t('ui.diag.pid')}</th>
            <th className="text-right">{t('ui.diag.cpu')}</th>
            <th className="text-right">{t('ui.diag.memory')}</th>
          </tr>
        </thead>
        <tbody>
          {costWords(costs, speech).map(({ name, pid, cpu, memory }) => (
            <tr key={pid ?? 'all'} className={`border-t border-line ${pid === null ? 'font-semibold' : ''}`}>
              <th className="py-1 text-left font-[inherit]">{name}</th>
              <td className="text-right text-dim">{pid}</td>
              <td className="text-right whitespace-nowrap">{cpu}</td>
              <td className="text-right whitespace-nowrap">{memory}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-caption text-dim">{t('ui.diag.costs.note')}</p>
    </Card>
  );
}
