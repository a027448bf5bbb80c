import { describe, expect, it } from 'vitest';
import {
  PLATFORMS,
  platformTargets,
  withOverride,
} from '../../../src/shared/precheck/platforms/platforms.js';
import {
  PLATFORM_IDS,
  platformOverrideSchema,
  platformSchema,
} from '../../../src/shared/precheck/platforms/schema.js';

describe('the platforms', () => {
  it.each(PLATFORM_IDS)('%s is what the schema says', (id) => {
    expect(PLATFORMS[id].id).toBe(id);
    expect(platformSchema.parse(PLATFORMS[id])).toEqual(PLATFORMS[id]);
  });

  it('a number that was changed is ours, the others keep their source', () => {
    const changed = withOverride(PLATFORMS.twitch, { kbps: 4_500 });
    expect(changed.kbps).toEqual({ value: 4_500, source: 'ours' });
    expect(changed.fps).toEqual(PLATFORMS.twitch.fps);
    expect(withOverride(PLATFORMS.twitch, { kbps: 6_000 })).toEqual(PLATFORMS.twitch);
    expect(withOverride(PLATFORMS.twitch)).toEqual(PLATFORMS.twitch);
  });

  it('takes no numbers that no camera or line has', () => {
    for (const bad of [{ fps: 0 }, { width: 100_000 }, { kbps: 1.5 }, { bitrate: 1 }])
      expect(platformOverrideSchema.safeParse(bad).success).toBe(false);
  });

  it('compares a camera on its side with the picture on its side', () => {
    expect(platformTargets(PLATFORMS.douyin)).toEqual({
      'camera.width': 1_920,
      'camera.height': 1_080,
      'camera.fps': 30,
      'network.upload': 4_000,
    });
    const upright = platformTargets(PLATFORMS.douyin, { width: 1_080, height: 1_920 });
    expect(upright).toMatchObject({ 'camera.width': 1_080, 'camera.height': 1_920 });
    const flat = platformTargets(PLATFORMS.douyin, { width: 1_280, height: 720 });
    expect(flat).toMatchObject({ 'camera.width': 1_920, 'camera.height': 1_080 });
  });
});
