/** Programs that people stream with, by the names of their processes, as the settings have them at first. */
export const STREAMING_PROGRAMS =
  'obs, obs64, obs32, 直播伴侣, 抖音直播伴侣, webcast_mate, 快手直播伴侣, kwailive, livehime, 哔哩哔哩直播姬, 视频号直播, 淘宝直播, XSplit.Core, Streamlabs OBS, Streamlabs Desktop, vMix64, PRISMLiveStudio';

/**
 * The first running program that is named in a list; undefined: none is. Latin names must be equal, but for case and
 * `.exe` (`obs` is not `obsidian`); a Chinese name may stand inside a longer one.
 * @param wanted names, separated by commas of either kind
 */
export function streamingProgram(wanted: string, running: readonly string[]): string | undefined {
  const names = wanted
    .split(/[,，、;；]/)
    .map(plain)
    .filter((name) => name !== '');
  return running.find((program) => {
    const name = plain(program);
    return names.some((one) => name === one || (/\p{Script=Han}/u.test(one) && name.includes(one)));
  });
}

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/\.exe$/, '');

/** What the platform wants to be sent, bytes/s; undefined: nobody said. */
export const bitrateOf = ({ platformKbps }: { readonly platformKbps: number }): number | undefined =>
  platformKbps === 0 ? undefined : (platformKbps * 1_000) / 8;
