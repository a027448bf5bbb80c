// Makes the program's icons from resources/icons/source/app*.svg with ImageMagick, which the release machines
// need not have: run this after changing a source, look at what it wrote, and commit it.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { icns } from './lib/icns.mjs';
import { ROOT } from './lib/project.mjs';

const ICONS = join(ROOT, 'resources', 'icons');
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Windows chooses among these; a size in between would be blurred. */
const ICO_SIZES = [16, 20, 24, 32, 40, 48, 64, 256];
/** The share of the square that a picture fills on macOS, by its design rules. */
const MAC_SHARE = 824 / 1024;
const DRAWN = 2048;
/** Up to this size the waves would be nothing but grey. */
const SMALL = 20;

/** @param {string[]} args */
const convert = (...args) => execFileSync('convert', args, { maxBuffer: 1 << 26 });

/**
 * @param {number} size of the whole square, px
 * @param {number} share of it that is filled
 */
function picture(size, share = 1) {
  const side = Math.round(size * share);
  const [name, unit] = side <= SMALL ? ['app-small', 16] : ['app', 64];
  const source = join(ICONS, 'source', `${name}.svg`);
  // Drawn big, then averaged: ImageMagick's own edges are half a pixel off, which small icons would show.
  const density = String((DRAWN * 96) / unit);
  const drawn = ['-background', 'none', '-density', density, source, '-filter', 'Box', '-resize', `${side}x`];
  return convert(...drawn, '-gravity', 'center', '-extent', `${size}x${size}`, '-strip', 'PNG32:-');
}

for (const size of SIZES) writeFileSync(join(ICONS, 'app', `${size}x${size}.png`), picture(size));
writeFileSync(join(ICONS, 'app.png'), readFileSync(join(ICONS, 'app', '512x512.png')));
writeFileSync(
  join(ICONS, 'app', 'icon.icns'),
  icns((size) => picture(size, MAC_SHARE)),
);

const parts = ICO_SIZES.map((size) => {
  const file = join(ICONS, 'app', `part-${size}.png`);
  writeFileSync(file, picture(size));
  return file;
});
convert(...parts, join(ICONS, 'app', 'icon.ico'));
for (const file of parts) rmSync(file);
