import { useTexts } from '../../i18n.js';
import { useMonitor } from '../../stores/monitor.js';
import { usePreferences } from '../../stores/settings.js';

const TONES = {
  starting: 'starting',
  running: 'ok',
  restarting: 'warning',
  suspended: 'starting',
  ended: 'starting',
} as const;

/** How the reading of the hardware goes, in a few words. */
export function SamplerLine() {
  const { t } = useTexts();
  const state = useMonitor(({ snapshot }) => snapshot?.sampler.state ?? 'starting');
  const live = useMonitor(({ snapshot }) => snapshot?.mode.kind !== 'replay');
  const seconds = usePreferences(({ settings }) => settings?.tickSeconds);
  const running = () => {
    if (!live) return t('ui.sampler.replaying');
    return seconds === undefined ? t('ui.sampler.running') : t('ui.sampler.every', { seconds });
  };
  const text = state === 'running' ? running() : t(`ui.sampler.${state}`);
  return (
    <p className="flex items-center gap-1.5" data-tone={TONES[state]}>
      <span className="size-1.5 shrink-0 rounded-full bg-tone-solid" />
      {text}
    </p>
  );
}
