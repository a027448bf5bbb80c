import { ArrowLeft, RotateCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatMoment } from '../../../../../shared/format/time.js';
import type { ChainEntry } from '../../../../../shared/precheck/record/chain.js';
import type { PrecheckRecord } from '../../../../../shared/precheck/record/schema.js';
import { openItems } from '../../../../../shared/precheck/verdict/result.js';
import type { ItemJudgement } from '../../../../../shared/precheck/verdict/types.js';
import { useTexts } from '../../../i18n.js';
import { usePrecheck } from '../../../stores/precheck.js';
import { BUTTON, MAIN_BUTTON, TEXT_BUTTON } from '../../settings/controls/styles.js';
import { checkAgain, showHome } from '../actions.js';
import { GoCard } from '../GoCard.js';
import { Evidence } from '../result/Evidence.js';
import { ResultBanner } from '../result/ResultBanner.js';
import { Comparison } from './Comparison.js';
import { JudgedAgain } from './JudgedAgain.js';
import { Keeping } from './Keeping.js';
import { Picture } from './Picture.js';
import { RecordActions } from './RecordActions.js';
import { SoundCharts } from './SoundCharts.js';

/** One finished check: what came out, who made it with what, and everything that it was judged by. */
export function RecordPage({ entry }: { readonly entry: ChainEntry<PrecheckRecord> }) {
  const { t, language } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const [media, setMedia] = useState(false);
  const { seq, hash, record } = entry;
  const isNewest = usePrecheck(({ view }) => view?.last?.seq === seq);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record is another heading
  useEffect(() => heading.current?.focus(), [seq]);
  const open = openItems(record.judgements as readonly ItemJudgement[], record.waivers).map(
    ({ item }) => item,
  );
  const time = formatMoment(record.finishedAt, Date.now(), language);
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 ref={heading} tabIndex={-1} className="text-[1.15rem] font-bold outline-none">
          {t('ui.precheck.record', { time })}
        </h2>
        <button type="button" className={`${BUTTON} print:hidden`} onClick={showHome}>
          <ArrowLeft className="size-4 text-dim" aria-hidden />
          {t('ui.precheck.records')}
        </button>
      </div>
      <ResultBanner result={record.result}>
        {t('ui.precheck.by', { name: record.operator.name, account: record.operator.account })}
      </ResultBanner>
      {isNewest && (
        <div className="grid gap-2 print:hidden">
          <GoCard />
          <Keeping />
        </div>
      )}
      {isNewest && open.length > 0 && (
        <div className="print:hidden">
          <button
            type="button"
            data-testid="precheck-go-on"
            className={MAIN_BUTTON}
            onClick={() => void checkAgain(seq, open)}
          >
            <RotateCw className="size-4" aria-hidden />
            {t('ui.precheck.goOn')}
          </button>
        </div>
      )}
      <RecordActions
        seq={seq}
        media={media}
        onMedia={setMedia}
        hasPicture={record.thumbnail !== undefined || record.confirmations.some(({ photo }) => photo)}
      />
      <Facts record={record} hash={hash} />
      <Comparison seq={seq} record={record} />
      <JudgedAgain record={record} />
      <div className="grid gap-3 md:grid-cols-2">
        {record.thumbnail && <Picture seq={seq} printed={media} />}
        {record.sound && <SoundCharts sound={record.sound} />}
      </div>
      <Evidence
        judgements={record.judgements as readonly ItemJudgement[]}
        measurements={record.measurements}
        confirmations={record.confirmations}
        waivers={record.waivers}
        photoOf={(item) => <Picture seq={seq} item={item} printed={media} />}
        {...(isNewest && {
          actions: (item) => (
            <div className="print:hidden">
              <button
                type="button"
                className={open.includes(item) ? BUTTON : `${TEXT_BUTTON} -ml-1 text-caption`}
                onClick={() => void checkAgain(seq, [item])}
              >
                {t('ui.precheck.again')}
              </button>
            </div>
          ),
        })}
      />
    </article>
  );
}

function Facts({ record, hash }: { readonly record: PrecheckRecord; readonly hash: string }) {
  const { t } = useTexts();
  const { station, platform, devices, procedure, section, breach } = record;
  const rows = [
    [t('ui.precheck.fact.station'), `${station.name} · ${station.os} · ${station.version}`],
    [
      t('ui.precheck.fact.platform'),
      `${t(`precheck.platform.${platform.id}`)} · ${platform.width.value}×${platform.height.value} · ${platform.fps.value} fps · ${platform.kbps.value} kbit/s`,
    ],
    ...devices.map(({ label, id }): [string, string] => [t('ui.precheck.fact.device'), `${label} (${id})`]),
    [t('ui.precheck.fact.procedure'), `${procedure.id} ${procedure.version} / ${section?.version ?? '–'}`],
    [t('ui.precheck.fact.hash'), hash],
    ...(breach
      ? [
          [
            t('ui.precheck.fact.breach'),
            `${t(`precheck.chain.${breach.code}`, { seq: breach.seq })} · ${breach.head.hash}`,
          ] as const,
        ]
      : []),
  ] as const;
  return (
    <dl className="grid gap-x-4 gap-y-1 rounded-card border border-line bg-surface px-4 py-3 text-caption sm:grid-cols-[auto_minmax(0,1fr)]">
      {rows.map(([name, value]) => (
        <div key={`${name}${value}`} className="contents">
          <dt className="text-dim">{name}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
