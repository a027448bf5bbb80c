import type { MeasureValues } from '../record/evidence-schema.js';
import type { Platform, PlatformId, PlatformOverride } from './schema.js';

/*
 * None of the five Chinese platforms publishes what its own client asks for in a form that could be cited: their bitrate
 * is ours, within what the cloud services advise for pushing 1080p. Every number can be changed.
 */
const ALIYUN =
  'https://help.aliyun.com/zh/live/support/what-resolutions-and-bitrates-does-apsaravideo-live-support';
const TENCENT = 'https://cloud.tencent.com/document/product/248/45587';
const YOUTUBE = 'https://support.google.com/youtube/answer/2853702';
const OBS_SERVICES =
  'https://github.com/obsproject/obs-studio/blob/master/plugins/rtmp-services/data/services.json';

const ours = (value: number, basis?: string) => ({ value, source: 'ours' as const, ...(basis && { basis }) });
const fullHd = { width: ours(1_920), height: ours(1_080), fps: ours(30) };
const platform = (id: PlatformId, kbps: Platform['kbps']): Platform => ({ id, version: 1, ...fullHd, kbps });

/** What each platform asks for, as shipped. */
export const PLATFORMS: Readonly<Record<PlatformId, Platform>> = {
  douyin: platform('douyin', ours(4_000, ALIYUN)),
  kuaishou: platform('kuaishou', ours(4_000, ALIYUN)),
  bilibili: platform('bilibili', ours(4_000, ALIYUN)),
  shipinhao: platform('shipinhao', ours(4_000, TENCENT)),
  taobao: platform('taobao', ours(4_000, ALIYUN)),
  youtube: platform('youtube', { value: 8_000, source: YOUTUBE }),
  twitch: platform('twitch', { value: 6_000, source: OBS_SERVICES }),
  custom: platform('custom', ours(4_000)),
};

/** A platform with the changes of this station in it; what was changed is ours. */
export function withOverride(platform: Platform, override: PlatformOverride = {}): Platform {
  const changed = (field: 'width' | 'height' | 'fps' | 'kbps') => {
    const value = override[field];
    return value === undefined || value === platform[field].value ? platform[field] : ours(value);
  };
  return {
    ...platform,
    width: changed('width'),
    height: changed('height'),
    fps: changed('fps'),
    kbps: changed('kbps'),
  };
}

/** What is asked of camera and network, as bounds of the measures. @param size that the camera delivers, pixels */
export function platformTargets(
  { width, height, fps, kbps }: Platform,
  size?: { readonly width: number; readonly height: number },
): MeasureValues {
  // A camera on its side is compared with the platform's picture on its side.
  const turned = size !== undefined && size.width > size.height !== width.value > height.value;
  return {
    'camera.width': turned ? height.value : width.value,
    'camera.height': turned ? width.value : height.value,
    'camera.fps': fps.value,
    'network.upload': kbps.value,
  };
}
